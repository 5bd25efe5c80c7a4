package dev.candor.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** The digests of one stream of bytes: the one that names its cache entry, and the expected one. */
final class Hashes {
  private final Integrity expected;
  private final MessageDigest sha512 = Integrity.digester("sha512");
  private final Optional<MessageDigest> other;

  Hashes(Integrity expected) {
    this.expected = expected;
    this.other =
        Optional.of(expected.algorithm())
            .filter(algorithm -> !algorithm.equals("sha512"))
            .map(Integrity::digester);
  }

  void update(byte[] bytes, int length) {
    sha512.update(bytes, 0, length);
    other.ifPresent(digest -> digest.update(bytes, 0, length));
  }

  /** Takes in what the file holds, and says how much that is; 0 where there is no file. */
  long update(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return 0;
    }
    long length = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        update(buffer, count);
        length += count;
      }
    }
    return length;
  }

  /** Whether the bytes so far are the expected ones; more may still be taken in. */
  boolean match() {
    return expected.accepts(value(other.orElse(sha512)));
  }

  String sha512() {
    return value(sha512);
  }

  /** What was got, in the algorithm of what was expected. */
  String got() {
    return expected.algorithm() + " " + value(other.orElse(sha512));
  }

  private static String value(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("digests of this Java cannot be copied", e);
    }
  }

  static String of(Path file, String algorithm) throws IOException {
    MessageDigest digest = Integrity.digester(algorithm);
    if (Files.size(file) >= DigestProcess.WORTH_IT) {
      Optional<String> known = DigestProcess.of(file, digest.getAlgorithm());
      if (known.isPresent()) {
        return known.get();
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      update(digest, in);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static void update(MessageDigest digest, InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
    }
  }
}
