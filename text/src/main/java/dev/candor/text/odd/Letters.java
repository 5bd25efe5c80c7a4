package dev.candor.text.odd;

import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;

/**
 * Letters that stand in a word of another script and read as one of it (UTS #39, 4 and 5.1). Mixed
 * scripts alone are nothing odd: languages take words and endings from each other. Odd is a letter
 * only where each letter of its script in a row reads as one of the other.
 */
final class Letters {
  /** Greek letters drawn as Latin ones; the others only resemble them, and serve as symbols. */
  static final String DRAWN_ALIKE =
      "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf";

  /** Of these, what an English word of one letter can be. */
  private static final String ONE_LETTER_WORDS = "\u0391\u0399\u039f\u03bf";

  private static final int ENOUGH_LATIN = 3;
  private static final int LONGEST_SHOWN = 64;
  private static final int LONGEST_RANGE = 6;
  private static final int NEAR = 100;

  private final Setting setting;
  private final String text;
  private final Word word;
  private int detailed;

  Letters(Setting setting) {
    this.setting = setting;
    this.text = setting.text;
    this.word = new Word(text);
  }

  Optional<Oddity> check(int c, int offset) {
    if (c < 0x80) {
      return latinAmongOthers(c, offset);
    }
    UnicodeScript script = Scripts.of(c);
    int ascii = Alike.letter(c);
    if (c >= 0x1c0 && c <= 0x1c3) {
      return click(c, offset);
    }
    if (ascii == 0) {
      return Optional.empty();
    }
    if (script == UnicodeScript.LATIN || script == UnicodeScript.COMMON) {
      return styled(c, ascii, offset, script);
    }
    word.at(offset);
    Optional<Rule> rule =
        word.latin() > 0 ? withinLatin(c, offset, script) : alone(c, offset, script);
    return rule.map(r -> oddity(r, c, offset, ascii));
  }

  private Oddity oddity(Rule rule, int c, int offset, int usual) {
    Oddity oddity =
        Oddity.of(rule, offset, offset + Character.charCount(c), Character.toString(usual));
    if (word.end - word.start > LONGEST_SHOWN || detailed++ >= Examination.MOST) {
      return oddity;
    }
    String whole = word.toString();
    return oddity.with("in \"%s\", by UTS #39 %s".formatted(whole, Alike.restrictionLevel(whole)));
  }

  private Optional<Rule> withinLatin(int c, int offset, UnicodeScript script) {
    boolean odd;
    if (word.ascii() == 0
        || word.scripts() > 2
        || word.latin() + word.others() < ENOUGH_LATIN && setting.hasPlainly(script)
        || isInRange()) {
      odd = false;
    } else if (!Scripts.LATIN_SHAPED.contains(script)) {
      odd = isBetweenLatin(c, offset);
    } else if (word.isRunPlain(offset, script) || isEnding(offset, script)) {
      odd = false;
    } else if (script == GREEK && DRAWN_ALIKE.indexOf(c) < 0) {
      odd = isBetweenSmallLatin(c, offset) && !setting.hasPlainly(GREEK);
    } else {
      // Where both rows could be the intruder, that of the text's other script is none.
      odd = word.isPlainlyLatinBeside(script) || !word.hasPlainly(script) && !prefers(script);
    }
    return odd ? Optional.of(Rule.LETTER_OF_ANOTHER_SCRIPT) : Optional.empty();
  }

  /** A name in capitals with an ending in the language of the text: SMS and PDF have cases. */
  private boolean isEnding(int offset, UnicodeScript script) {
    return word.isAcronym() && setting.hasPlainly(script) && word.endsWithRun(offset, script);
  }

  /** Of letters, as regular expressions have it: {@code [a-zA-Z]} with another alphabet's. */
  private boolean isInRange() {
    if (word.latin() + word.others() > LONGEST_RANGE
        || (word.start == 0 || text.charAt(word.start - 1) != '-')
            && (word.end == text.length() || text.charAt(word.end) != '-')) {
      return false;
    }
    String before = text.substring(Math.max(0, word.start - NEAR), word.start);
    return before.lastIndexOf('[') > before.lastIndexOf(']');
  }

  private boolean prefers(UnicodeScript script) {
    return setting.hasPlainly(script) && setting.lineAt(word.start).scripts().contains(script);
  }

  /** A Latin letter in a word of Cyrillic or Greek letters. */
  private Optional<Oddity> latinAmongOthers(int c, int offset) {
    word.at(offset);
    for (UnicodeScript script : List.of(CYRILLIC, GREEK)) {
      if (word.hasPlainly(script)
          && word.scripts() == 1
          && word.others() > word.latin()
          && word.others() + word.latin() >= ENOUGH_LATIN
          && !isInRange()
          && !word.isRunPlain(offset, UnicodeScript.LATIN)
          && word.isRunNoAcronym(offset, UnicodeScript.LATIN)) {
        Optional<Integer> usual = Alike.in(script, c);
        if (usual.isPresent()) {
          return usual.map(u -> oddity(Rule.LETTER_OF_ANOTHER_SCRIPT, c, offset, u));
        }
      }
    }
    return Optional.empty();
  }

  /** Of a word without Latin letters. */
  private Optional<Rule> alone(int c, int offset, UnicodeScript script) {
    if (!Scripts.LATIN_SHAPED.contains(script)
        || word.hasPlainly(script)
        || !setting.has(UnicodeScript.LATIN)) {
      return Optional.empty();
    }
    boolean single = word.end - word.start == Character.charCount(c);
    if (script == GREEK && (single ? ONE_LETTER_WORDS.indexOf(c) < 0 : word.resemblesOnly())) {
      return Optional.empty();
    }
    boolean before = isLatinWordBefore(word.start);
    boolean behind = isLatinWordBehind(word.end);
    boolean odd =
        setting.hasPlainly(script) || single && script == GREEK
            ? before && behind && !setting.lineAt(offset).plain().contains(script)
            : setting.lineAt(offset).scripts().contains(UnicodeScript.LATIN);
    return odd ? Optional.of(Rule.WORD_OF_ANOTHER_SCRIPT) : Optional.empty();
  }

  /** Khoisan languages have them before a letter; elsewhere they read as signs of code. */
  private Optional<Oddity> click(int c, int offset) {
    boolean letter = offset + 1 < text.length() && Character.isLetter(text.codePointAt(offset + 1));
    boolean alone = offset == 0 || !Scripts.isAsciiLetter(text.charAt(offset - 1));
    int ascii = c == 0x1c3 ? '!' : c == 0x1c0 ? '|' : 0;
    return letter || alone || ascii == 0
        ? Optional.empty()
        : Optional.of(Oddity.of(Rule.STYLED_LETTER, offset, offset + 1, Character.toString(ascii)));
  }

  private Optional<Oddity> styled(int c, int ascii, int offset, UnicodeScript script) {
    boolean odd;
    if (c == 'ı') {
      odd = word.at(offset).ascii() > 0 && setting.isEnglish(offset);
    } else if (script == UnicodeScript.COMMON || isPhoneticOnly(c) || isCompatible(c)) {
      odd =
          word.at(offset).ascii() >= ENOUGH_LATIN
              && word.ascii() * 2 > word.latin()
              && isBetweenAscii(c, offset)
              && !(Setting.isPhonetic(c) && setting.hasPhonetics());
    } else {
      odd = false;
    }
    return odd ? Optional.of(oddity(Rule.STYLED_LETTER, c, offset, ascii)) : Optional.empty();
  }

  /** Phonetic letters that no orthography has: a, g and small capitals. */
  private static boolean isPhoneticOnly(int c) {
    return c == 0x251 || c == 0x261 || c >= 0x1d00 && c <= 0x1d2b;
  }

  /** Full-width letters, Roman numerals, the sign for kelvin: one letter of ASCII by NFKC. */
  private static boolean isCompatible(int c) {
    return c == 0x212a || c >= 0x2160 && c <= 0x217f || c >= 0xff21 && c <= 0xff5a;
  }

  private boolean isBetweenAscii(int c, int offset) {
    int behind = offset + Character.charCount(c);
    boolean before = offset > 0 && Scripts.isAsciiLetter(text.charAt(offset - 1));
    boolean after = behind < text.length() && Scripts.isAsciiLetter(text.charAt(behind));
    return before && after
        || (before || after) && !Character.isUpperCase(c) && c >= 0x250 && c < 0x2b0;
  }

  private boolean isBetweenLatin(int c, int offset) {
    int behind = offset + Character.charCount(c);
    return offset > 0
        && behind < text.length()
        && Scripts.isLatin(text.codePointBefore(offset))
        && Scripts.isLatin(text.codePointAt(behind));
  }

  private boolean isBetweenSmallLatin(int c, int offset) {
    int behind = offset + Character.charCount(c);
    return isBetweenLatin(c, offset)
        && Character.isLowerCase(text.codePointBefore(offset))
        && Character.isLowerCase(text.codePointAt(behind));
  }

  private boolean isLatinWordBefore(int start) {
    return start > 1
        && text.charAt(start - 1) == ' '
        && Scripts.isLatin(text.codePointBefore(start - 1));
  }

  private boolean isLatinWordBehind(int end) {
    return end + 1 < text.length()
        && text.charAt(end) == ' '
        && Scripts.isLatin(text.codePointAt(end + 1));
  }
}
