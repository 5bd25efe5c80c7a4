package dev.candor.text.odd;

import dev.candor.text.Likeness;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what is odd in a text, and writes the text without it. */
public final class Oddities {
  private Oddities() {}

  /**
   * Everything odd in a text.
   *
   * @param findings gets findings in their order; they do not overlap
   * @param notes gets notes in any order
   */
  public static void find(String text, Consumer<Oddity> findings, Consumer<Oddity> notes) {
    walk(text, findings, notes);
    Dates.note(text, notes);
    LineEnds.note(text, notes);
  }

  /** The same without notes, which takes a fraction of the time. */
  public static void findings(String text, Consumer<Oddity> findings) {
    walk(text, findings, note -> {});
  }

  private static void walk(String text, Consumer<Oddity> findings, Consumer<Oddity> notes) {
    if (!isPlain(text)) {
      new Walk(text, oddity -> (oddity.rule().isNote() ? notes : findings).accept(oddity)).walk();
    }
  }

  /**
   * The text with what would stand there usually in the place of every finding; the same text where
   * there is none. Doing it again changes nothing.
   */
  public static String canonical(String text) {
    String before = text;
    // What was odd can have justified something else, so until there is nothing more.
    while (true) {
      Rewriting rewriting = new Rewriting(before);
      findings(before, rewriting::replace);
      if (rewriting.at == 0) {
        return before;
      }
      before = rewriting.end();
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x7f || c < ' ' && c != '\n' && c != '\t' && c != '\f' && !isOfLineEnd(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfLineEnd(String text, int i) {
    return text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
  }

  private static final class Rewriting {
    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    Rewriting(String text) {
      this.text = text;
    }

    void replace(Oddity oddity) {
      out.append(text, at, oddity.start()).append(oddity.usual());
      at = oddity.end();
    }

    String end() {
      return out.append(text, at, text.length()).toString();
    }
  }

  private static final class Walk {
    private final String text;
    private final Consumer<Oddity> found;
    private final Setting setting;
    private final Letters letters;
    private final Signs signs;
    private final Spaces spaces;
    private final Unseen unseen;
    private final Controls controls;

    /** Whether ASCII letters can stand in words of Cyrillic or Greek ones. */
    private final boolean hasOtherWords;

    private final boolean mixesApostrophes;

    Walk(String text, Consumer<Oddity> found) {
      this.text = text;
      this.found = found;
      setting = new Setting(text);
      letters = new Letters(setting);
      signs = new Signs(setting);
      spaces = new Spaces(setting);
      unseen = new Unseen(setting);
      controls = new Controls(text);
      hasOtherWords =
          setting.hasPlainly(UnicodeScript.CYRILLIC) || setting.hasPlainly(UnicodeScript.GREEK);
      mixesApostrophes = setting.curlyApostrophes() > 0 && setting.straightApostrophes() > 0;
    }

    void walk() {
      for (int i = 0; i < text.length(); ) {
        char c = text.charAt(i);
        if (c >= ' ' && c < 0x7f) {
          if (hasOtherWords && Scripts.isLatin(c)) {
            letters.check(c, i).ifPresent(this::accept);
          } else if (mixesApostrophes && c == '\'') {
            apostrophe(c, i);
          }
          i++;
        } else {
          i = other(text.codePointAt(i), i);
        }
      }
    }

    private void accept(Oddity oddity) {
      if (oddity.rule().isNote() || !setting.isInTable(oddity.start())) {
        found.accept(oddity);
      }
    }

    private int other(int c, int offset) {
      if (Likeness.isInvisible(c)) {
        unseen.check(offset).forEach(this::accept);
        int end = offset;
        while (end < text.length() && Likeness.isInvisible(text.codePointAt(end))) {
          end += Character.charCount(text.codePointAt(end));
        }
        return end;
      }
      oddity(c, offset)
          .filter(o -> o.rule().isNote() || !setting.isAloneInQuotes(offset))
          .ifPresent(this::accept);
      return offset + Character.charCount(c);
    }

    private Optional<Oddity> oddity(int c, int offset) {
      if (Controls.isOne(c)) {
        return controls.check(c, offset);
      }
      if (c == 0x2019) {
        if (mixesApostrophes) {
          apostrophe(c, offset);
        }
        return Optional.empty();
      }
      if (Spaces.isOne(c)) {
        return spaces.check(c, offset);
      }
      if (Character.isLetter(c)) {
        return letter(c, offset);
      }
      if (Character.isDigit(c)) {
        return signs.digit(c, offset);
      }
      return c < 0x80 || Scripts.isMark(c) ? Optional.empty() : signs.check(c, offset);
    }

    private Optional<Oddity> letter(int c, int offset) {
      if (c < 0x180 && c != 'ı' || Scripts.EAST_ASIAN.contains(Scripts.of(c))) {
        return Optional.empty();
      }
      return Apostrophes.isAlike(c) ? Apostrophes.check(setting, offset) : letters.check(c, offset);
    }

    private void apostrophe(int c, int offset) {
      String usual = setting.apostrophe();
      if (usual.charAt(0) != c && Setting.isBetweenLetters(text, offset)) {
        found.accept(Oddity.of(Rule.MIXED_APOSTROPHES, offset, offset + 1, usual));
      }
    }
  }

  /** Whether bytes are printable ASCII, line ends and tabs: then only notes are possible. */
  static boolean isAscii(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  static String ascii(byte[] bytes, int from) {
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
  }
}
