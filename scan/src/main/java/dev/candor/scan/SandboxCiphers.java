package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The ciphers that one slice has open, under Node's names: AES in CBC, ECB, CTR and GCM, and RC4.
 * The slice refers to them by number.
 */
final class SandboxCiphers {
  private static final int MAX_OPEN = 10_000;
  private static final int TAG_BYTES = 16;

  private final List<State> open = new ArrayList<>();

  /** Returns the cipher's number. Key and IV are bytes, one character each. */
  String open(boolean encrypt, String name, String key, String iv) {
    if (open.size() >= MAX_OPEN) {
      throw new IllegalArgumentException("too many ciphers");
    }
    String[] parts = name.toLowerCase(Locale.ROOT).replace("id-aes", "aes-").split("-");
    byte[] keyBytes = key.getBytes(ISO_8859_1);
    boolean rc4 = parts[0].equals("rc4");
    if (!rc4 && (parts.length != 3 || !Integer.toString(8 * keyBytes.length).equals(parts[1]))) {
      throw new IllegalArgumentException(name);
    }
    SecretKeySpec spec = new SecretKeySpec(keyBytes, rc4 ? "RC4" : "AES");
    open.add(new State(encrypt, rc4 ? "rc4" : parts[2], spec, iv.getBytes(ISO_8859_1)));
    return Integer.toString(open.size() - 1);
  }

  String withoutPadding(int number) {
    open.get(number).padding = "NoPadding";
    return "";
  }

  String authenticate(int number, String data) {
    open.get(number).aad = data.getBytes(ISO_8859_1);
    return "";
  }

  /** Sets the tag that the deciphered text must have; returns the one of enciphered text. */
  String tag(int number, String tag) {
    State state = open.get(number);
    if (!state.encrypt) {
      state.tag = tag.getBytes(ISO_8859_1);
    }
    return SandboxText.latin1(state.tag);
  }

  String update(int number, String data) throws GeneralSecurityException {
    return SandboxText.latin1(open.get(number).update(data.getBytes(ISO_8859_1)));
  }

  /** Gives what is left; fails if the padding is damaged or a tag was set and does not fit. */
  String last(int number) throws GeneralSecurityException {
    return SandboxText.latin1(open.get(number).last());
  }

  private static final class State {
    private final boolean encrypt;
    private final String mode;
    private final SecretKeySpec key;
    private final byte[] iv;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private String padding = "PKCS5Padding";
    private byte[] aad = {};
    private byte[] tag = {};
    private @Nullable Cipher running;

    State(boolean encrypt, String mode, SecretKeySpec key, byte[] iv) {
      this.encrypt = encrypt;
      this.mode = mode;
      this.key = key;
      this.iv = iv;
    }

    byte[] update(byte[] in) throws GeneralSecurityException {
      if (!mode.equals("gcm")) {
        byte[] out = cipher().update(in);
        return out == null ? new byte[0] : out;
      }
      // GCM is a key stream, so enciphering a ciphertext deciphers it. Java's own deciphering holds
      // all text back until the tag is there, which Node does not.
      int done = seen.size();
      seen.writeBytes(in);
      byte[] all = gcm(Cipher.ENCRYPT_MODE, TAG_BYTES).doFinal(seen.toByteArray());
      if (encrypt) {
        tag = Arrays.copyOfRange(all, seen.size(), all.length);
      }
      return Arrays.copyOfRange(all, done, seen.size());
    }

    byte[] last() throws GeneralSecurityException {
      if (!mode.equals("gcm")) {
        return cipher().doFinal();
      }
      if (!encrypt && tag.length > 0) {
        seen.writeBytes(tag);
        gcm(Cipher.DECRYPT_MODE, tag.length).doFinal(seen.toByteArray());
      }
      return new byte[0];
    }

    private Cipher gcm(int direction, int tagBytes) throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(direction, key, new GCMParameterSpec(8 * tagBytes, iv));
      cipher.updateAAD(aad);
      return cipher;
    }

    private Cipher cipher() throws GeneralSecurityException {
      Cipher ready = running;
      if (ready == null) {
        int direction = encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        ready = Cipher.getInstance(transformation());
        if (mode.equals("rc4") || mode.equals("ecb")) {
          ready.init(direction, key);
        } else {
          ready.init(direction, key, new IvParameterSpec(iv));
        }
        running = ready;
      }
      return ready;
    }

    private String transformation() {
      return switch (mode) {
        case "cbc", "ecb" -> "AES/" + mode.toUpperCase(Locale.ROOT) + "/" + padding;
        case "ctr" -> "AES/CTR/NoPadding";
        case "rc4" -> "ARCFOUR";
        default -> throw new IllegalArgumentException(mode);
      };
    }
  }
}
