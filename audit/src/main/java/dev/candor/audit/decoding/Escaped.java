package dev.candor.audit.decoding;

/**
 * Bytes of a log as text: UTF-8 with the escapes of JSON undone, however deep one string is nested
 * in another. What is neither is kept as well as it can be.
 *
 * @param text the characters
 * @param offsets where in the bytes each UTF-16 unit begins, and behind the last one the end
 */
record Escaped(String text, int[] offsets) {
  static Escaped of(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int[] offsets = new int[to - from + 2];
    int at = from;
    while (at < to) {
      int start = at;
      int length = text.length();
      at = bytes[at] == '\\' ? escape(bytes, at, to, text) : plain(bytes, at, to, text);
      for (int i = length; i < text.length(); i++) {
        offsets[i] = start;
      }
    }
    offsets[text.length()] = to;
    return new Escaped(text.toString(), offsets);
  }

  /** Any number of backslashes: in a string within a string they are doubled. */
  private static int escape(byte[] bytes, int from, int to, StringBuilder text) {
    int at = from;
    while (at < to && bytes[at] == '\\') {
      at++;
    }
    if (at == to) {
      text.append('\\');
      return to;
    }
    char c = (char) (bytes[at] & 0xff);
    if (c == 'u' && at + 5 <= to) {
      int unit = 0;
      for (int i = at + 1; i < at + 5; i++) {
        int digit = Character.digit(bytes[i], 16);
        unit = digit < 0 || unit < 0 ? -1 : unit << 4 | digit;
      }
      if (unit >= 0) {
        text.append((char) unit);
        return at + 5;
      }
    }
    int known = "\"'/bfnrt".indexOf(c);
    if (known < 0) {
      text.append('\\');
      return at;
    }
    text.append("\"'/\b\f\n\r\t".charAt(known));
    return at + 1;
  }

  private static int plain(byte[] bytes, int at, int to, StringBuilder text) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      text.append((char) first);
      return at + 1;
    }
    int length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    int point = first & 0xff >> length + 1;
    for (int i = 1; i < length; i++) {
      if (at + i >= to || (bytes[at + i] & 0xc0) != 0x80) {
        length = 1;
      } else {
        point = point << 6 | bytes[at + i] & 0x3f;
      }
    }
    boolean valid =
        first < 0xf5
            && (length == 2 && point >= 0x80
                || length == 3 && point >= 0x800 && (point < 0xd800 || point > 0xdfff)
                || length == 4 && point >= 0x10000 && point <= Character.MAX_CODE_POINT);
    if (!valid) {
      text.append('\ufffd');
      return at + 1;
    }
    text.appendCodePoint(point);
    return at + length;
  }
}
