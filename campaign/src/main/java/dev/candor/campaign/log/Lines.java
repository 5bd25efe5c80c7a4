package dev.candor.campaign.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a text in UTF-8, one after the other, each within a bound: a longer one is passed
 * over without being held.
 */
public final class Lines {
  /** The longest line of an exchange log, in bytes. */
  public static final int LONGEST = 1 << 20;

  private static final int BLOCK = 1 << 16;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final int longest;
  private final byte[] block = new byte[BLOCK];
  private int at;
  private int end;
  private byte[] line = new byte[BLOCK];
  private int length;
  private boolean tooLong;
  private long number;

  /**
   * @param in is not closed
   * @param longest line that is read, in bytes
   */
  public Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * Goes to the next line; a byte order mark at the beginning is none of it.
   *
   * @return whether there is one
   */
  public boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int stop = at;
      while (stop < end && block[stop] != '\n') {
        stop++;
      }
      keep(at, stop);
      at = stop;
      if (stop < end) {
        at++;
        break;
      }
    }
    if (!any) {
      return false;
    }
    number++;
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    if (number == 1
        && length >= MARK.length
        && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length)) {
      length -= MARK.length;
      System.arraycopy(line, MARK.length, line, 0, length);
    }
    return true;
  }

  /** The number of the present line, from 1. */
  public long number() {
    return number;
  }

  /** Whether the present line is longer than the bound; its text is not there. */
  public boolean tooLong() {
    return tooLong;
  }

  /** Whether the present line has no byte but spaces and tabs. */
  public boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t') {
        return false;
      }
    }
    return !tooLong;
  }

  /** The present line, or nothing if it is no UTF-8. */
  public Optional<String> text() {
    for (int i = 0; i < length; i++) {
      if (line[i] < 0) {
        return decoded();
      }
    }
    return Optional.of(new String(line, 0, length, StandardCharsets.ISO_8859_1));
  }

  private Optional<String> decoded() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = in.read(block);
    return end > 0;
  }

  private void keep(int from, int to) {
    int more = to - from;
    if (tooLong || length + more > longest) {
      tooLong = true;
      length = 0;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(block, from, line, length, more);
    length += more;
  }
}
