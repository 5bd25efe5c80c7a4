package dev.candor.scan;

import dev.candor.artifact.Content;
import java.util.Arrays;

/**
 * Finds runs of base64 and hexadecimal characters in bytes of any kind. A run is at least {@link
 * #SHORTEST} long, so only every so manyth byte needs a look: where that is foreign, no run spans
 * it.
 */
final class Runs {
  static final int SHORTEST = 24;
  private static final int LONGEST = 1 << 20;
  private static final int BLOCK = 4 << 20;
  private static final int FOLD = 76;
  private static final boolean[] IN_RUN = new boolean[256];

  static {
    for (char c :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_".toCharArray()) {
      IN_RUN[c] = true;
    }
  }

  @FunctionalInterface
  interface Visitor {
    /** Is given a run and its place in the content. */
    void visit(byte[] run, long start, long end);
  }

  private Runs() {}

  /**
   * Visits the runs that begin within {@code [from, to)}, in order, each up to its own end but not
   * beyond {@code limit}; a run that began before {@code from}, though not before {@code floor}, is
   * another slice's. Memory is one block, whatever the size.
   */
  static void find(Content content, long floor, long from, long to, long limit, Visitor visitor) {
    byte[] block = new byte[(int) Math.min(BLOCK + LONGEST, limit - from)];
    long at = from > floor ? skipRun(content, floor, from, to, limit) : from;
    while (at < to) {
      int length = (int) Math.min(block.length, limit - at);
      content.read(at, block, 0, length);
      int stop = (int) Math.min(to - at, Math.min(length, BLOCK));
      at += scan(block, length, stop, at, visitor);
    }
  }

  /** Where the run that reaches {@code from} ends, all its lines included; else {@code from}. */
  private static long skipRun(Content content, long floor, long from, long to, long limit) {
    long at = from;
    while (at < to) {
      long base = Math.max(floor, at - FOLD - 3);
      byte[] bytes = content.bytes(base, Math.min(limit, at + 4096));
      // Whether a line break folds shows in the two bytes behind it.
      long seen = base + bytes.length == limit ? limit : base + bytes.length - 2;
      int stop = (int) (Math.min(to, seen) - base);
      int i = (int) (at - base);
      while (i < stop && goesOn(bytes, i)) {
        i++;
      }
      at = base + i;
      if (i < stop) {
        return at;
      }
    }
    return to;
  }

  /** Whether the run of the byte before {@code at} goes on there. */
  private static boolean goesOn(byte[] bytes, int at) {
    if (!IN_RUN[bytes[at] & 0xff]) {
      return folds(bytes, at);
    }
    return IN_RUN[bytes[at - 1] & 0xff] || folds(bytes, at - 1);
  }

  private static boolean folds(byte[] bytes, int at) {
    boolean second = bytes[at] == '\n' && at > 0 && bytes[at - 1] == '\r';
    return breaksLine(bytes, 0, second ? at - 1 : at, bytes.length);
  }

  /** Encoders fold at 60 to 76 characters (RFC 7468, RFC 2045): such lines are one run. */
  private static boolean breaksLine(byte[] block, int start, int at, int length) {
    if (block[at] != '\n' && block[at] != '\r') {
      return false;
    }
    int next = at + 1 < length && block[at] == '\r' && block[at + 1] == '\n' ? at + 2 : at + 1;
    if (next >= length || !IN_RUN[block[next] & 0xff]) {
      return false;
    }
    if (block[at] == '\n' && at > start && block[at - 1] == '\r') {
      return true;
    }
    int line = 0;
    while (at - line > start && line <= FOLD && IN_RUN[block[at - line - 1] & 0xff]) {
      line++;
    }
    return line >= 60 && line <= FOLD;
  }

  /** Visits runs that begin before {@code stop}; answers where the next block begins. */
  private static int scan(byte[] block, int length, int stop, long base, Visitor visitor) {
    int i = 0;
    while (i < stop) {
      int probe = i + SHORTEST - 1;
      if (probe >= length) {
        return Math.max(i, stop);
      }
      if (!IN_RUN[block[probe] & 0xff]) {
        i = probe + 1;
        continue;
      }
      int start = probe;
      while (start > i && IN_RUN[block[start - 1] & 0xff]) {
        start--;
      }
      if (start >= stop) {
        return start;
      }
      int end = probe + 1;
      while (end < length) {
        if (!IN_RUN[block[end] & 0xff] && !breaksLine(block, start, end, length)) {
          break;
        }
        end++;
      }
      if (end - start >= SHORTEST) {
        visitor.visit(Arrays.copyOfRange(block, start, end), base + start, base + end);
      }
      i = end + 1;
    }
    return i > stop ? Math.min(i, length) : stop;
  }
}
