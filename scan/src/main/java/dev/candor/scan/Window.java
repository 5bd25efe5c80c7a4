package dev.candor.scan;

import dev.candor.artifact.Module;
import dev.candor.core.ByteRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a very large source module that is scanned by itself, so that tokens, which cost seven
 * times the text, stay bounded.
 *
 * @param from first byte, counted from the module's start
 * @param to behind the last byte
 */
record Window(long from, long to) {
  private static final int LONGEST = 24 << 20;

  /** How far back from its end a window looks for a line or a statement to end with. */
  private static final int LOOK_BACK = 1 << 20;

  ByteRange range() {
    return new ByteRange(from, to);
  }

  static List<Window> of(Module module) {
    List<Window> windows = new ArrayList<>();
    long from = 0;
    while (module.size() - from > LONGEST) {
      long to = from + LONGEST;
      long start = module.range().start();
      to = border(module.content().bytes(start + to - LOOK_BACK, start + to), to);
      windows.add(new Window(from, to));
      from = to;
    }
    windows.add(new Window(from, module.size()));
    return windows;
  }

  /**
   * Behind the last line break, or else the last semicolon, of the bytes that end at {@code to}.
   */
  private static long border(byte[] tail, long to) {
    for (byte border : new byte[] {'\n', ';'}) {
      for (int i = tail.length - 1; i >= 0; i--) {
        if (tail[i] == border) {
          return to - tail.length + i + 1;
        }
      }
    }
    return to;
  }
}
