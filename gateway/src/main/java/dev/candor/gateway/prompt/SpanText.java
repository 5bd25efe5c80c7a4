package dev.candor.gateway.prompt;

import dev.candor.text.Utf8;
import java.util.Arrays;
import java.util.Optional;

/** The text that a string of JSON stands for, and where each character of it stands. */
final class SpanText {
  private final byte[] body;
  private final Span span;
  private final String text;
  private int cursorUnit;
  private int cursorByte;

  private SpanText(byte[] body, Span span, String text) {
    this.body = body;
    this.span = span;
    this.text = text;
    cursorByte = span.start();
  }

  /** Empty where its bytes are no UTF-8. */
  static Optional<SpanText> of(byte[] body, Span span) {
    return Utf8.text(Arrays.copyOfRange(body, span.start(), span.end()))
        .map(raw -> new SpanText(body, span, unescaped(raw)));
  }

  /** The same of bytes that may be no UTF-8. */
  static String decoded(byte[] body, int start, int end) {
    return unescaped(new String(body, start, end - start, java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String unescaped(String raw) {
    int escape = raw.indexOf('\\');
    if (escape < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int from = 0;
    while (escape >= 0) {
      text.append(raw, from, escape);
      char kind = raw.charAt(escape + 1);
      from = escape + 2;
      switch (kind) {
        case 'u' -> {
          text.append((char) Integer.parseInt(raw, escape + 2, escape + 6, 16));
          from = escape + 6;
        }
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        default -> text.append(kind);
      }
      escape = raw.indexOf('\\', from);
    }
    return text.append(raw, from, raw.length()).toString();
  }

  Span span() {
    return span;
  }

  String text() {
    return text;
  }

  /**
   * Where a character stands, from the beginning of the body.
   *
   * @param unit of UTF-16, up to the length of the text; asked in ascending order it takes one walk
   */
  int byteAt(int unit) {
    if (unit < cursorUnit) {
      cursorUnit = 0;
      cursorByte = span.start();
    }
    while (cursorUnit < unit) {
      int b = body[cursorByte] & 0xff;
      if (b == '\\') {
        cursorByte += body[cursorByte + 1] == 'u' ? 6 : 2;
        cursorUnit++;
      } else if (b < 0xf0) {
        cursorByte += b < 0x80 ? 1 : b < 0xe0 ? 2 : 3;
        cursorUnit++;
      } else {
        cursorByte += 4;
        cursorUnit += 2;
      }
    }
    return cursorByte;
  }
}
