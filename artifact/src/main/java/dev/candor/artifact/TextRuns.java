package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the maximal runs of at least 4 KiB of text: valid UTF-8 without control characters other
 * than tab, line feed, vertical tab, form feed and carriage return. A run that long holds an
 * aligned block of 2 KiB whole, so one pass tests each block from its start and leaves it at the
 * first byte that is no text, which in machine code is after a few bytes.
 */
final class TextRuns {
  static final int SHORTEST = 4096;

  private static final int BLOCK = 2048;
  private static final int WINDOW = 1 << 20;
  private static final int MOST_RUNS = 100_000;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Content content;
  private final long end;
  private final byte[] buffer;
  private final List<ByteRange> runs = new ArrayList<>();
  private long open = -1;

  private TextRuns(Content content, ByteRange range) {
    this.content = content;
    this.end = range.end();
    this.buffer = new byte[BLOCK + (int) Math.min(WINDOW, range.length())];
  }

  /** The runs within {@code range}, in order. */
  static List<ByteRange> in(Content content, ByteRange range) {
    if (range.length() < SHORTEST) {
      return List.of();
    }
    TextRuns search = new TextRuns(content, range);
    search.run(range.start());
    return search.runs;
  }

  private void run(long start) {
    int history = 0;
    for (long window = start; window < end; window += WINDOW) {
      int length = (int) Math.min(WINDOW, end - window);
      content.read(window, buffer, BLOCK, length);
      for (int at = BLOCK; at < BLOCK + length; at += BLOCK) {
        block(window - BLOCK, at, Math.min(at + BLOCK, BLOCK + length), history);
        history = BLOCK;
      }
      if (length == WINDOW) {
        System.arraycopy(buffer, WINDOW, buffer, 0, BLOCK);
      }
    }
    close(end);
  }

  /**
   * @param base where the buffer's first byte lies in the content
   * @param history bytes of the range that lie before the block in the buffer
   */
  private void block(long base, int from, int to, int history) {
    int stop = textEnd(buffer, from, to);
    if (open >= 0 && stop < to) {
      close(base + stop);
    } else if (open < 0 && stop == to && to - from == BLOCK) {
      int start = from;
      while (start > from - history && isText(buffer[start - 1])) {
        start--;
      }
      open = base + start;
    }
  }

  private void close(long stop) {
    if (open >= 0 && stop - open >= SHORTEST && runs.size() < MOST_RUNS) {
      Utf8Runs.split(content, new ByteRange(open, stop), SHORTEST, runs);
    }
    open = -1;
  }

  /** Index of the first byte in {@code [from, to)} that is no text, or {@code to}. */
  static int textEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long word = (long) LONG.get(bytes, at);
      // Some byte below 0x20: the borrow of a subtraction shows in its top bit.
      if (((word - 0x2020202020202020L) & ~word & 0x8080808080808080L) != 0) {
        for (int i = at; i < at + 8; i++) {
          if (!isText(bytes[i])) {
            return i;
          }
        }
      }
      at += 8;
    }
    while (at < to && isText(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isText(byte b) {
    return b < 0 || b >= ' ' || (b >= '\t' && b <= '\r');
  }
}
