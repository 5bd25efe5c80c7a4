package dev.candor.fleet.inventory.find;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A regular file or a folder that a walk came by; links and devices are none.
 *
 * @param size in bytes; of a file
 */
record Entry(Folder folder, String name, Path path, boolean isFolder, long size) {
  boolean isFile() {
    return !isFolder;
  }

  String place() {
    return folder.place(name);
  }

  /**
   * The whole file.
   *
   * @throws Unread if it has more than {@code most} bytes
   */
  byte[] bytes(int most) throws IOException {
    if (size > most) {
      throw Unread.tooLarge(most);
    }
    try (InputStream in = stream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Unread.tooLarge(most);
      }
      return bytes;
    }
  }

  InputStream stream() throws IOException {
    return Channels.newInputStream(channel());
  }

  /** What became a link since the walk came by is not opened. */
  FileChannel channel() throws IOException {
    return FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }
}
