package dev.candor.lab.install;

import dev.candor.artifact.CacheLock;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Folders of the cache, each made whole or not at all: put together beside its place, then moved
 * there. What an interrupted run left is removed by the next one that needs the folder.
 */
final class CacheFolder {
  private final Path root;

  /**
   * @param root holds the folders
   */
  CacheFolder(Path root) {
    this.root = root;
  }

  /** Fills an empty folder. */
  @FunctionalInterface
  interface Maker {
    void fill(Path folder) throws IOException;
  }

  /**
   * The folder of that name, made if it is not there.
   *
   * @param name a plain file name
   * @param waiting is called if another process is at it
   * @throws InputException if it cannot be written
   */
  Path obtain(String name, Runnable waiting, Maker maker) {
    Path folder = root.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path lock = root.resolve(name + ".lock");
    try {
      Files.createDirectories(root);
      try (CacheLock _ = CacheLock.on(lock, waiting)) {
        if (!Files.isDirectory(folder)) {
          make(folder, root.resolve(name + ".work"), maker);
        }
        Files.deleteIfExists(lock); // Whoever waits for it finds the folder first.
      }
      return folder;
    } catch (IOException e) {
      throw new InputException(
          "Cannot write "
              + root
              + " ("
              + e
              + "); Candor needs it to be writable, with room for the package.",
          e);
    }
  }

  private static void make(Path folder, Path work, Maker maker) throws IOException {
    remove(work);
    Files.createDirectory(work);
    boolean made = false;
    try {
      maker.fill(work);
      Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
      made = true;
    } finally {
      if (!made) {
        remove(work);
      }
    }
  }

  /** Removes a folder and all below it; links are removed, not followed. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(each);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
