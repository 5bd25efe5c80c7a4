package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Draw;
import dev.candor.specimens.js.Idioms;
import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES with the key in the code (NIST FIPS 197, SP 800-38A and 38D). */
final class Aes implements Layer {
  private static final int TAG = 16;

  private final boolean gcm;
  private final byte[] key;
  private final byte[] iv;

  /**
   * @param gcm GCM with a 32-byte key and the tag behind the text; otherwise CBC with a 16-byte key
   */
  private Aes(boolean gcm, byte[] key, byte[] iv) {
    this.gcm = gcm;
    this.key = key;
    this.iv = iv;
  }

  static Aes cbc(Draw draw) {
    return new Aes(false, draw.bytes(16), draw.bytes(16));
  }

  static Aes gcm(Draw draw) {
    return new Aes(true, draw.bytes(32), draw.bytes(12));
  }

  @Override
  public String step() {
    return gcm ? "aes-256-gcm" : "aes-128-cbc";
  }

  @Override
  public byte[] encode(byte[] plain) {
    AlgorithmParameterSpec spec = gcm ? new GCMParameterSpec(TAG * 8, iv) : new IvParameterSpec(iv);
    try {
      Cipher cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), spec);
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  @Override
  public String decode(String bytes, Js js) {
    String create =
        js.code(
            "@0.createDecipheriv(\"@1\", @2, @3)",
            js.builtin("crypto"),
            step(),
            constant(js, "key", key),
            constant(js, "nonce", iv));
    String start = gcm ? " - " + TAG : "";
    String name =
        js.function(
            "decipher",
            "all",
            """
            const @data = Buffer.from(@all), @cipher = @0;
            @1return Buffer.concat([@cipher.update(@data@2), @cipher.final()]);\
            """,
            create,
            gcm ? js.code("@cipher.setAuthTag(@data.subarray(@data.length@0));\n", start) : "",
            gcm ? js.code(".subarray(0, @data.length@0)", start) : "");
    return name + "(" + bytes + ")";
  }

  private static String constant(Js js, String word, byte[] value) {
    String text =
        switch (js.draw().below(3)) {
          case 0 -> "Buffer.from(" + js.quote(HexFormat.of().formatHex(value)) + ", \"hex\")";
          case 1 ->
              "Buffer.from("
                  + js.quote(Base64.getEncoder().encodeToString(value))
                  + ", \"base64\")";
          default -> "Buffer.from(" + Literals.numbers(Literals.unsigned(value)) + ")";
        };
    return Idioms.hoist(js, word, text);
  }
}
