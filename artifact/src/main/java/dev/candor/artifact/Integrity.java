package dev.candor.artifact;

import dev.candor.core.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a download must hash to: the digests of the strongest algorithm that its publisher named;
 * any one of them will do.
 *
 * @see <a href="https://www.w3.org/TR/SRI/">Subresource Integrity</a>, sections 3.2 and 3.3
 */
record Integrity(List<Digest> accepted) {
  /** Strongest first; sha1 is what npm publishes beside, and for old packages instead. */
  private static final List<Algorithm> ALGORITHMS =
      List.of(
          new Algorithm("sha512", "SHA-512", 64),
          new Algorithm("sha384", "SHA-384", 48),
          new Algorithm("sha256", "SHA-256", 32),
          new Algorithm("sha1", "SHA-1", 20));

  private static final Pattern SPACE = Pattern.compile("[ \t\n\f\r]+");

  private record Algorithm(String name, String javaName, int length) {}

  /**
   * Reads {@code sha512-BASE64 sha384-BASE64?option …}; what is malformed or unknown is skipped.
   */
  static Optional<Integrity> parse(String metadata) {
    List<Digest> digests = new ArrayList<>();
    for (String token : SPACE.split(metadata, 64)) {
      int dash = token.indexOf('-');
      if (dash > 0) {
        String value = token.substring(dash + 1).split("\\?", 2)[0];
        digest(token.substring(0, dash).toLowerCase(Locale.ROOT), value).ifPresent(digests::add);
      }
    }
    return strongest(digests);
  }

  /** Reads the 40 hexadecimal digits of npm's {@code shasum}. */
  static Optional<Integrity> ofShasum(String hex) {
    return hex.matches("[0-9a-fA-F]{40}")
        ? Optional.of(new Integrity(List.of(new Digest("sha1", hex.toLowerCase(Locale.ROOT)))))
        : Optional.empty();
  }

  String algorithm() {
    return accepted.getFirst().algorithm();
  }

  /** Whether forging a file with the same digest is within reach (SHA-1, since 2017). */
  boolean weak() {
    return algorithm().equals("sha1");
  }

  boolean accepts(String hex) {
    return accepted.stream().anyMatch(digest -> digest.hex().equals(hex));
  }

  static boolean isKnown(String algorithm) {
    return ALGORITHMS.stream().anyMatch(known -> known.name.equals(algorithm));
  }

  static MessageDigest digester(String algorithm) {
    String javaName =
        ALGORITHMS.stream()
            .filter(known -> known.name.equals(algorithm))
            .findFirst()
            .orElseThrow()
            .javaName;
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + javaName, e);
    }
  }

  private static Optional<Digest> digest(String algorithm, String base64) {
    return ALGORITHMS.stream()
        .filter(known -> known.name.equals(algorithm))
        .findFirst()
        .flatMap(known -> decode(base64, known.length))
        .map(bytes -> new Digest(algorithm, HexFormat.of().formatHex(bytes)));
  }

  private static Optional<byte[]> decode(String base64, int length) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64)).filter(b -> b.length == length);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integrity> strongest(List<Digest> digests) {
    return ALGORITHMS.stream()
        .map(known -> digests.stream().filter(d -> d.algorithm().equals(known.name)).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(Integrity::new);
  }
}
