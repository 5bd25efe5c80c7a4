package dev.candor.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes and key derivation of Node's crypto (nodejs.org/api/crypto.html), with bounded work. */
final class SandboxDigests {
  /** About a second; OWASP's recommendation for PBKDF2-SHA256 is 600,000. */
  private static final long MAX_ITERATIONS = 1_000_000;

  private static final int MAX_KEY_BYTES = 1024;

  private SandboxDigests() {}

  static String hash(String algorithm, String data) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance(javaName(algorithm, "SHA-"));
    return SandboxText.latin1(digest.digest(data.getBytes(ISO_8859_1)));
  }

  static String hmac(String algorithm, String key, String data) throws GeneralSecurityException {
    Mac mac = mac(algorithm, key.getBytes(ISO_8859_1));
    return SandboxText.latin1(mac.doFinal(data.getBytes(ISO_8859_1)));
  }

  /** RFC 8018, section 5.2. */
  static String pbkdf2(String algorithm, String password, String salt, int iterations, int keyBytes)
      throws GeneralSecurityException {
    Mac mac = mac(algorithm, password.getBytes(ISO_8859_1));
    long blocks = (keyBytes + mac.getMacLength() - 1L) / mac.getMacLength();
    if (iterations < 1
        || keyBytes < 0
        || keyBytes > MAX_KEY_BYTES
        || iterations * blocks > MAX_ITERATIONS) {
      throw new IllegalArgumentException("too much work");
    }
    return SandboxText.latin1(pbkdf2(mac, salt.getBytes(ISO_8859_1), iterations, keyBytes));
  }

  /** RFC 7914; N·r·p up to 2^18, which is Node's own bound of 32 MiB when p is 1. */
  static String scrypt(String password, String salt, int n, int r, int p, int keyBytes)
      throws GeneralSecurityException {
    if (n < 2 || Integer.bitCount(n) != 1 || r < 1 || p < 1 || keyBytes < 0) {
      throw new IllegalArgumentException("not parameters of scrypt");
    }
    if ((double) n * r * p > 1 << 18 || keyBytes > MAX_KEY_BYTES) {
      throw new IllegalArgumentException("too much work");
    }
    Mac mac = mac("sha256", password.getBytes(ISO_8859_1));
    byte[] blocks = pbkdf2(mac, salt.getBytes(ISO_8859_1), 1, 128 * r * p);
    new Scrypt(n, r).mix(blocks);
    return SandboxText.latin1(pbkdf2(mac, blocks, 1, keyBytes));
  }

  private static byte[] pbkdf2(Mac mac, byte[] salt, int iterations, int keyBytes) {
    byte[] key = new byte[keyBytes];
    int size = mac.getMacLength();
    for (int done = 0, block = 1; done < keyBytes; done += size, block++) {
      mac.update(salt);
      byte[] u = mac.doFinal(bigEndian(block));
      byte[] t = u.clone();
      for (int i = 1; i < iterations; i++) {
        u = mac.doFinal(u);
        for (int k = 0; k < size; k++) {
          t[k] ^= u[k];
        }
      }
      System.arraycopy(t, 0, key, done, Math.min(size, keyBytes - done));
    }
    return key;
  }

  private static byte[] bigEndian(int i) {
    return new byte[] {(byte) (i >>> 24), (byte) (i >>> 16), (byte) (i >>> 8), (byte) i};
  }

  private static Mac mac(String algorithm, byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("Hmac" + javaName(algorithm, "SHA"));
    // An empty key is refused by SecretKeySpec; one zero byte is padded to the same block.
    mac.init(
        new SecretKeySpec(key.length == 0 ? new byte[1] : Arrays.copyOf(key, key.length), "K"));
    return mac;
  }

  private static String javaName(String algorithm, String sha) {
    return switch (algorithm.toLowerCase(Locale.ROOT).replace("-", "")) {
      case "md5" -> "MD5";
      case "sha1" -> sha + "1";
      case "sha224" -> sha + "224";
      case "sha256" -> sha + "256";
      case "sha384" -> sha + "384";
      case "sha512" -> sha + "512";
      default -> throw new IllegalArgumentException(algorithm);
    };
  }
}
