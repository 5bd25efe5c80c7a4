package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Properties of values that vary by themselves, in which a bit may be set all the same. */
final class Features {
  private static final Map<String, Feature> ALL = new LinkedHashMap<>();

  /**
   * @param ofSize whether it tells of a number how large it is, which can be read there
   */
  private record Feature(Column.Kind kind, boolean ofSize, Function<String, String> of) {}

  static {
    digits("first", true, text -> digit(text, true));
    digits("last", false, text -> digit(text, false));
    put("kind of the first character", true, text -> kind(text.codePointAt(0)));
    put("kind of the last character", false, text -> kind(text.codePointBefore(text.length())));
    put("length", true, text -> Integer.toString(text.length()));
    put("letter case", false, Features::letterCase);
    put("characters beyond ASCII", false, text -> yes(text.chars().anyMatch(c -> c > '~')));
    put("signs", false, text -> yes(text.chars().anyMatch(c -> !Character.isLetterOrDigit(c))));
  }

  private Features() {}

  private static void put(String name, boolean ofSize, Function<String, String> feature) {
    ALL.put(name, new Feature(Column.Kind.FEATURE, ofSize, feature));
  }

  private static void digits(String which, boolean ofSize, Function<String, Integer> digit) {
    for (int bit = 0; bit < 4; bit++) {
      int b = bit;
      ofDigit(
          "bit " + bit + " of the " + which + " digit",
          ofSize,
          text -> digit.apply(text) < 0 ? "" : Integer.toString(digit.apply(text) >> b & 1));
    }
    ofDigit(
        which + " digit in the upper half of ten",
        ofSize,
        text -> digit.apply(text) < 0 || digit.apply(text) > 9 ? "" : yes(digit.apply(text) > 4));
  }

  private static void ofDigit(String name, boolean ofSize, Function<String, String> feature) {
    ALL.put(name, new Feature(Column.Kind.DIGIT, ofSize, feature));
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  /** Hexadecimal; -1 where there is none. */
  private static int digit(String text, boolean first) {
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(first ? i : text.length() - 1 - i), 16);
      if (digit >= 0) {
        return digit;
      }
    }
    return -1;
  }

  private static String kind(int c) {
    return Character.isDigit(c)
        ? "digit"
        : Character.isUpperCase(c)
            ? "capital"
            : Character.isLetter(c) ? "letter" : Character.isSpaceChar(c) ? "space" : "sign";
  }

  private static String letterCase(String text) {
    boolean upper = text.chars().anyMatch(Character::isUpperCase);
    boolean lower = text.chars().anyMatch(Character::isLowerCase);
    return upper && lower ? "mixed" : upper ? "capitals" : lower ? "small" : "none";
  }

  /** One column for each property that varies; none twice. */
  static List<Column> of(Column column) {
    List<Column> features = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    ALL.forEach((name, feature) -> {
      if (column.kind() == Column.Kind.NUMBER && feature.ofSize()) {
        return;
      }
      Map<Integer, String> found = new HashMap<>();
      for (int trial = 0; trial < column.at().length; trial++) {
        int symbol = column.at()[trial];
        if (symbol != Column.MISSING) {
          String text = column.symbols().get(symbol);
          found.put(trial, text.isEmpty() ? "" : feature.of().apply(text));
        }
      }
      Carrier carrier = column.carrier();
      Column made =
          Column.of(
              new Carrier(
                  carrier.request(),
                  carrier.where() + " (" + name + ")",
                  carrier.before(),
                  carrier.span(),
                  carrier.after()),
              feature.kind(),
              found,
              column.at().length);
      if (made.varies() && seen.add(Arrays.stream(made.at()).boxed().toList())) {
        features.add(made);
      }
    });
    return features;
  }
}
