package dev.candor.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where downloads are written; tests put a full one in its place. */
interface Disk {
  Disk REAL =
      new Disk() {
        @Override
        public long free(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public WritableByteChannel append(Path file, long keep) throws IOException {
          FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          channel.truncate(keep).position(keep);
          return channel;
        }
      };

  /** Bytes that this user can still write there. */
  long free(Path folder) throws IOException;

  /** Writes behind the first {@code keep} bytes of the file, and cuts off what it had there. */
  WritableByteChannel append(Path file, long keep) throws IOException;
}
