package dev.candor.fleet.collect;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Receives bodies: each bounded in size and time, and all of them together in size. */
final class Bodies {
  private static final int PIECE = 1 << 16;

  private final int most;
  private final Duration patience;
  private final Semaphore pieces;

  /**
   * @param most bytes of a body, packed and unpacked
   * @param mostAtOnce bytes of all that are held
   * @param patience for all of a body
   */
  Bodies(int most, int mostAtOnce, Duration patience) {
    this.most = most;
    this.patience = patience;
    pieces = new Semaphore(Math.max(1, mostAtOnce / PIECE));
  }

  /** What is done with a body while it is held. */
  interface Use<T> {
    T of(byte[] body) throws IOException;
  }

  /**
   * @param coding of the content: gzip, or nothing
   * @throws Refusal if there is too much of it, or it comes too slowly, or is not so coded
   */
  <T> T receive(InputStream in, String coding, Use<T> use) throws IOException {
    Held held = new Held();
    try {
      return use.of(held.bytes(in, coding));
    } finally {
      held.release();
    }
  }

  private Refusal tooLarge() {
    return new Refusal(413, "An inventory has at most %d MiB.".formatted(most >> 20));
  }

  private final class Held {
    private int held;

    byte[] bytes(InputStream in, String coding) throws IOException {
      InputStream timed = new Timed(in);
      return switch (coding) {
        case "", "identity" -> all(timed);
        case "gzip", "x-gzip" -> unpacked(timed);
        default -> throw new Refusal(415, "Send it as it is or with Content-Encoding: gzip.");
      };
    }

    private byte[] unpacked(InputStream in) throws IOException {
      try (InputStream plain = new GZIPInputStream(in, PIECE)) {
        return all(plain);
      } catch (ZipException e) {
        throw new Refusal(400, "The body is not gzip as its Content-Encoding says.");
      }
    }

    private byte[] all(InputStream in) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[PIECE];
      int read = in.read(piece);
      while (read >= 0) {
        if (out.size() + read > most) {
          throw tooLarge();
        }
        hold(out.size() + read);
        out.write(piece, 0, read);
        read = in.read(piece);
      }
      return out.toByteArray();
    }

    private void hold(int bytes) {
      int needed = bytes / PIECE + 1;
      if (needed > held) {
        if (!pieces.tryAcquire(needed - held)) {
          throw new Refusal(503, "Too much is being received. Send it again later.");
        }
        held = needed;
      }
    }

    void release() {
      pieces.release(held);
    }
  }

  /** Ends where all took too long, or was too much before it was unpacked. */
  private final class Timed extends FilterInputStream {
    private final long end = System.nanoTime() + patience.toNanos();
    private long taken;

    Timed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] some, int from, int length) throws IOException {
      if (System.nanoTime() - end > 0) {
        throw new Refusal(
            408, "The body did not come within %d s.".formatted(patience.toSeconds()));
      }
      int read = super.read(some, from, length);
      taken += Math.max(0, read);
      if (taken > most) {
        throw tooLarge();
      }
      return read;
    }
  }
}
