package dev.candor.text.odd;

import dev.candor.text.Likeness;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;

/** The word that a text is being read at, looked through once. Invisible characters are inside. */
final class Word {
  private final String text;
  int start;
  int end;
  private int ascii;
  private int latin;
  private int others;
  private boolean resemblesOnly;
  private boolean lower;
  private boolean plainlyLatinBesideCyrillic;
  private boolean plainlyLatinBesideGreek;
  private final EnumSet<UnicodeScript> plain = EnumSet.noneOf(UnicodeScript.class);
  private final EnumSet<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);

  private int runStart;
  private int runEnd;
  private boolean runIsPlain;
  private boolean runHasLower;

  Word(String text) {
    this.text = text;
  }

  static boolean isOfIt(int c) {
    return c < 0x80
        ? Scripts.isLatin(c) || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c) || Scripts.isMark(c) || Likeness.isInvisible(c);
  }

  /** Goes to the word around that place; asked in the order of the text. */
  Word at(int offset) {
    if (offset >= start && offset < end) {
      return this;
    }
    int from = offset;
    while (from > end && isOfIt(text.codePointBefore(from))) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    if (from > 0 && from < offset && text.charAt(from - 1) == '\\' && text.charAt(from) < 0x80) {
      // The letter of an escape sequence.
      from++;
    }
    start = from;
    ascii = 0;
    others = 0;
    resemblesOnly = false;
    latin = 0;
    lower = false;
    plainlyLatinBesideCyrillic = false;
    plainlyLatinBesideGreek = false;
    plain.clear();
    scripts.clear();
    runEnd = 0;
    int i = from;
    while (i < text.length() && isOfIt(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      add(c);
      i += Character.charCount(c);
    }
    end = i;
    return this;
  }

  private void add(int c) {
    if (Scripts.isLatin(c)) {
      latin++;
      ascii += c < 0x80 ? 1 : 0;
      lower |= Character.isLowerCase(c);
      plainlyLatinBesideCyrillic |= isPlainBeside(UnicodeScript.CYRILLIC, c);
      plainlyLatinBesideGreek |= isPlainBeside(UnicodeScript.GREEK, c);
    } else if (c >= 0x80 && Character.isLetter(c)) {
      UnicodeScript script = Scripts.of(c);
      scripts.add(script);
      others++;
      resemblesOnly |= script == UnicodeScript.GREEK && Letters.DRAWN_ALIKE.indexOf(c) < 0;
      if (Alike.letter(c) == 0) {
        plain.add(script);
      }
    }
  }

  /** Latin letters of the word. */
  int latin() {
    return latin;
  }

  /** Of these, those of ASCII. */
  int ascii() {
    return ascii;
  }

  /** Letters of other scripts than Latin. */
  int others() {
    return others;
  }

  int scripts() {
    return scripts.size();
  }

  /** Whether one of its Greek letters is not drawn as a Latin one. */
  boolean resemblesOnly() {
    return resemblesOnly;
  }

  boolean isAcronym() {
    return latin > 0 && !lower;
  }

  boolean has(UnicodeScript script) {
    return scripts.contains(script);
  }

  boolean hasPlainly(UnicodeScript script) {
    return plain.contains(script);
  }

  /** Whether one of its Latin letters cannot be taken for one of that script. */
  boolean isPlainlyLatinBeside(UnicodeScript script) {
    return switch (script) {
      case CYRILLIC -> plainlyLatinBesideCyrillic;
      case GREEK -> plainlyLatinBesideGreek;
      default -> latin > 0;
    };
  }

  private static boolean isPlainBeside(UnicodeScript script, int c) {
    // Those with an accent are as plain as those that only one of both scripts has.
    return c >= 0x80 || Alike.in(script, c).isEmpty();
  }

  /** Whether the letters of one script in a row around that place have one that looks like none. */
  boolean isRunPlain(int offset, UnicodeScript script) {
    run(offset, script);
    return runIsPlain;
  }

  /** Whether they are one letter, or have a small one. */
  boolean isRunNoAcronym(int offset, UnicodeScript script) {
    run(offset, script);
    return runHasLower || text.codePointCount(runStart, runEnd) == 1;
  }

  boolean endsWithRun(int offset, UnicodeScript script) {
    run(offset, script);
    return runEnd == end;
  }

  private void run(int offset, UnicodeScript script) {
    if (offset >= runStart && offset < runEnd) {
      return;
    }
    int from = offset;
    while (from > start && isOfRun(text.codePointBefore(from), script)) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    runStart = from;
    runIsPlain = false;
    runHasLower = false;
    int i = from;
    while (i < end && isOfRun(text.codePointAt(i), script)) {
      int c = text.codePointAt(i);
      runHasLower |= Character.isLowerCase(c);
      runIsPlain |= Character.isLetter(c) && isPlain(c, script);
      i += Character.charCount(c);
    }
    runEnd = i;
  }

  private boolean isPlain(int c, UnicodeScript script) {
    if (script != UnicodeScript.LATIN) {
      return Alike.letter(c) == 0;
    }
    return has(UnicodeScript.CYRILLIC) && isPlainBeside(UnicodeScript.CYRILLIC, c)
        || has(UnicodeScript.GREEK) && isPlainBeside(UnicodeScript.GREEK, c);
  }

  private static boolean isOfRun(int c, UnicodeScript script) {
    return Scripts.of(c) == script || Scripts.isMark(c) || Likeness.isInvisible(c);
  }

  @Override
  public String toString() {
    return text.substring(start, end);
  }
}
