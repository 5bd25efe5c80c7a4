package dev.candor.artifact;

import dev.candor.core.ByteRange;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/** Splits a run of bytes at whatever is not UTF-8 (RFC 3629, section 4). */
final class Utf8Runs {
  private static final int WINDOW = 1 << 18;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Utf8Runs() {}

  /** Adds the parts of {@code run} that are UTF-8 and at least {@code shortest} long. */
  static void split(Content content, ByteRange run, int shortest, List<ByteRange> into) {
    byte[] buffer = new byte[(int) Math.min(WINDOW, run.length())];
    long start = run.start();
    long window = run.start();
    while (window < run.end()) {
      int length = (int) Math.min(buffer.length, run.end() - window);
      content.read(window, buffer, 0, length);
      boolean last = window + length == run.end();
      int at = 0;
      while (at < length) {
        int next = character(buffer, at, length);
        if (next > 0) {
          at = next;
        } else if (!last && at > length - 4 && at > 0) {
          break; // cut by the window, not by the text: read again from here
        } else {
          add(start, window + at, shortest, into);
          at++;
          start = window + at;
        }
      }
      window += at;
    }
    add(start, run.end(), shortest, into);
  }

  private static void add(long start, long end, int shortest, List<ByteRange> into) {
    if (end - start >= shortest) {
      into.add(new ByteRange(start, end));
    }
  }

  /** Index behind the character at {@code at} (or behind eight ASCII ones), or -1 if none fits. */
  private static int character(byte[] bytes, int at, int length) {
    if (at + 8 <= length && ((long) LONG.get(bytes, at) & 0x8080808080808080L) == 0) {
      return at + 8;
    }
    int lead = bytes[at] & 0xff;
    if (lead < 0x80) {
      return at + 1;
    }
    int size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + size > length) {
      return -1;
    }
    int second = bytes[at + 1] & 0xff;
    int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
      return -1;
    }
    for (int i = 2; i < size; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return -1;
      }
    }
    return at + size;
  }
}
