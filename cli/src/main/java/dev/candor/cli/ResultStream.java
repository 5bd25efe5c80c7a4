package dev.candor.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output that remembers its first failure and takes no more after it, so that whoever
 * writes need not care; the end of the command does.
 */
final class ResultStream extends OutputStream {
  private final OutputStream out;
  private Optional<IOException> failure = Optional.empty();

  ResultStream(OutputStream out) {
    this.out = out;
  }

  Optional<IOException> failure() {
    return failure;
  }

  /** Whether the reader went away, as {@code head} does: nothing that one would report. */
  boolean readerLeft() {
    return failure
        .map(IOException::getMessage)
        .filter(message -> message.contains("Broken pipe"))
        .isPresent();
  }

  @Override
  public void write(int b) {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  private void attempt(Write write) {
    if (failure.isPresent()) {
      return;
    }
    try {
      write.run();
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }
}
