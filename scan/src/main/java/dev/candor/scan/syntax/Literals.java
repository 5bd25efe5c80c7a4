package dev.candor.scan.syntax;

import java.nio.charset.StandardCharsets;

/** The values of literals as ECMA-262 (12.9) and Python (2.4) write them; both escape alike. */
public final class Literals {
  private Literals() {}

  /** The value of the string or template token, quotes, prefix and escapes undone. */
  public static String string(Tokens tokens, int token) {
    int opening = opening(tokens, token);
    if (opening == tokens.end(token)) {
      return ""; // no quote, so no string
    }
    int quotes = quotes(tokens, token, opening);
    int from = opening + quotes;
    int to = Math.max(from, tokens.end(token) - quotes);
    String source = new String(tokens.text(), from, to - from, StandardCharsets.UTF_8);
    return source.indexOf('\\') < 0 || hasPrefix(tokens, token, 'r') ? source : unescape(source);
  }

  /** Offset of the first quote, behind the prefix of Python; the token's end where it has none. */
  public static int opening(Tokens tokens, int token) {
    byte[] text = tokens.text();
    int at = tokens.start(token);
    int end = tokens.end(token);
    while (at < end && text[at] != '"' && text[at] != '\'' && text[at] != '`') {
      at++;
    }
    return at;
  }

  /** How many quotes stand at either end of the string whose first one is at {@code opening}. */
  public static int quotes(Tokens tokens, int token, int opening) {
    byte[] text = tokens.text();
    return tokens.end(token) - opening >= 6
            && text[opening] == text[opening + 1]
            && text[opening] == text[opening + 2]
        ? 3
        : 1;
  }

  /** Whether the prefix has the small letter, or the capital of it. */
  static boolean hasPrefix(Tokens tokens, int token, char letter) {
    int opening = opening(tokens, token);
    for (int i = tokens.start(token); i < opening; i++) {
      if ((tokens.text()[i] | 0x20) == letter) {
        return true;
      }
    }
    return false;
  }

  public static String unescape(String source) {
    StringBuilder value = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '\\' || i + 1 == source.length()) {
        value.append(c);
        continue;
      }
      c = source.charAt(++i);
      switch (c) {
        case 'n' -> value.append('\n');
        case 't' -> value.append('\t');
        case 'r' -> value.append('\r');
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'v' -> value.append('\u000b');
        case 'a' -> value.append('a');
        // A line that goes on: ECMA-262, 12.9.4, LineContinuation.
        case '\n', '\u2028', '\u2029' -> {}
        case '\r' -> i += i + 1 < source.length() && source.charAt(i + 1) == '\n' ? 1 : 0;
        case 'x' -> i = hex(source, i, 2, value);
        case 'u' -> i = unicode(source, i, value);
        case 'U' -> i = wide(source, i, value);
        case 'N' -> i = named(source, i, value);
        case '0', '1', '2', '3', '4', '5', '6', '7' -> i = octal(source, i, value);
        default -> value.append(c);
      }
    }
    return value.toString();
  }

  private static int hex(String source, int at, int digits, StringBuilder value) {
    int code = 0;
    for (int i = 1; i <= digits; i++) {
      int digit = at + i < source.length() ? Character.digit(source.charAt(at + i), 16) : -1;
      if (digit < 0) {
        value.append(source.charAt(at));
        return at;
      }
      code = code << 4 | digit;
    }
    value.append((char) code);
    return at + digits;
  }

  private static int unicode(String source, int at, StringBuilder value) {
    if (at + 1 < source.length() && source.charAt(at + 1) == '{') {
      int close = source.indexOf('}', at);
      if (close < 0 || close - at > 8 || close - at < 3) {
        return at;
      }
      int code = 0;
      for (int i = at + 2; i < close; i++) {
        int digit = Character.digit(source.charAt(i), 16);
        if (digit < 0) {
          return at;
        }
        code = code << 4 | digit;
      }
      if (Character.isValidCodePoint(code)) {
        value.appendCodePoint(code);
      }
      return close;
    }
    return hex(source, at, 4, value);
  }

  /** Python's eight digits. */
  private static int wide(String source, int at, StringBuilder value) {
    int code = 0;
    for (int i = 1; i <= 8; i++) {
      int digit = at + i < source.length() ? Character.digit(source.charAt(at + i), 16) : -1;
      if (digit < 0 || code > Character.MAX_CODE_POINT >> 4) {
        value.append('U');
        return at;
      }
      code = code << 4 | digit;
    }
    value.append(Character.isValidCodePoint(code) ? Character.toString(code) : "U");
    return at + 8;
  }

  /** Python's character by its name in Unicode. */
  private static int named(String source, int at, StringBuilder value) {
    int close = source.indexOf('}', at);
    boolean name = close > at + 2 && source.charAt(at + 1) == '{' && close - at < 90;
    try {
      value.append(
          name ? Character.toString(Character.codePointOf(source.substring(at + 2, close))) : "N");
      return name ? close : at;
    } catch (IllegalArgumentException e) {
      value.append('N');
      return at;
    }
  }

  private static int octal(String source, int at, StringBuilder value) {
    int code = 0;
    int i = at;
    while (i < source.length()
        && i < at + 3
        && source.charAt(i) >= '0'
        && source.charAt(i) <= '7'
        && code < 32) {
      code = code * 8 + source.charAt(i) - '0';
      i++;
    }
    value.append((char) code);
    return i - 1;
  }

  /** The whole number of a numeric token, or -1 where it is none or too large. */
  public static long number(Tokens tokens, int token) {
    byte[] text = tokens.text();
    int from = tokens.start(token);
    int to = tokens.end(token);
    if (to - from > 18) {
      return -1;
    }
    int radix = 10;
    if (to - from > 2 && text[from] == '0') {
      radix =
          switch (text[from + 1] | 0x20) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
          };
      from += radix == 10 ? 0 : 2;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == '_') {
        continue;
      }
      int digit = Character.digit(text[i], radix);
      if (digit < 0) {
        return exponent(text, i, to, value, radix);
      }
      value = value * radix + digit;
    }
    return value;
  }

  /** Minifiers write 1000 as 1e3. */
  private static long exponent(byte[] text, int at, int to, long value, int radix) {
    if (radix != 10 || (text[at] | 0x20) != 'e' || to - at > 3) {
      return -1;
    }
    long power = value;
    int exponent = 0;
    for (int i = at + 1; i < to; i++) {
      int digit = Character.digit(text[i], 10);
      if (digit < 0) {
        return -1;
      }
      exponent = exponent * 10 + digit;
    }
    for (int i = 0; i < exponent; i++) {
      if (power > Long.MAX_VALUE / 10) {
        return -1;
      }
      power *= 10;
    }
    return power;
  }
}
