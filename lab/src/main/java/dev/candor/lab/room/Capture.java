package dev.candor.lab.room;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads a pipe to its end, keeps what is within the bound, and tells when there was more. */
final class Capture {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int most;
  private final OutputStream also;
  private final Thread thread;
  private volatile boolean more;

  Capture(InputStream pipe, int most, String name) {
    this(pipe, most, name, OutputStream.nullOutputStream());
  }

  /**
   * @param also gets all of it, as it comes
   */
  Capture(InputStream pipe, int most, String name, OutputStream also) {
    this.most = most;
    this.also = also;
    thread = Thread.ofPlatform().name(name).daemon().start(() -> read(pipe));
  }

  private void read(InputStream pipe) {
    byte[] buffer = new byte[1 << 16];
    try (pipe) {
      for (int n = pipe.read(buffer); n >= 0; n = pipe.read(buffer)) {
        synchronized (kept) {
          int room = Math.min(n, most - kept.size());
          kept.write(buffer, 0, room);
          more |= room < n;
        }
        also.write(buffer, 0, n);
        also.flush();
      }
    } catch (IOException e) {
      // The pipe was closed under us: what came until then is all.
    }
  }

  boolean overflowed() {
    return more;
  }

  /** Waits for the end of the pipe, which comes when the last process is gone. */
  byte[] finish() throws InterruptedException {
    thread.join(5_000);
    return soFar();
  }

  byte[] soFar() {
    synchronized (kept) {
      return kept.toByteArray();
    }
  }
}
