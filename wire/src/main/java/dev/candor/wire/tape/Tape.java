package dev.candor.wire.tape;

import dev.candor.core.InputException;
import dev.candor.wire.Exchange;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exchanges as a stream of bytes, each with all that it holds. {@link TapeWriter} and {@link
 * TapeReader} do the same one exchange at a time.
 *
 * <p>A tape begins with a frame that zstd leaves out (RFC 8878, 3.1.2): {@code 5A 2A 4D 18}, the
 * length 8 as four bytes, and {@code ctape}, the version, {@code p} for plain or {@code z} for
 * zstd, and a line feed. What follows, packed or plain, are entries: kind (one byte), length
 * (number), content, CRC-32C of all that (four bytes, the first the highest). Numbers are of seven
 * bits a byte, the lowest first, with the eighth bit where more follow; where they can be negative,
 * {@code 2n} or {@code -2n-1}. A text is a number, twice its characters, and those as bytes; or one
 * more, and as two bytes each.
 *
 * <p>Bodies, lists of headers and connections are entries of their own, before the exchange that
 * has them first; others refer to them by how many of the kind came since, and itself. Of each
 * kind, as many are kept to be referred to as are within 64 MiB and 65,536, the last ones. Tapes of
 * the same packing may stand one behind another.
 */
public final class Tape {
  static final byte VERSION = 1;
  static final int KEPT = 1 << 16;
  static final long KEPT_BYTES = 64L << 20;

  /** Kinds of entries. */
  static final int START = 1;

  static final int BODY = 2;
  static final int HEADERS = 3;
  static final int CONNECTION = 4;
  static final int TRIAL = 5;
  static final int EXCHANGE = 6;
  static final int END = 7;

  /** How the entries are written. */
  public enum Packing {
    /** As they are: for a pipe. */
    PLAIN,
    /** By zstd, as one frame (RFC 8878): for a file. */
    ZSTD
  }

  /**
   * How much is read.
   *
   * @param exchanges at most
   * @param bytes of what they hold, unpacked; what they share counts once
   */
  public record Limits(int exchanges, long bytes) {
    /** What fits into a common memory. */
    public static final Limits STANDARD = new Limits(1_000_000, 1L << 30);
  }

  /**
   * An exchange and the trial of which it is.
   *
   * @param environment levels by factor; empty where none was told
   */
  public record Recorded(Map<String, String> environment, Exchange exchange) {}

  /**
   * What could be read.
   *
   * @param recorded in the order in which they were written
   * @param reason why this is not all; empty where it is
   */
  public record Contents(List<Recorded> recorded, Optional<String> reason) {
    public Contents {
      recorded = List.copyOf(recorded);
    }

    public List<Exchange> exchanges() {
      return recorded.stream().map(Recorded::exchange).toList();
    }
  }

  private Tape() {}

  /**
   * Writes a whole tape, packed, and flushes; the stream stays open.
   *
   * @throws UncheckedIOException if {@code out} does not take it
   */
  public static void write(List<Exchange> exchanges, OutputStream out) {
    write(exchanges, out, Packing.ZSTD);
  }

  /** As {@link #write(List, OutputStream)}. */
  public static void write(List<Exchange> exchanges, OutputStream out, Packing packing) {
    try (TapeWriter tape = new TapeWriter(out, packing)) {
      exchanges.forEach(tape::add);
    }
  }

  /**
   * Reads all that there is; the stream stays open.
   *
   * @param name of what is read, for messages
   * @throws InputException if it does not begin as a tape that we know, or cannot be read at all
   */
  public static Contents read(String name, InputStream in, Limits limits) {
    List<Recorded> recorded = new ArrayList<>();
    Optional<String> reason = TapeReader.read(name, in, limits, recorded::add);
    return new Contents(recorded, reason);
  }
}
