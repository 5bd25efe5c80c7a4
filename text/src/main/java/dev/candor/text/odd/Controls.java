package dev.candor.text.odd;

import java.util.Arrays;
import java.util.Optional;

/** Control characters and what else ends lines. */
final class Controls {
  private static final int BACKSPACE = 8;
  private static final int VERTICAL_TAB = 0xb;
  private static final int END_OF_FILE = 0x1a;
  private static final int ESCAPE = 0x1b;

  private static final int NEXT_LINE = 0x85;
  private static final int LONGEST_SEQUENCE = 32;

  /** Select graphic rendition: concealed characters (ECMA-48, 8.3.117). */
  private static final String CONCEALED = "8";

  private final String text;
  private final boolean hasLineFeeds;

  Controls(String text) {
    this.text = text;
    this.hasLineFeeds = text.indexOf('\n') >= 0;
  }

  static boolean isOne(int c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\f'
        || c >= 0x7f && c <= 0x9f
        || c == 0x2028
        || c == 0x2029;
  }

  Optional<Oddity> check(int c, int offset) {
    return rule(c, offset)
        .map(rule -> Oddity.of(rule, offset, offset + 1, rule == Rule.LINE_SEPARATOR ? "\n" : ""));
  }

  private Optional<Rule> rule(int c, int offset) {
    return switch (c) {
      case '\r' -> isWithinLine(offset) ? Optional.of(Rule.CARRIAGE_RETURN) : Optional.empty();
      case VERTICAL_TAB, 0x2028, 0x2029 -> Optional.of(Rule.LINE_SEPARATOR);
      // Among others of its kind it is a byte that was read in a wrong encoding.
      case NEXT_LINE -> Optional.of(isBesideAnother(offset) ? Rule.CONTROL : Rule.LINE_SEPARATOR);
      case END_OF_FILE ->
          offset == text.length() - 1 ? Optional.empty() : Optional.of(Rule.CONTROL);
      case ESCAPE -> Optional.of(escape(offset));

      case BACKSPACE -> isOverstrike(offset) ? Optional.empty() : Optional.of(Rule.CONTROL);
      default -> Optional.of(Rule.CONTROL);
    };
  }

  /** Alone it ends lines where nothing else does. */
  private boolean isWithinLine(int offset) {
    return hasLineFeeds && offset + 1 < text.length() && text.charAt(offset + 1) != '\n';
  }

  /** Sequences that move, erase or conceal; a bare escape character is only a control character. */
  private Rule escape(int offset) {
    char next = offset + 1 < text.length() ? text.charAt(offset + 1) : ' ';
    if (next == ']' || next == 'P' || next == '^' || next == '_') {
      return Rule.TERMINAL_SEQUENCE;
    }
    if (next != '[') {
      return Rule.CONTROL;
    }
    char end = sequence(offset + 2);
    return end == 0
        ? Rule.CONTROL
        : end == 'm' && !conceals(offset + 2) ? Rule.TERMINAL_COLOUR : Rule.TERMINAL_SEQUENCE;
  }

  /** The letter that ends a control sequence (ECMA-48, 5.4); 0 where it is none. */
  private char sequence(int from) {
    int end = endOfParameters(from);
    return end < text.length() && text.charAt(end) >= '@' && text.charAt(end) <= '~'
        ? text.charAt(end)
        : 0;
  }

  private int endOfParameters(int from) {
    int end = from;
    while (end < Math.min(text.length(), from + LONGEST_SEQUENCE)
        && text.charAt(end) >= ' '
        && text.charAt(end) <= '?') {
      end++;
    }
    return end;
  }

  private boolean conceals(int from) {
    String parameters = text.substring(from, endOfParameters(from));
    return Arrays.asList(parameters.split(";")).contains(CONCEALED);
  }

  private boolean isBesideAnother(int offset) {
    return offset > 0 && isUpper(text.charAt(offset - 1))
        || offset + 1 < text.length() && isUpper(text.charAt(offset + 1));
  }

  private static boolean isUpper(char c) {
    return c >= 0x80 && c <= 0x9f;
  }

  /** Bold and underlined, as formatted manuals have it. */
  private boolean isOverstrike(int offset) {
    return offset > 0
        && offset + 1 < text.length()
        && (text.charAt(offset - 1) == '_' || text.charAt(offset - 1) == text.charAt(offset + 1));
  }
}
