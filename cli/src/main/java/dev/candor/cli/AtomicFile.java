package dev.candor.cli;

import dev.candor.core.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;

/** A file that is written whole or not at all: under another name first, then moved. */
final class AtomicFile implements Output {
  private final Path path;

  /**
   * Checks what can be known before the work.
   *
   * @throws InputException if the file cannot be written there
   */
  AtomicFile(Path path) {
    this.path = path;
    Path folder = folder(path);
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "cannot write %s: there is no folder %s. Create it first.".formatted(path, folder));
    }
    if (Files.isDirectory(path)) {
      throw new InputException(
          "cannot write %s: it is a folder. Name a file in it.".formatted(path));
    }
    boolean writable = Files.exists(path) ? Files.isWritable(path) : Files.isWritable(folder);
    if (!writable) {
      throw new InputException(
          "cannot write %s: permission denied. Name another place.".formatted(path));
    }
  }

  /**
   * Replaces the file's content.
   *
   * @throws InputException if it cannot be written; the old content, if any, is still there
   */
  @Override
  public void write(Consumer<OutputStream> content) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        // A device or a pipe: there is nothing to replace.
        write(path, content, StandardOpenOption.WRITE);
      } else {
        replace(content);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          "cannot write %s: %s. Free some space or name another place."
              .formatted(path, Failures.describe(e)),
          e);
    }
  }

  private void replace(Consumer<OutputStream> content) throws IOException {
    // The file itself where the path is a link, so that the link stays one.
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    Thread cleaner = new Thread(() -> delete(draft));
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(draft);
      forget(cleaner);
    }
  }

  private static void write(
      Path file, Consumer<OutputStream> content, StandardOpenOption... options) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
      content.accept(out);
    }
  }

  private static void forget(Thread cleaner) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // Already ending; the hook runs, and finds nothing to delete.
      return;
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // What cannot be deleted is a hidden file that names its origin; the cause was reported.
      return;
    }
  }

  private static Path folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }
}
