package dev.candor.text.odd;

import dev.candor.text.Home;
import java.lang.Character.UnicodeScript;
import java.util.Optional;

/**
 * Spaces that are not U+0020. Typographers set them beside numbers and signs, not between words.
 */
final class Spaces {
  private static final int NO_BREAK = 0xa0;
  private static final int NARROW_NO_BREAK = 0x202f;
  private static final int NEAR = 200;
  private static final int IDEOGRAPHIC = 0x3000;
  private static final int OGHAM = 0x1680;
  private static final int BRAILLE_BLANK = 0x2800;

  /** Before these, and behind short words, typographers of several languages allow no line end. */
  private static final int SHORT_WORD = 3;

  private final Setting setting;
  private final String text;
  private final Home home;

  Spaces(Setting setting) {
    this.setting = setting;
    this.text = setting.text;
    this.home = new Home(text);
  }

  static boolean isOne(int c) {
    return c == BRAILLE_BLANK || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  Optional<Oddity> check(int c, int offset) {
    int before = offset == 0 ? '\n' : text.codePointBefore(offset);
    int behind = offset + 1 < text.length() ? text.codePointAt(offset + 1) : '\n';
    return rule(c, offset, before, behind).map(r -> Oddity.of(r, offset, offset + 1, " "));
  }

  private Optional<Rule> rule(int c, int offset, int before, int behind) {
    return switch (c) {
      case OGHAM -> odd(!setting.has(UnicodeScript.OGHAM));
      case BRAILLE_BLANK -> odd(!isBraille(before) && !isBraille(behind));
      case IDEOGRAPHIC ->
          odd(
              (isLetter(before) || isLetter(behind))
                  && !setting.hasOneOf(Scripts.EAST_ASIAN)
                  && !home.isOfEastAsianTypography(offset));
      case NO_BREAK ->
          isLetter(before) && isLetter(behind) && !isBesideWordOf(SHORT_WORD, offset)
              ? Optional.of(Rule.NO_BREAK_SPACE)
              : Optional.empty();
      default -> narrow(offset, before, behind);
    };
  }

  private static Optional<Rule> odd(boolean odd) {
    return odd ? Optional.of(Rule.SPACE) : Optional.empty();
  }

  private Optional<Rule> narrow(int offset, int before, int behind) {
    if (isLetter(before) && isLetter(behind)) {
      // Single letters are initials, units and fields of date patterns.
      return odd(
          !isBesideWordOf(1, offset)
              && (text.charAt(offset) != NARROW_NO_BREAK || hasOrdinarySpace(offset)));
    }
    return isLetter(before) && behind >= '0' && behind <= '9'
        ? Optional.of(Rule.SPACE_BEFORE_NUMBER)
        : Optional.empty();
  }

  /** Of scripts that are written with spaces of this width. */
  private static boolean isLetter(int c) {
    if (c < 0x80) {
      return Scripts.isLatin(c);
    }
    return Character.isLetter(c)
        && switch (Scripts.of(c)) {
          case LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN -> true;
          default -> false;
        };
  }

  /** Where all spaces of a line are narrow ones, somebody keeps the line together. */
  private boolean hasOrdinarySpace(int offset) {
    Setting.Line line = setting.lineAt(offset);
    int near = Math.max(line.start(), offset - NEAR);
    int space = text.indexOf(' ', near, Math.min(line.end(), offset + NEAR));
    return space >= 0;
  }

  private static boolean isBraille(int c) {
    return c > BRAILLE_BLANK && c <= 0x28ff;
  }

  /** Whether the word before it or behind it has at most so many letters. */
  private boolean isBesideWordOf(int letters, int offset) {
    int start = offset;
    while (start > 0 && offset - start <= letters && isLetter(text.charAt(start - 1))) {
      start--;
    }
    int end = offset + 1;
    while (end < text.length() && end - offset <= letters + 1 && isLetter(text.charAt(end))) {
      end++;
    }
    return offset - start <= letters || end - offset - 1 <= letters;
  }
}
