package dev.candor.text.odd;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.candor.text.Joining;
import dev.candor.text.Likeness;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invisible characters, and what justifies them: joining letters, emoji, directions, line ends. */
final class Unseen {
  private static final int JOINER = 0x200d;
  private static final int NON_JOINER = 0x200c;
  private static final int MOST_SAME = 4;
  private static final int LONGEST_READ = 4096;

  /** Two capitals each, in small letters: what the tags of a flag begin with. */
  private static final Set<String> REGIONS =
      Stream.of(Locale.getISOCountries())
          .map(code -> code.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private final Setting setting;
  private final String text;
  private final Directions directions;

  Unseen(Setting setting) {
    this.setting = setting;
    this.text = setting.text;
    this.directions = new Directions(setting);
  }

  /** What is odd in the invisible characters from there on, up to the first that is none. */
  List<Oddity> check(int offset) {
    List<Oddity> found = new ArrayList<>();
    int i = offset;
    while (i < text.length() && Likeness.isInvisible(text.codePointAt(i))) {
      Optional<Rule> rule = rule(i);
      int start = i;
      i += Character.charCount(text.codePointAt(i));
      if (rule.isEmpty()) {
        continue;
      }
      // A run of what is odd is one finding, whatever it is made of.
      while (!rule.get().isNote()
          && i < text.length()
          && Likeness.isInvisible(text.codePointAt(i))
          && rule(i).filter(r -> !r.isNote()).isPresent()) {
        i += Character.charCount(text.codePointAt(i));
      }
      String run = text.substring(start, Math.min(i, start + LONGEST_READ));
      found.add(new Oddity(rule.get(), start, i, "", Optional.empty(), Payload.in(run)));
    }
    return found;
  }

  private Optional<Rule> rule(int offset) {
    return unquoted(offset)
        .map(rule ->
            !rule.isNote() && setting.isAloneInQuotes(offset) ? Rule.QUOTED_CHARACTER : rule);
  }

  private Optional<Rule> unquoted(int offset) {
    int c = text.codePointAt(offset);
    if (Directions.isOne(c)) {
      return directions.rule(c, offset);
    }
    boolean flag = c < 0xe0000 || c > 0xe007f || namesRegion(offset);
    if (flag && Joining.isSeen(text, offset)) {
      return Optional.empty();
    }
    int before = offset == 0 ? 0 : text.codePointBefore(offset);
    int next = offset + Character.charCount(c);
    int behind = next < text.length() ? text.codePointAt(next) : 0;
    if (c == JOINER || c == NON_JOINER) {
      return odd(!joins(offset, c, before, behind), Rule.JOINER);
    }
    if (c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef || c >= 0x180b && c <= 0x180f) {
      return selector(c, before);
    }
    if (c >= 0xe0000 && c <= 0xe007f) {
      return Optional.of(Rule.TAG_CHARACTER);
    }
    return switch (c) {
      case 0xfeff -> odd(offset > 0, Rule.BYTE_ORDER_MARK);
      case 0xad ->
          Optional.of(before == c || behind == c ? Rule.INVISIBLE_CHARACTER : Rule.SOFT_HYPHEN);
      case 0x200b -> {
        if (isNeeded(c, offset, before, behind)) {
          yield Optional.empty();
        }
        yield Optional.of(
            isAsciiSign(before) && behind > ' ' && !Likeness.isInvisible(behind)
                ? Rule.LINE_BREAK
                : Rule.INVISIBLE_CHARACTER);
      }
      default -> odd(!isNeeded(c, offset, before, behind), Rule.INVISIBLE_CHARACTER);
    };
  }

  private static boolean isAsciiSign(int c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }

  private static Optional<Rule> odd(boolean odd, Rule rule) {
    return odd ? Optional.of(rule) : Optional.empty();
  }

  /** Persian parts endings from words and numerals of any script; Indic letters take either. */
  private boolean joins(int offset, int c, int before, int behind) {
    if (Scripts.JOINED.contains(Scripts.of(before))
        || Scripts.JOINED.contains(Scripts.of(behind))) {
      return true;
    }
    boolean parts =
        Scripts.isAsciiLetter(before) && Scripts.isAsciiLetter(behind)
            || Likeness.isInvisible(before)
            || Likeness.isInvisible(behind);
    if (before == c && offset > 1) {
      // Typed twice by many, and of no effect.
      return Scripts.JOINED.contains(Scripts.of(text.codePointBefore(offset - 1)));
    }
    return !parts && setting.hasOneOf(Scripts.JOINED);
  }

  private static Optional<Rule> selector(int c, int before) {
    boolean style = c == 0xfe0e || c == 0xfe0f;
    if (style && before >= 0x80 && UCharacter.hasBinaryProperty(before, UProperty.EMOJI)) {
      return Optional.empty();
    }
    UnicodeScript script = Scripts.of(before);
    boolean variant =
        c < 0xfe00
            ? script == UnicodeScript.MONGOLIAN
            : c <= 0xfe0f
                && (before == '0' && c == 0xfe00
                    || Character.getType(before) == Character.MATH_SYMBOL && before >= 0x80
                    || Scripts.EAST_ASIAN.contains(script)
                    || before >= 0x3000 && before <= 0x303f
                    || before >= 0xff00 && before <= 0xff60
                    || script == UnicodeScript.MYANMAR
                    || script == UnicodeScript.PHAGS_PA
                    || script == UnicodeScript.MANICHAEAN
                    || script == UnicodeScript.EGYPTIAN_HIEROGLYPHS);
    if (variant) {
      return Optional.empty();
    }
    return Optional.of(style && isSign(before) ? Rule.SELECTOR_ON_SIGN : Rule.VARIATION_SELECTOR);
  }

  private static boolean isSign(int c) {
    return c >= 0x80
        && switch (Character.getType(c)) {
          case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_PUNCTUATION -> true;
          default -> false;
        };
  }

  /** Others, by what they are made for. */
  private boolean isNeeded(int c, int offset, int before, int behind) {
    return switch (c) {
      case 0x200b ->
          isUnspaced(before)
              || isUnspaced(behind)
              || before == c && isUnspaced(beforeSame(c, offset))
              || (setting.hasOneOf(Scripts.LINE_BREAKING)
                      || setting.lineAt(offset).hasOneOf(Scripts.UNSPACED))
                  && !(Scripts.isAsciiLetter(before) && Scripts.isAsciiLetter(behind))
                  && !Likeness.isInvisible(before)
                  && !Likeness.isInvisible(behind);
      case 0x34f -> Scripts.isMark(behind) || Scripts.isMark(before);
      case 0x115f, 0x1160 -> isJamo(before) || isJamo(behind);
      case 0x3164 -> before >= 0x3131 && before <= 0x318e || behind >= 0x3131 && behind <= 0x318e;
      case 0xffa0 -> before >= 0xffa1 && before <= 0xffdc || behind >= 0xffa1 && behind <= 0xffdc;
      case 0x17b4, 0x17b5 -> Scripts.of(before) == UnicodeScript.KHMER;
      // Keeps a dash, a slash or an ellipsis on the line of its word.
      case 0x2060 -> isMark(before) || isMark(behind);
      case 0x2061, 0x2062, 0x2063, 0x2064 -> isMathematics(before) || isMathematics(behind);
      default ->
          c >= 0x1d173 && c <= 0x1d17a && (isMusic(before) || isMusic(behind))
              || c >= 0x1bca0 && c <= 0x1bca3 && Scripts.of(before) == UnicodeScript.DUPLOYAN;
    };
  }

  /** What stands before a few of the same; keyboards for Khmer and Lao leave several. */
  private int beforeSame(int c, int offset) {
    int at = offset;
    while (at > Math.max(0, offset - MOST_SAME) && text.charAt(at - 1) == c) {
      at--;
    }
    return at == 0 ? 0 : text.codePointBefore(at);
  }

  private static boolean isUnspaced(int c) {
    return Scripts.UNSPACED.contains(Scripts.of(c));
  }

  private static boolean isJamo(int c) {
    return c >= 0x1100 && c <= 0x11ff && c != 0x115f && c != 0x1160
        || c >= 0xa960 && c <= 0xa97c
        || c >= 0xd7b0 && c <= 0xd7fb;
  }

  /** Dashes, slashes, ellipses. */
  private static boolean isMark(int c) {
    return c >= 0x2010 && c <= 0x2015 || c == 0x2026 || c == '/' || c == '-';
  }

  private static boolean isMathematics(int c) {
    return c == '('
        || c >= 0x1d400 && c <= 0x1d7ff
        || c >= 0x80 && Character.getType(c) == Character.MATH_SYMBOL;
  }

  private static boolean isMusic(int c) {
    return c >= 0x1d100 && c <= 0x1d1ff && !Likeness.isInvisible(c);
  }

  /**
   * Whether the tags around that place begin with a region's code; their form is seen elsewhere.
   */
  private boolean namesRegion(int offset) {
    int start = offset;
    for (int steps = 0; steps < 7 && start > 1 && isTag(text.codePointBefore(start)); steps++) {
      start -= 2;
    }
    if (start + 4 > text.length()) {
      return false;
    }
    int first = text.codePointAt(start) - 0xe0000;
    int second = text.codePointAt(start + 2) - 0xe0000;
    return first > 0
        && second > 0
        && first < 0x80
        && second < 0x80
        && REGIONS.contains("" + (char) first + (char) second);
  }

  private static boolean isTag(int c) {
    return c >= 0xe0020 && c <= 0xe007f;
  }
}
