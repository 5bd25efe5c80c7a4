package dev.candor.text.odd;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text as a whole and one line of it say about what belongs there. */
final class Setting {
  /** Words that English prose cannot do without. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)(?<![a-z])(?:the|of|and|is|are|this|that|with|you|than|to|for)(?![a-z])");

  private static final int ENOUGH_ENGLISH = 2;

  /** Letters that only languages with a dotless i have beside it. */
  private static final String TURKIC = "ğĞşŞİəƏ";

  private static final int MANY_SCRIPTS = 12;

  /** One in so many letters makes a text one that is written from right to left, too. */
  private static final int RIGHT_TO_LEFT_SHARE = 4;

  final String text;
  private final EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
  private final EnumSet<UnicodeScript> plain = EnumSet.noneOf(UnicodeScript.class);
  private final Map<Integer, Boolean> letterUses = new HashMap<>();
  private long latin;
  private long rightToLeft;
  private int straight;
  private int curly;
  private boolean phonetic;
  private boolean turkic;
  private boolean english;
  private int englishLine = -1;
  private Line line =
      new Line(
          0, 0, false, EnumSet.noneOf(UnicodeScript.class), EnumSet.noneOf(UnicodeScript.class));

  /**
   * A line.
   *
   * @param rightToLeft whether it has a character that is written from right to left
   * @param plain scripts of which it has a letter that nobody takes for a Latin one
   */
  record Line(
      int start,
      int end,
      boolean rightToLeft,
      Set<UnicodeScript> scripts,
      Set<UnicodeScript> plain) {
    boolean hasOneOf(Set<UnicodeScript> some) {
      return scripts.stream().anyMatch(some::contains);
    }
  }

  Setting(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\'' || c == 0x2019) {
        if (isBetweenLetters(text, i)) {
          straight += c == '\'' ? 1 : 0;
          curly += c == '\'' ? 0 : 1;
        }
      } else if (c < 0x80) {
        latin += Scripts.isLatin(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        count(c);
      } else if (c == 0x2c8 || c == 0x2d0) {
        phonetic = true;
      }
      i = next;
    }
  }

  private void count(int c) {
    UnicodeScript script = Scripts.of(c);
    scripts.add(script);
    if (script == UnicodeScript.LATIN) {
      latin++;
      phonetic |= isPhonetic(c) && Alike.letter(c) == 0;
      turkic |= TURKIC.indexOf(c) >= 0;
    } else {
      rightToLeft += Scripts.isRightToLeft(c) ? 1 : 0;
      phonetic |= c == 0x2d0 || c == 0x2c8;
      if (!plain.contains(script) && Alike.letter(c) == 0) {
        plain.add(script);
      }
    }
  }

  /** IPA Extensions, Phonetic Extensions and their supplement. */
  static boolean isPhonetic(int c) {
    return c >= 0x250 && c <= 0x2af || c >= 0x1d00 && c <= 0x1dbf;
  }

  static boolean isBetweenLetters(String text, int offset) {
    int behind = offset + Character.charCount(text.codePointAt(offset));
    return offset > 0
        && behind < text.length()
        && Character.isLetter(text.codePointBefore(offset))
        && Character.isLetter(text.codePointAt(behind));
  }

  /** Whether it has a letter of that script. */
  boolean has(UnicodeScript script) {
    return scripts.contains(script) || script == UnicodeScript.LATIN && latin > 0;
  }

  boolean hasOneOf(Set<UnicodeScript> some) {
    return scripts.stream().anyMatch(some::contains);
  }

  /** Whether it has a letter of that script that nobody takes for a Latin one. */
  boolean hasPlainly(UnicodeScript script) {
    return plain.contains(script);
  }

  boolean hasPhonetics() {
    return phonetic;
  }

  boolean isWrittenFromRightToLeft() {
    return rightToLeft > 0 && rightToLeft * RIGHT_TO_LEFT_SHARE >= latin;
  }

  /** Apostrophes within words that are U+0027. */
  int straightApostrophes() {
    return straight;
  }

  /** Apostrophes within words that are U+2019. */
  int curlyApostrophes() {
    return curly;
  }

  String apostrophe() {
    return curly > straight ? "\u2019" : "'";
  }

  /** Whether English is what its line is written in, and nothing has a dotless i by right. */
  boolean isEnglish(int offset) {
    Line here = lineAt(offset);
    if (here.start != englishLine) {
      englishLine = here.start;
      english = !turkic && hasEnglishWords(text.substring(here.start, here.end));
    }
    return english;
  }

  private static boolean hasEnglishWords(String line) {
    Matcher words = ENGLISH.matcher(line);
    int found = 0;
    while (found < ENOUGH_ENGLISH && words.find()) {
      found++;
    }
    return found >= ENOUGH_ENGLISH;
  }

  /** Whether the text has that sign beside letters elsewhere than in English words: as a letter. */
  boolean isLetterHere(int sign) {
    return letterUses.computeIfAbsent(
        sign,
        s -> {
          for (int i = text.indexOf(s); i >= 0; i = text.indexOf(s, i + 1)) {
            if (isBesideLetter(i) && !Apostrophes.isInEnglishWord(text, i)) {
              return true;
            }
          }
          return false;
        });
  }

  private boolean isBesideLetter(int offset) {
    int behind = offset + Character.charCount(text.codePointAt(offset));
    return offset > 0 && Character.isLetter(text.codePointBefore(offset))
        || behind < text.length() && Character.isLetter(text.codePointAt(behind));
  }

  /** As source code and tables of characters write one; or alone in its line. */
  boolean isAloneInQuotes(int offset) {
    int behind = offset + Character.charCount(text.codePointAt(offset));
    boolean first = offset == 0 || Scripts.endsLine(text.charAt(offset - 1));
    boolean last = behind == text.length() || Scripts.endsLine(text.charAt(behind));
    return first && last && text.length() > 2
        || !first
            && !last
            && text.charAt(offset - 1) == text.charAt(behind)
            && "'\"`".indexOf(text.charAt(behind)) >= 0;
  }

  /** Whether its line has letters of so many scripts that it is a table of characters. */
  boolean isInTable(int offset) {
    return lineAt(offset).scripts.size() >= MANY_SCRIPTS;
  }

  /** Asked in the order of the text, so that each line is looked at once. */
  Line lineAt(int offset) {
    if (offset < line.start
        || offset > line.end
        || offset == line.end && line.end < text.length()) {
      int start = offset;
      while (start > 0 && !Scripts.endsLine(text.charAt(start - 1))) {
        start--;
      }
      int end = offset;
      while (end < text.length() && !Scripts.endsLine(text.charAt(end))) {
        end++;
      }
      line = read(start, end);
    }
    return line;
  }

  private Line read(int start, int end) {
    EnumSet<UnicodeScript> here = EnumSet.noneOf(UnicodeScript.class);
    EnumSet<UnicodeScript> plainHere = EnumSet.noneOf(UnicodeScript.class);
    boolean fromRight = false;
    for (int i = start; i < end; ) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        if (Scripts.isLatin(c)) {
          here.add(UnicodeScript.LATIN);
        }
      } else {
        fromRight |= Scripts.isRightToLeft(c);
        UnicodeScript script = Scripts.of(c);
        here.add(script);
        if (script != UnicodeScript.LATIN
            && !plainHere.contains(script)
            && Character.isLetter(c)
            && Alike.letter(c) == 0) {
          plainHere.add(script);
        }
      }
      i += Character.charCount(c);
    }
    return new Line(start, end, fromRight, here, plainHere);
  }
}
