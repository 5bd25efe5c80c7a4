package dev.candor.text.odd;

import dev.candor.text.odd.Examination.Located;

/** Where in a file something stands; asked in the order of the text, which is gone through once. */
final class Places {
  private static final int AROUND = 30;
  private static final int LONGEST = 64;

  private final TextFile file;
  private final String text;
  private int at;
  private long offset;
  private int line = 1;
  private int column = 1;
  private int lineStart;

  Places(TextFile file) {
    this.file = file;
    this.text = file.text();
    this.offset = file.mark();
  }

  Located of(Oddity oddity) {
    while (at < oddity.start()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      offset += file.bytes(c);
      column++;
      if (c == '\n') {
        line++;
        column = 1;
        lineStart = at;
      }
    }
    int from = whole(Math.max(lineStart, at - AROUND));
    int end = Math.max(at, whole(Math.min(oddity.end(), at + LONGEST)));
    int to = end;
    while (to < Math.min(text.length(), end + AROUND) && !Scripts.endsLine(text.charAt(to))) {
      to++;
    }
    return new Located(
        oddity,
        offset,
        line,
        column,
        text.substring(from, at),
        text.substring(at, end),
        text.substring(end, whole(to)));
  }

  /** Not in the middle of a surrogate pair. */
  private int whole(int place) {
    return place > at
            && place < text.length()
            && Character.isLowSurrogate(text.charAt(place))
            && Character.isHighSurrogate(text.charAt(place - 1))
        ? place - 1
        : place < at && place > 0 && Character.isLowSurrogate(text.charAt(place))
            ? place + 1
            : place;
  }
}
