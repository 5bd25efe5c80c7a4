package dev.candor.text.mechanism;

import dev.candor.core.Form;
import dev.candor.core.mechanism.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a symbol may be there for an innocent reason: the whole text is so written, or nothing
 * else in it tells.
 */
public final class Doubt {
  /**
   * What word processors put in by themselves (U+2018 to U+201D quotes, dashes, no-break spaces).
   */
  private static final Set<String> AUTOMATIC =
      Set.of(
          "\u2018", "\u2019", "\u201c", "\u201d", "\u2013", "\u2014", "\u2026", "\u00a0", "\u202f");

  private Doubt() {}

  /**
   * Why the symbol of a mark proves nothing here; empty where it does.
   *
   * @param text in which the sentence stands, as far as one hand wrote it
   * @param sentence in it
   */
  public static Optional<String> about(Mark mark, Sentence sentence, String text) {
    String symbol = sentence.slots().getOrDefault(mark.slot(), "");
    String plain = mark.unmarked();
    boolean character =
        mark.form() == Form.LOOKALIKE
            || mark.form() == Form.INVISIBLE
            || mark.form() == Form.FORMAT;
    if (!character || symbol.equals(plain) || !isSign(symbol)) {
      return Optional.empty();
    }
    String inside = text.substring(sentence.start(), sentence.end());
    int at = inside.indexOf(symbol);
    Neighbours around = Neighbours.of(inside, at, symbol.length());
    int same = count(text, symbol, around, sentence);
    int other = plain.isEmpty() ? 0 : count(text, plain, around, sentence);
    if (other > 0) {
      return Optional.empty();
    }
    String shown = Symbols.points(symbol);
    if (same > 0) {
      return Optional.of(
          "the text has " + shown + " wherever it could have " + Symbols.points(plain));
    }
    return AUTOMATIC.contains(symbol)
        ? Optional.of(
            "nothing else in the text shows whether it is written with " + shown + " throughout")
        : Optional.empty();
  }

  private static boolean isSign(String symbol) {
    return !symbol.isEmpty()
        && symbol.codePointCount(0, symbol.length()) == 1
        && !Character.isDigit(symbol.codePointAt(0))
        && !(symbol.charAt(0) < 0x80 && Character.isLetter(symbol.charAt(0)));
  }

  /** How often it stands between such neighbours, outside of the sentence. */
  private static int count(String text, String symbol, Neighbours around, Sentence sentence) {
    int count = 0;
    for (int at = text.indexOf(symbol); at >= 0; at = text.indexOf(symbol, at + 1)) {
      boolean outside = at < sentence.start() || at >= sentence.end();
      if (outside && Neighbours.of(text, at, symbol.length()).equals(around)) {
        count++;
      }
    }
    return count;
  }

  private record Neighbours(List<Character> kinds) {
    static Neighbours of(String text, int at, int length) {
      return new Neighbours(List.of(kind(text, at - 1), kind(text, at + length)));
    }

    private static char kind(String text, int at) {
      if (at < 0 || at >= text.length()) {
        return ' ';
      }
      char c = text.charAt(at);
      return Character.isDigit(c) ? '0' : Character.isLetter(c) ? 'a' : ' ';
    }
  }
}
