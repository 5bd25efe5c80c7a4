package dev.candor.text.odd;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of scripts. */
final class Scripts {
  /** Those whose letters look as if drawn with the same pen as Latin ones. */
  static final Set<UnicodeScript> LATIN_SHAPED =
      EnumSet.of(
          CYRILLIC,
          GREEK,
          ARMENIAN,
          COPTIC,
          CHEROKEE,
          LISU,
          DESERET,
          OSAGE,
          WARANG_CITI,
          CARIAN,
          LYCIAN,
          OLD_ITALIC,
          ELBASAN,
          TIFINAGH,
          CANADIAN_ABORIGINAL,
          RUNIC,
          MIAO);

  /** Those whose letters join or form clusters, so that joiners have work there (UAX #31, 2.3). */
  static final Set<UnicodeScript> JOINED =
      EnumSet.of(
          ARABIC,
          SYRIAC,
          NKO,
          MONGOLIAN,
          MANDAIC,
          MANICHAEAN,
          PHAGS_PA,
          ADLAM,
          HANIFI_ROHINGYA,
          SOGDIAN,
          DEVANAGARI,
          BENGALI,
          GURMUKHI,
          GUJARATI,
          ORIYA,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          SINHALA,
          MYANMAR,
          KHMER,
          TIBETAN,
          BALINESE,
          JAVANESE,
          SUNDANESE,
          TAI_THAM,
          MEETEI_MAYEK,
          CHAKMA,
          GRANTHA,
          NEWA,
          TIRHUTA,
          SHARADA,
          KAITHI,
          MODI,
          SIDDHAM,
          BRAHMI,
          SYLOTI_NAGRI,
          SAURASHTRA,
          LIMBU,
          LEPCHA,
          BATAK,
          BUGINESE);

  /** Those written without spaces, where invisible ones tell where a line may end (UAX #14). */
  static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          THAI,
          LAO,
          KHMER,
          MYANMAR,
          TIBETAN,
          JAVANESE,
          BALINESE,
          TAI_LE,
          NEW_TAI_LUE,
          TAI_THAM,
          TAI_VIET,
          HAN,
          HIRAGANA,
          KATAKANA,
          HANGUL,
          BOPOMOFO,
          YI);

  /** Of these, those that cannot do without them (UAX #14, class SA). */
  static final Set<UnicodeScript> LINE_BREAKING =
      EnumSet.of(THAI, LAO, KHMER, MYANMAR, NEW_TAI_LUE, TAI_LE, TAI_THAM, TAI_VIET);

  static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI);

  private static final int CACHED = 0x10000;
  private static final @Nullable UnicodeScript[] CACHE = new UnicodeScript[CACHED];

  private Scripts() {}

  static UnicodeScript of(int c) {
    if (c >= CACHED) {
      return UnicodeScript.of(c);
    }
    UnicodeScript known = CACHE[c];
    if (known == null) {
      known = UnicodeScript.of(c);
      CACHE[c] = known;
    }
    return known;
  }

  static boolean isLatin(int c) {
    return c < 0x80
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
        : Character.isLetter(c) && of(c) == LATIN;
  }

  static boolean isAsciiLetter(int c) {
    return c < 0x80 && isLatin(c);
  }

  static boolean isOfNoScript(UnicodeScript script) {
    return script == COMMON || script == INHERITED || script == UNKNOWN;
  }

  static boolean isMark(int c) {
    if (c < 0x300) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  static boolean isRightToLeft(int c) {
    if (c < 0x590) {
      return false;
    }
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
  }

  static boolean endsLine(int c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
