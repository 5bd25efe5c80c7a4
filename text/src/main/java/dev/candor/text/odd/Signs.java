package dev.candor.text.odd;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/** Punctuation and digits that read as those of ASCII. */
final class Signs {
  private static final int GREEK_QUESTION_MARK = 0x37e;
  private static final int ONE_DOT_LEADER = 0x2024;
  private static final int NEAR = 16;

  /** What no typographer sets in a date, though it reads as a hyphen or a slash. */
  private static final String NO_DATE_SEPARATORS =
      "\u2044\u2215\u29f8\u2571\u27cb\u2212\u02d7\u2043\u2796\u06d4";

  private final Setting setting;
  private final String text;
  private int numberStart;
  private int numberEnd;
  private boolean mixed;

  Signs(Setting setting) {
    this.setting = setting;
    this.text = setting.text;
  }

  Optional<Oddity> check(int c, int offset) {
    int end = offset + Character.charCount(c);
    if (Dates.isSeparatorAt(text, offset) && NO_DATE_SEPARATORS.indexOf(c) >= 0) {
      String usual = Alike.ascii(c) == '/' ? "/" : "-";
      return Optional.of(Oddity.of(Rule.DATE_SEPARATOR, offset, end, usual));
    }
    if (Setting.isBetweenLetters(text, offset) && c != 0x2019 && Apostrophes.isAlike(c)) {
      Optional<Oddity> apostrophe = Apostrophes.check(setting, offset);
      if (apostrophe.isPresent()) {
        return apostrophe;
      }
    }
    if (!isForeign(c, offset)) {
      return Optional.empty();
    }
    int ascii = Alike.ascii(c);
    return ascii == 0 || Character.isLetterOrDigit(ascii)
        ? Optional.empty()
        : Optional.of(
            Oddity.of(Rule.SIGN_OF_ANOTHER_SCRIPT, offset, end, Character.toString(ascii)));
  }

  private boolean isForeign(int c, int offset) {
    if (c == GREEK_QUESTION_MARK) {
      return !isBehind(UnicodeScript.GREEK, offset);
    }
    if (c == ONE_DOT_LEADER) {
      return isBehind(UnicodeScript.LATIN, offset) && !isLeader(offset);
    }
    UnicodeScript script = Scripts.of(c);
    return isBesideAscii(c, offset)
        && !Scripts.isOfNoScript(script)
        && script != UnicodeScript.LATIN
        && !setting.has(script)
        && setting.has(UnicodeScript.LATIN);
  }

  private boolean isBesideAscii(int c, int offset) {
    int behind = offset + Character.charCount(c);
    return offset > 0 && isAscii(text.charAt(offset - 1))
        || behind < text.length() && isAscii(text.charAt(behind));
  }

  private static boolean isAscii(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** Whether the letter next before that place is one of the script. */
  private boolean isBehind(UnicodeScript script, int offset) {
    int at = offset;
    while (at > Math.max(0, offset - NEAR)) {
      int c = text.codePointBefore(at);
      if (Character.isLetter(c)) {
        return Scripts.of(c) == script;
      }
      if (Scripts.endsLine(c)) {
        return false;
      }
      at -= Character.charCount(c);
    }
    return false;
  }

  /** Several in a row lead to a page number. */
  private boolean isLeader(int offset) {
    return offset > 0 && text.charAt(offset - 1) == ONE_DOT_LEADER
        || offset + 1 < text.length() && text.charAt(offset + 1) == ONE_DOT_LEADER;
  }

  /** A digit that is not one of ASCII, in a number that has those too. */
  Optional<Oddity> digit(int c, int offset) {
    if (offset < numberStart || offset >= numberEnd) {
      read(offset);
    }
    boolean fullWidth = c >= 0xff10 && c <= 0xff19 && setting.hasOneOf(Scripts.EAST_ASIAN);
    if (!mixed || fullWidth) {
      return Optional.empty();
    }
    String usual = Integer.toString(Character.digit(c, 10));
    return Optional.of(
        Oddity.of(Rule.DIGIT_OF_ANOTHER_SCRIPT, offset, offset + Character.charCount(c), usual));
  }

  private void read(int offset) {
    int start = offset;
    while (start > numberEnd && Character.isDigit(text.codePointBefore(start))) {
      start -= Character.charCount(text.codePointBefore(start));
    }
    numberStart = start;
    mixed = false;
    int end = start;
    while (end < text.length() && Character.isDigit(text.codePointAt(end))) {
      mixed |= text.codePointAt(end) < 0x80;
      end += Character.charCount(text.codePointAt(end));
    }
    numberEnd = end;
  }
}
