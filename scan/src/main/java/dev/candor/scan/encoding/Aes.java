package dev.candor.scan.encoding;

import com.google.auto.service.AutoService;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES (FIPS 197) in CBC, ECB, CTR (NIST SP 800-38A) and GCM (SP 800-38D), where key and nonce stand
 * near the data, or the nonce in front of it. Padding and the GCM tag tell a right key from a wrong
 * one.
 */
@AutoService(Encoding.class)
public final class Aes implements Encoding {
  private static final int MOST_KEYS = 6;

  /** A hidden list is small; each wrong key costs as much as the data is long. */
  private static final int LONGEST = 32 << 10;

  private static final int TAG = 16;

  @Override
  public Family family() {
    return Family.CIPHER;
  }

  @Override
  public boolean onText() {
    return false;
  }

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public void peel(Pieces in, Clues clues, Consumer<Peeled> out) {
    byte[] data = in.bytes().getFirst();
    if (!clues.cipher() || !in.single() || data.length < 16 || data.length > LONGEST) {
      return;
    }
    List<byte[]> keys = ofLength(clues.keys(), 16, 24, 32);
    List<byte[]> nonces = ofLength(clues.keys(), 12, 16);
    List<byte[]> tags = ofLength(clues.keys(), TAG);
    for (byte[] key : keys) {
      attempt(out, key, "ecb", "AES/ECB/PKCS5Padding", List.of(), data);
      for (byte[] nonce : nonces) {
        withNonce(out, key, nonce, data, tags);
      }
      for (int length : new int[] {12, 16}) {
        if (data.length > length + 15) {
          withNonce(
              out,
              key,
              Arrays.copyOf(data, length),
              Arrays.copyOfRange(data, length, data.length),
              tags);
        }
      }
    }
  }

  private static void withNonce(
      Consumer<Peeled> out, byte[] key, byte[] nonce, byte[] data, List<byte[]> tags) {
    if (nonce.length == 16) {
      List<AlgorithmParameterSpec> block = List.of(new IvParameterSpec(nonce));
      attempt(out, key, "cbc", "AES/CBC/PKCS5Padding", block, data);
      attempt(out, key, "ctr", "AES/CTR/NoPadding", block, data);
    }
    List<AlgorithmParameterSpec> gcm = List.of(new GCMParameterSpec(TAG * 8, nonce));
    attempt(out, key, "gcm", "AES/GCM/NoPadding", gcm, data);
    if (data.length > TAG) {
      // Tag first, as some libraries store it.
      attempt(
          out,
          key,
          "gcm",
          "AES/GCM/NoPadding",
          gcm,
          concat(Arrays.copyOfRange(data, TAG, data.length), Arrays.copyOf(data, TAG)));
    }
    for (byte[] tag : tags) {
      attempt(out, key, "gcm", "AES/GCM/NoPadding", gcm, concat(data, tag));
    }
  }

  private static void attempt(
      Consumer<Peeled> out,
      byte[] key,
      String mode,
      String transformation,
      List<AlgorithmParameterSpec> parameters,
      byte[] data) {
    if (mode.equals("cbc") || mode.equals("ecb")) {
      if (data.length % 16 != 0) {
        return;
      }
    }
    try {
      Cipher cipher = Cipher.getInstance(transformation);
      Key secret = new SecretKeySpec(key, "AES");
      if (parameters.isEmpty()) {
        cipher.init(Cipher.DECRYPT_MODE, secret);
      } else {
        cipher.init(Cipher.DECRYPT_MODE, secret, parameters.getFirst());
      }
      byte[] plain = cipher.doFinal(data);
      if (TextBytes.mostlyText(plain, 64)) {
        out.accept(new Peeled("aes-" + key.length * 8 + "-" + mode, Pieces.of(plain)));
      }
    } catch (GeneralSecurityException wrongKey) {
      // What a wrong key gives is no finding.
      return;
    }
  }

  /** Keys of these lengths, as they stand or written in hex or base64, without repeats. */
  private static List<byte[]> ofLength(List<byte[]> clues, int... lengths) {
    List<byte[]> fitting = new ArrayList<>();
    for (byte[] clue : clues) {
      for (byte[] reading : readings(clue)) {
        if (fitting.size() < MOST_KEYS
            && Arrays.stream(lengths).anyMatch(n -> n == reading.length)
            && fitting.stream().noneMatch(known -> Arrays.equals(known, reading))) {
          fitting.add(reading);
        }
      }
    }
    return fitting;
  }

  private static List<byte[]> readings(byte[] clue) {
    List<byte[]> readings = new ArrayList<>();
    readings.add(clue);
    String text = new String(clue, java.nio.charset.StandardCharsets.ISO_8859_1);
    if (clue.length % 2 == 0 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      readings.add(HexFormat.of().parseHex(text));
    }
    try {
      readings.add(java.util.Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      return readings;
    }
    return readings;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
