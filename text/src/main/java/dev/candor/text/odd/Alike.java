package dev.candor.text.odd;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which ASCII character another one reads as: that with the same skeleton (UTS #39, 4). */
final class Alike {
  private static final int CACHED = 0x20000;
  private static final byte UNKNOWN = 0;
  private static final byte NONE = 1;
  private static final byte[] CACHE = new byte[CACHED];

  /** Where modern Greek and Cyrillic letters are. */
  private static final int FIRST_GREEK = 0x370;

  private static final int LAST_CYRILLIC = 0x4ff;

  private Alike() {}

  /** Loaded when the first character is asked for: it takes a tenth of a second. */
  private static final class Data {
    static final SpoofChecker CHECKER =
        new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    static final SpoofChecker LEVELS =
        new SpoofChecker.Builder().setChecks(SpoofChecker.RESTRICTION_LEVEL).build();
    static final Map<String, List<Integer>> ASCII = new HashMap<>();

    static {
      for (int c = '!'; c <= '~'; c++) {
        ASCII
            .computeIfAbsent(CHECKER.getSkeleton(Character.toString(c)), s -> new ArrayList<>())
            .add(c);
      }
    }
  }

  private static final class Reverse {
    static final Map<UnicodeScript, Map<Integer, Integer>> LETTERS = new HashMap<>();

    static {
      for (int c = FIRST_GREEK; c <= LAST_CYRILLIC; c++) {
        int ascii = letter(c);
        if (ascii != 0 && Character.isUpperCase(c) == Character.isUpperCase(ascii)) {
          LETTERS
              .computeIfAbsent(Scripts.of(c), s -> new HashMap<>())
              .merge(ascii, c, (one, other) -> isOfToday(one) ? one : other);
        }
      }
    }

    private static boolean isOfToday(int c) {
      return c >= 0x391 && c <= 0x3c9 || c >= 0x410 && c <= 0x458;
    }
  }

  /** 0 where there is none, and for ASCII. */
  static int ascii(int c) {
    if (c < 0x80) {
      return 0;
    }
    if (c >= CACHED) {
      return find(c);
    }
    byte known = CACHE[c];
    if (known == UNKNOWN) {
      int found = find(c);
      known = found == 0 ? NONE : (byte) found;
      CACHE[c] = known;
    }
    return known == NONE ? 0 : known;
  }

  /** The same, where it is a letter. */
  static int letter(int c) {
    int ascii = ascii(c);
    return Scripts.isAsciiLetter(ascii) ? ascii : 0;
  }

  /** The letter of that script that reads as an ASCII letter. */
  static Optional<Integer> in(UnicodeScript script, int ascii) {
    return Optional.ofNullable(Reverse.LETTERS.getOrDefault(script, Map.of()).get(ascii));
  }

  /** By UTS #39, 5.2; for short words. */
  static String restrictionLevel(String word) {
    SpoofChecker.CheckResult result = new SpoofChecker.CheckResult();
    Data.LEVELS.failsChecks(word, result);
    SpoofChecker.RestrictionLevel level = result.restrictionLevel;
    return level == null ? "unknown" : level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static int find(int c) {
    if (Character.isSurrogate((char) c) && c < 0x10000) {
      return 0;
    }
    return Data.ASCII
        .getOrDefault(Data.CHECKER.getSkeleton(Character.toString(c)), List.of())
        .stream()
        .min(Comparator.comparingInt(ascii -> distance(c, ascii)))
        .orElse(0);
  }

  /** Of several, one of the same case or kind. */
  private static int distance(int c, int ascii) {
    boolean letter = Character.isLetter(c) == Character.isLetter(ascii);
    boolean digit = Character.isDigit(c) == Character.isDigit(ascii);
    boolean upper = Character.isUpperCase(c) == Character.isUpperCase(ascii);
    return (letter ? 0 : 4) + (digit ? 0 : 2) + (upper ? 0 : 1);
  }
}
