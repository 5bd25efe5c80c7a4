package dev.candor.lab.install;

import dev.candor.artifact.CacheLock;
import dev.candor.artifact.FolderTree;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Folders of the cache, each made whole or not at all: put together beside its place, then moved
 * there. What an interrupted run left is removed by the next one that needs the folder.
 */
final class CacheFolder {
  private static final String LOCK = ".lock";
  private static final String WORK = ".work";

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
    Path lock = root.resolve(name + LOCK);
    try {
      Files.createDirectories(root);
      try (CacheLock _ = CacheLock.on(lock, waiting)) {
        if (!Files.isDirectory(folder)) {
          sweep(name);
          make(folder, root.resolve(name + WORK), maker);
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

  /**
   * Removes the folder of that name, for whoever uses it, too. What cannot be removed stays.
   *
   * @param name a plain file name
   */
  void remove(String name) {
    Path work = root.resolve(name + WORK);
    try {
      // Whoever needs it then makes it anew, and finds no half of it.
      Files.move(root.resolve(name), work, StandardCopyOption.ATOMIC_MOVE);
      FolderTree.remove(work);
    } catch (IOException e) {
      return; // It costs room and nothing else.
    }
  }

  /** Removes what others, who are no longer at it, left half. */
  private void sweep(String own) throws IOException {
    try (DirectoryStream<Path> works = Files.newDirectoryStream(root, "*" + WORK)) {
      for (Path work : works) {
        String file = work.getFileName().toString();
        String name = file.substring(0, file.length() - WORK.length());
        if (!name.equals(own)) {
          removeUnlessLocked(work, root.resolve(name + LOCK));
        }
      }
    }
  }

  // The lock's file stays: somebody may wait for it.
  private static void removeUnlessLocked(Path work, Path lock) throws IOException {
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() != null) {
        FolderTree.remove(work);
      }
    } catch (OverlappingFileLockException e) {
      return; // A thread of this process is at it.
    }
  }

  private static void make(Path folder, Path work, Maker maker) throws IOException {
    FolderTree.remove(work);
    Files.createDirectory(work);
    // The user's mask may keep others out, and a tool in a room is another.
    Files.setPosixFilePermissions(work, UnpackedPackage.PROGRAM);
    boolean made = false;
    try {
      maker.fill(work);
      Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
      made = true;
    } finally {
      if (!made) {
        FolderTree.remove(work);
      }
    }
  }
}
