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
   * @throws TooLarge if it has more than {@code most} bytes
   */
  byte[] bytes(int most) throws IOException {
    if (size > most) {
      throw new TooLarge(most);
    }
    try (InputStream in = stream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new TooLarge(most);
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

  /** A file that is not what it should be, by its size. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(int most) {
      super("larger than %d MiB, not read".formatted(Math.max(1, most >> 20)));
    }
  }
}
