package dev.candor.lab.install;

import dev.candor.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A package's folder as it is installed: its plain files, and the links within it. A repository's
 * {@code .git} is no part of a package.
 */
final class FolderCopy {
  private FolderCopy() {}

  /** SHA-256 over the names and contents of all that is copied, in hexadecimal. */
  static String digest(Path folder) throws IOException {
    MessageDigest digest = Sha256.start();
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      digest.update((file.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
      if (Files.isSymbolicLink(file.getValue())) {
        digest.update(("\1" + target(folder, file.getValue())).getBytes(StandardCharsets.UTF_8));
      } else {
        MessageDigest content = Sha256.start();
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file.getValue())) {
          for (int n = in.read(block); n >= 0; n = in.read(block)) {
            content.update(block, 0, n);
          }
        }
        digest.update(content.digest());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * @param to is made
   */
  static void copy(Path folder, Path to) throws IOException {
    Files.createDirectories(to);
    Files.setPosixFilePermissions(to, UnpackedPackage.PROGRAM);
    for (Map.Entry<String, Path> file : files(folder).entrySet()) {
      Path copy = to.resolve(file.getKey());
      UnpackedPackage.folderOf(copy);
      if (Files.isSymbolicLink(file.getValue())) {
        Files.createSymbolicLink(copy, target(folder, file.getValue()));
      } else {
        program(file.getValue(), copy);
      }
    }
  }

  /** Copies one file, which can be executed afterwards if it is a program. */
  static void program(Path from, Path to) throws IOException {
    Files.copy(from, to);
    Files.setPosixFilePermissions(
        to, Program.of(to).isPresent() ? UnpackedPackage.PROGRAM : UnpackedPackage.PLAIN);
  }

  private static Map<String, Path> files(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Map<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return each.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean link =
                attributes.isSymbolicLink()
                    && Files.exists(file)
                    && file.toRealPath().startsWith(real);
            if (attributes.isRegularFile() || link) {
              files.put(folder.relativize(file).toString(), file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** Where a link leads, from where it is; so that it does in the copy too. */
  private static Path target(Path folder, Path link) throws IOException {
    Path inFolder = folder.toRealPath().relativize(link.toRealPath());
    return Objects.requireNonNull(link.getParent()).relativize(folder.resolve(inFolder));
  }
}
