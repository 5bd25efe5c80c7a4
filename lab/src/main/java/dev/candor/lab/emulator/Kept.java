package dev.candor.lab.emulator;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bytes that come in, in however small pieces. Grows without copying: bodies of many mebibytes are
 * what a buffer that doubles would hold three times.
 */
final class Kept {
  private static final int SMALLEST = 1 << 9;
  private static final int LARGEST = 1 << 20;

  private final Deque<byte[]> full = new ArrayDeque<>();
  private byte[] last = new byte[0];
  private int used;
  private int size;

  int size() {
    return size;
  }

  /** Takes the next bytes of {@code from}, whose place stays as it was. */
  void add(ByteBuf from, int length) {
    int index = from.readerIndex();
    int left = length;
    while (left > 0) {
      if (used == last.length) {
        grow(left);
      }
      int part = Math.min(left, last.length - used);
      from.getBytes(index, last, used, part);
      used += part;
      index += part;
      left -= part;
    }
    size += length;
  }

  private void grow(int wanted) {
    if (used > 0) {
      full.add(last);
    }
    last = new byte[Math.clamp(Math.max(wanted, size), SMALLEST, LARGEST)];
    used = 0;
  }

  /** All of it; nothing is kept here afterwards. */
  byte[] release() {
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] part = full.poll(); part != null; part = full.poll()) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    System.arraycopy(last, 0, all, at, used);
    last = new byte[0];
    used = 0;
    size = 0;
    return all;
  }
}
