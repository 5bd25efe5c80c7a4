package dev.candor.artifact;

import dev.candor.core.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Package files by their digest: {@code artifacts/sha512/HEX.tgz}. A file has that name only after
 * its digest was verified.
 *
 * <p>Beside each entry lies a stamp with the size and time of change it had when it was verified.
 * While both hold it is not hashed again: SHA-512 over 77 MB takes 0.26 s in a fresh JVM, a
 * noticeable part of a scan, and whoever can change the file unnoticed can change this program too.
 * Rotten bits that keep the time still fail gzip's own checksum when unpacked.
 */
final class ArtifactCache {
  private final Path folder;

  /** Puts the file at the given place and says its SHA-512. */
  @FunctionalInterface
  interface Filler {
    String fill(Path part);
  }

  /**
   * @param path where it lies
   * @param sha512 its digest in hexadecimal
   */
  record Cached(Path path, String sha512) {}

  ArtifactCache(Path root) {
    this.folder = folder(root);
  }

  /** Where the files lie. */
  static Path folder(Path root) {
    return root.resolve("artifacts").resolve("sha512");
  }

  /** Removes an entry; a file that cannot be removed stays, and is verified when it is used. */
  static void remove(Path entry) {
    String name = entry.getFileName().toString();
    try {
      Files.deleteIfExists(entry.resolveSibling(name.replaceFirst("\\.tgz$", ".stamp")));
      Files.deleteIfExists(entry);
    } catch (IOException e) {
      // It takes room and does no harm.
      return;
    }
  }

  /**
   * The file with this digest, filled in if it is not there or no longer right.
   *
   * @param known its SHA-512 from an earlier time, where {@code expected} names another digest
   * @param waiting is called if another process is at it
   */
  Cached obtain(Integrity expected, Optional<String> known, Filler filler, Runnable waiting) {
    List<String> names =
        expected.algorithm().equals("sha512")
            ? expected.accepted().stream().map(Digest::hex).toList()
            : known.stream().toList();
    Optional<Cached> trusted = names.stream().filter(this::stamped).map(this::cached).findFirst();
    return trusted.orElseGet(() -> verifyOrFill(expected, names, filler, waiting));
  }

  private Cached verifyOrFill(
      Integrity expected, List<String> names, Filler filler, Runnable waiting) {
    String key = expected.algorithm() + "-" + expected.accepted().getFirst().hex();
    Path lockFile = folder.resolve(key + ".lock");
    try {
      Files.createDirectories(folder);
      try (CacheLock _ = CacheLock.on(lockFile, waiting)) {
        for (String name : names) {
          if (stamped(name) || verified(name)) {
            Files.deleteIfExists(lockFile);
            return cached(name);
          }
        }
        Path part = folder.resolve(key + ".part");
        Cached cached = cached(filler.fill(part));
        Files.move(
            part, cached.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(PartFile.validatorOf(part));
        stamp(cached.sha512);
        Files.deleteIfExists(lockFile); // Whoever waits for it finds the entry first.
        return cached;
      }
    } catch (IOException e) {
      throw Trouble.disk(folder, "to be writable", e);
    }
  }

  private Cached cached(String sha512) {
    return new Cached(folder.resolve(sha512 + ".tgz"), sha512);
  }

  private Path stampOf(String sha512) {
    return folder.resolve(sha512 + ".stamp");
  }

  private boolean stamped(String sha512) {
    try {
      return Files.readString(stampOf(sha512)).equals(stampText(cached(sha512).path));
    } catch (IOException e) {
      return false; // Not there, or not as it was: it will be hashed.
    }
  }

  private boolean verified(String sha512) throws IOException {
    Path path = cached(sha512).path;
    if (!Files.isRegularFile(path)) {
      return false;
    }
    if (Hashes.of(path, "sha512").equals(sha512)) {
      stamp(sha512);
      return true;
    }
    Files.delete(path);
    return false;
  }

  private void stamp(String sha512) throws IOException {
    WholeFile.write(
        stampOf(sha512), stampText(cached(sha512).path).getBytes(StandardCharsets.UTF_8));
  }

  private static String stampText(Path path) throws IOException {
    return Files.size(path) + " " + Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS);
  }
}
