package dev.candor.lab.install;

import dev.candor.artifact.Content;
import dev.candor.artifact.Entry;
import dev.candor.artifact.Limits;
import dev.candor.artifact.Unpacking;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes a package's files as npm does: without the archive's first folder, without links, a name
 * that comes twice from its last place. Modes are ours: what can be executed may be, all may be
 * read.
 */
final class UnpackedPackage {
  static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
  static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

  // Archives within the package are files of it, so none is opened; else as with all packages.
  private static final Limits LIMITS =
      new Limits(
          Limits.STANDARD.entries(),
          Limits.STANDARD.totalBytes(),
          Limits.STANDARD.entryBytes(),
          Limits.STANDARD.ratio(),
          0,
          Limits.STANDARD.nameLength());

  /** How the walk ends its note on each archive within; they are files here. */
  private static final String NOT_OPENED = "not opened, it lies in too many archives";

  private static final int BLOCK = 1 << 18;

  private final Path folder;
  private final Predicate<String> wanted;

  private UnpackedPackage(Path folder, Predicate<String> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  /**
   * @param folder is made, and is written below
   * @return what was left out or looked wrong, one sentence each
   * @throws InputException if the file is no package, or a part of it cannot be written
   */
  static List<String> write(Path tarball, Path folder) throws IOException {
    return write(tarball, folder, any -> true);
  }

  /** The same, of the files with such paths. */
  static List<String> write(Path tarball, Path folder, Predicate<String> wanted)
      throws IOException {
    folders(folder);
    UnpackedPackage unpacked = new UnpackedPackage(folder, wanted);
    try {
      return Unpacking.walk(tarball, "", LIMITS, unpacked::entry).stream()
          .filter(note -> !note.endsWith(NOT_OPENED))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void entry(Entry entry) {
    // The walk gave out no absolute, empty or climbing path; npm cuts off the first folder.
    String path = entry.path().substring(entry.path().indexOf('/') + 1);
    if (path.length() == entry.path().length() || path.isEmpty() || !wanted.test(path)) {
      return;
    }
    try {
      Path file = folder.resolve(path);
      folderOf(file);
      write(entry.content(), file);
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new InputException(
          "The package has a file and a folder of the same name, "
              + e.getMessage()
              + ", so it cannot be installed.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Content content, Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    byte[] block = new byte[(int) Math.min(BLOCK, content.size())];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long at = 0; at < content.size(); at += block.length) {
        int length = (int) Math.min(block.length, content.size() - at);
        content.read(at, block, 0, length);
        out.write(block, 0, length);
      }
    }
    byte[] head = content.bytes(0, Math.min(4, content.size()));
    Files.setPosixFilePermissions(file, Program.of(head).isPresent() ? PROGRAM : PLAIN);
  }

  /** Makes the folder that a file is to be in. */
  static void folderOf(Path file) throws IOException {
    folders(Objects.requireNonNull(file.getParent()));
  }

  /** Makes a folder and those above it, readable by all whatever the user's mask is. */
  static void folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = folder.getParent();
      if (parent != null) {
        folders(parent);
      }
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PROGRAM);
    }
  }
}
