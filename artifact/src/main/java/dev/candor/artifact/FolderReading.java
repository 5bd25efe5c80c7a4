package dev.candor.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks a folder in the order of its names. Links are not followed: what they lead to inside is met
 * by its own name.
 */
final class FolderReading {
  private final Path root;
  private final Walk walk;

  FolderReading(Path root, Walk walk) {
    this.root = root;
    this.walk = walk;
  }

  void run(String prefix) throws IOException {
    folder(root, prefix);
  }

  private void folder(Path folder, String prefix) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        children.add(child);
        if (children.size() > walk.bounds().entriesLeft()) {
          break;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      walk.notes().add(prefix, "left out, the folder cannot be read");
      return;
    }
    children.sort(null);
    for (Path child : children) {
      walk.bounds().countEntry();
      String path = prefix + child.getFileName();
      if (path.length() > walk.limits().nameLength()) {
        walk.notes().add(path, "left out, its name is too long");
      } else {
        child(child, path);
      }
    }
  }

  private void child(Path file, String path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        folder(file, path + "/");
      } else if (attributes.isSymbolicLink()) {
        link(file, path);
      } else if (attributes.isRegularFile()) {
        plain(file, path);
      } else {
        walk.notes().add(path, "left out, it is a device, a pipe or a socket");
      }
    } catch (IOException e) {
      walk.notes().add(path, "left out, it cannot be read");
    }
  }

  private void link(Path link, String path) {
    try {
      if (!link.toRealPath().startsWith(root)) {
        walk.notes().add(path, "left out, it is a link that leads out of the folder");
      }
    } catch (IOException e) {
      walk.notes().add(path, "left out, it is a link that leads nowhere");
    }
  }

  private void plain(Path file, String path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      if (size > walk.limits().entryBytes()) {
        walk.notes().add(path, "left out, it is too large");
        return;
      }
      walk.bounds().countBytes(size);
      walk.plainOrArchive(path, new FileContent(channel, size), 0, null);
    }
  }
}
