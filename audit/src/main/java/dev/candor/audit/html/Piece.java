package dev.candor.audit.html;

import dev.candor.audit.Rendering;
import dev.candor.text.Mark;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * A run of text as a page shows it.
 *
 * @param text made visible
 * @param name in Unicode, as {@code U+2019 RIGHT SINGLE QUOTATION MARK}, where it is one character
 *     that is shown apart; else empty
 */
record Piece(String text, String name) {
  /** UTF-16 units of a text that are taken apart. */
  private static final int LONGEST = 400;

  private static final int SHORT = 2;
  private static final String DOTTED_CIRCLE = "\u25cc";

  boolean isNamed() {
    return !name.isEmpty();
  }

  /** A symbol: of a short one all characters are named, of a longer one those outside ASCII. */
  static List<Piece> ofSymbol(String symbol) {
    boolean brief = symbol.codePointCount(0, symbol.length()) <= SHORT;
    return of(symbol, at -> brief || symbol.codePointAt(at) > '~');
  }

  /** A text around it: those are named that a reader takes for others or does not see. */
  static List<Piece> ofText(String text) {
    Set<Integer> marked =
        Mark.in(beginning(text)).stream().map(Mark::offset).collect(Collectors.toSet());
    return of(text, at -> marked.contains(at) || isHidden(text.codePointAt(at)));
  }

  /** The same as a reader sees it: without what has no ink, and all spaces alike. */
  static String asSeen(String text) {
    StringBuilder seen = new StringBuilder();
    beginning(text)
        .codePoints()
        .forEach(c -> {
          if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
            seen.append(' ');
          } else if (!isUnseen(c)) {
            seen.appendCodePoint(c);
          }
        });
    return seen + (text.length() > LONGEST ? "…" : "");
  }

  private static List<Piece> of(String text, IntPredicate isApart) {
    List<Piece> pieces = new ArrayList<>();
    String shown = beginning(text);
    int from = 0;
    for (int at = 0; at < shown.length(); at += Character.charCount(shown.codePointAt(at))) {
      if (isApart.test(at)) {
        run(shown.substring(from, at), pieces);
        int c = shown.codePointAt(at);
        pieces.add(new Piece(alone(c), Rendering.name(c)));
        from = at + Character.charCount(c);
      }
    }
    run(shown.substring(from), pieces);
    if (shown.length() < text.length()) {
      pieces.add(new Piece("… (" + text.length() + " characters)", ""));
    }
    return pieces;
  }

  private static void run(String text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(Visible.of(text), ""));
    }
  }

  /** A mark alone would sit on whatever stands before it. */
  private static String alone(int c) {
    String visible = Visible.of(Character.toString(c));
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> DOTTED_CIRCLE + visible;
      default -> visible;
    };
  }

  /** Lines and tabs are no secret. */
  private static boolean isHidden(int c) {
    return isUnseen(c) && c != '\n' && c != '\r' && c != '\t';
  }

  private static boolean isUnseen(int c) {
    String alone = Character.toString(c);
    return !Visible.of(alone).equals(alone);
  }

  private static String beginning(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }
}
