package dev.candor.gateway.proxy;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * Looks at the bytes of a request's head before they are decoded. Whatever two servers could read
 * in two ways is refused here, for that is how requests are smuggled past the first of them: a bare
 * CR or LF (RFC 9112, 2.2), white space before a colon and folded lines (5.1, 5.2), anything but
 * single spaces in the request line (3).
 */
final class RawHead {
  private static final String VERSION = "HTTP/1.";
  private static final boolean[] TOKEN = new boolean[256];

  static {
    for (int c = '0'; c <= 'z'; c++) {
      TOKEN[c] = Character.isLetterOrDigit(c);
    }
    "!#$%&'*+-.^_`|~".chars().forEach(c -> TOKEN[c] = true);
  }

  private final ByteBuf bytes;
  private final int end;
  private int at;

  private RawHead(ByteBuf bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /**
   * How many bytes from {@code from} on belong to lines that are whole, up to and with the empty
   * line.
   *
   * @return negative for a line that does not end in CR and LF; 0 for none that is whole
   */
  static int line(ByteBuf bytes, int from) {
    int feed = bytes.indexOf(from, bytes.writerIndex(), (byte) '\n');
    if (feed < 0) {
      return 0;
    }
    return feed == from || bytes.getByte(feed - 1) != '\r' ? -1 : feed + 1 - from;
  }

  /**
   * What is wrong with a head; empty where nothing is.
   *
   * @param start its first byte
   * @param end behind its empty line; each of its lines ends in CR and LF
   */
  static Optional<String> flaw(ByteBuf bytes, int start, int end) {
    return new RawHead(bytes, start, end - 2).flaw();
  }

  private Optional<String> flaw() {
    if (!isRequestLine()) {
      return Optional.of("its request line is not a method, a target and HTTP/1.1");
    }
    while (at < end) {
      int colon = token(at);
      if (colon == at) {
        return Optional.of("a header line begins with none of a name's characters");
      }
      if (bytes.getByte(colon) != ':') {
        return Optional.of("a header's name is not followed by a colon");
      }
      at = colon + 1;
      while (isText(bytes.getByte(at))) {
        at++;
      }
      if (!isLineEnd()) {
        return Optional.of("a header's value has a control character");
      }
    }
    return Optional.empty();
  }

  private boolean isRequestLine() {
    int method = token(at);
    if (method == at || bytes.getByte(method) != ' ') {
      return false;
    }
    int target = method + 1;
    while (bytes.getByte(target) > ' ' && bytes.getByte(target) < 0x7f) {
      target++;
    }
    if (target == method + 1 || bytes.getByte(target) != ' ') {
      return false;
    }
    at = target + 1;
    for (int i = 0; i < VERSION.length(); i++) {
      if (bytes.getByte(at++) != VERSION.charAt(i)) {
        return false;
      }
    }
    byte minor = bytes.getByte(at++);
    return (minor == '0' || minor == '1') && isLineEnd();
  }

  private int token(int from) {
    int i = from;
    while (TOKEN[bytes.getByte(i) & 0xff]) {
      i++;
    }
    return i;
  }

  private static boolean isText(byte b) {
    return b < 0 || b >= ' ' && b != 0x7f || b == '\t';
  }

  private boolean isLineEnd() {
    if (bytes.getByte(at) != '\r' || bytes.getByte(at + 1) != '\n') {
      return false;
    }
    at += 2;
    return true;
  }
}
