package dev.candor.audit.terminal;

import java.lang.Character.UnicodeScript;

/** How many terminal cells a text takes: ideographs and most emoji two, combining marks none. */
final class Cells {
  private static final int FIRST_WIDE = 0x1100;
  private static final int EMOJI_START = 0x1f300;
  private static final int EMOJI_END = 0x1faff;

  private Cells() {}

  static int of(String text) {
    return text.codePoints().map(Cells::of).sum();
  }

  static int of(int codePoint) {
    if (codePoint < FIRST_WIDE) {
      return isMark(codePoint) ? 0 : 1;
    }
    return isMark(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** The scripts and blocks that Unicode's UAX #11 classes as wide, without its rare exceptions. */
  private static boolean isWide(int codePoint) {
    if (codePoint >= EMOJI_START && codePoint <= EMOJI_END) {
      return true;
    }
    // Full-width forms of Latin letters belong to the Latin script, so ask for the block.
    if (codePoint >= 0xff01 && codePoint <= 0xff60) {
      return true;
    }
    if (codePoint >= 0x3000 && codePoint <= 0x303e) {
      return true;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO, YI, TANGUT -> true;
      default -> false;
    };
  }
}
