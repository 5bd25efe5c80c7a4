package dev.candor.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A download that is not yet whole, and beside it what the server called that version of the file.
 * Whatever goes wrong here is said as trouble with the disk.
 */
final class PartFile {
  private final Path path;
  private final Path folder;
  private final Path validator;
  private final Disk disk;

  PartFile(Path path, Disk disk) {
    this.path = path;
    this.folder = path.toAbsolutePath().resolveSibling("");
    this.validator = validatorOf(path);
    this.disk = disk;
  }

  static Path validatorOf(Path part) {
    return part.resolveSibling(part.getFileName() + ".validator");
  }

  /** Hashes what an earlier try left, and says how many bytes that is. */
  long take(Hashes hashes) {
    try {
      return hashes.update(path);
    } catch (IOException e) {
      throw Trouble.disk(folder, "to be readable", e);
    }
  }

  long length() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The headers that ask for what is missing behind {@code kept} bytes. Only a strong validator may
   * stand in If-Range (RFC 9110, 13.1.5); without one the range is asked for all the same, because
   * the digest tells whether the pieces fit.
   */
  Map<String, String> headers(long kept) {
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "*/*"));
    if (kept > 0) {
      headers.put("Range", "bytes=" + kept + "-");
      remembered().ifPresent(value -> headers.put("If-Range", value));
    }
    return headers;
  }

  private Optional<String> remembered() {
    try {
      return Optional.of(Files.readString(validator)).filter(value -> !value.isBlank());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Begins to write behind the first {@code start} bytes. */
  Writing write(Answer answer, long start, OptionalLong total) {
    String needs = total.isPresent() ? total.getAsLong() + " bytes" : "more bytes";
    try {
      long free = disk.free(folder);
      if (total.orElse(0) - start > free) {
        throw new IOException("no space left: " + free + " bytes are free");
      }
      remember(answer);
      return new Writing(disk.append(path, start), needs);
    } catch (IOException e) {
      throw failed(needs, e);
    }
  }

  private void remember(Answer answer) throws IOException {
    Optional<String> strong =
        answer
            .header("ETag")
            .filter(tag -> tag.startsWith("\""))
            .or(() -> answer.header("Last-Modified"));
    if (strong.isPresent()) {
      Files.writeString(validator, strong.get());
    } else {
      Files.deleteIfExists(validator);
    }
  }

  void discard() {
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(validator);
    } catch (IOException e) {
      throw Trouble.disk(folder, "to be writable", e);
    }
  }

  private RuntimeException failed(String needs, IOException e) {
    if (Trouble.full(e)) {
      discard(); // A full disk is not helped by half a file.
    }
    return Trouble.disk(folder, needs, e);
  }

  /** The open file. */
  final class Writing implements AutoCloseable {
    private final WritableByteChannel channel;
    private final String needs;

    private Writing(WritableByteChannel channel, String needs) {
      this.channel = channel;
      this.needs = needs;
    }

    void add(byte[] bytes, int length) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
      try {
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      } catch (IOException e) {
        throw failed(needs, e);
      }
    }

    @Override
    public void close() {
      try (channel) {
        if (channel instanceof FileChannel file) {
          file.force(false); // Before the final name: a crash must not leave that on empty blocks.
        }
      } catch (IOException e) {
        throw failed(needs, e);
      }
    }
  }
}
