package dev.candor.scan.flow;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;
import dev.candor.scan.syntax.WordSet;
import dev.candor.text.Likeness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a module may pick between look-alikes: told from tokens in one pass, so that only those
 * places are parsed.
 */
class PickSeeds {
  /** Constants of one pick stand within so many tokens. */
  private static final int NEAR = 150;

  /** Constants without letters within so many. */
  private static final int NEXT = 9;

  private static final int LONGEST = 2_000;

  /** Escapes, behind the backslash, of what is neither letter nor digit. */
  private static final String BLANK_ESCAPES = "nrt\\'\"`";

  private static final int MEMORY = 8;

  private static final WordSet CHANGING =
      new WordSet(
          Set.of(
              "replace",
              "replaceAll",
              "join",
              "fromCharCode",
              "fromCodePoint",
              "toUpperCase",
              "reverse",
              "toReversed",
              "sort",
              "toSorted",
              "toLowerCase",
              "chr"));

  /** Functions and methods of the platform that make a text of another one. */
  private static final WordSet DECODING =
      new WordSet(
          Set.of(
              "decodeURIComponent",
              "decodeURI",
              "unescape",
              "atob",
              "parse",
              "from",
              "fromCharCode",
              "fromCodePoint",
              "charAt",
              "at"));

  private static final WordSet DRAWING = new WordSet(Draws.DRAWING);

  /** So far from a draw a part of it is chosen. */
  private static final int NEAR_DRAW = 60;

  final Tokens tokens;

  /** String tokens that may be alternatives of a pick. */
  final List<Integer> constants = new ArrayList<>();

  /** Names of methods that change text. */
  final List<Integer> changes = new ArrayList<>();

  /** Names of decoders that are given a choice, or are one way of it; texts that one is cut of. */
  final List<Integer> decoded = new ArrayList<>();

  /** Names of functions that draw a random value near which something is chosen. */
  final List<Integer> draws = new ArrayList<>();

  /** Braces and brackets that are one way of a choice. */
  final List<Integer> choices = new ArrayList<>();

  private final long[] recent = new long[MEMORY];
  private final int[] recentAt = new int[MEMORY];
  private final int[] recentRole = new int[MEMORY];
  private int nextAt;

  PickSeeds(Tokens tokens) {
    this.tokens = tokens;
  }

  static PickSeeds of(Tokens tokens) {
    PickSeeds seeds = new PickSeeds(tokens);
    seeds.collect();
    return seeds;
  }

  final void collect() {
    for (int t = 0; t < tokens.count(); t++) {
      switch (tokens.kind(t)) {
        case Tokens.WORD -> word(t);
        case Tokens.STRING, Tokens.TEMPLATE -> string(t);
        case '{', '[' -> opening(t);
        default -> {}
      }
    }
  }

  void opening(int t) {
    if (tokens.kind(t - 1) == '?'
        || tokens.kind(t - 1) == Tokens.OPERATOR && tokens.is(t - 1, "&&")) {
      bracket(t);
    }
  }

  void word(int t) {
    byte before = tokens.kind(t - 1);
    if (tokens.kind(t + 1) == '(' && DECODING.hasWord(tokens, t) && mayDecode(t, before == '.')) {
      decoded.add(t);
    }
    if (before == '.' && tokens.kind(t + 1) == '(' && DRAWING.hasWord(tokens, t) && mayDecide(t)) {
      draws.add(t);
    }
    if ((before == '.' || before == Tokens.OPTIONAL_DOT)
        && tokens.kind(t + 1) == '('
        && CHANGING.hasWord(tokens, t)
        && mayChange(t)) {
      changes.add(t);
    }
  }

  /** A constant is decoded that is chosen within, or the result is one way of a choice. */
  private boolean mayDecode(int t, boolean member) {
    if (tokens.is(t, "charAt") || tokens.is(t, "at")) {
      return member && tokens.kind(t - 2) == Tokens.STRING && mayBeCharacters(t - 2);
    }
    boolean method =
        tokens.is(t, "parse") && tokens.is(t - 2, "JSON")
            || tokens.is(t, "from") && tokens.is(t - 2, "Buffer")
            || tokens.is(t, "fromCharCode")
            || tokens.is(t, "fromCodePoint");
    if (member != method) {
      return false;
    }
    int close = tokens.partner(t + 1);
    if (close < 0 || close - t > 60) {
      return false;
    }
    int start = member ? t - 2 : t;
    if (isBranch(start) && close - t <= 8) {
      byte argument = tokens.kind(t + 2);
      return argument == Tokens.STRING || argument == Tokens.NUMBER || argument == '[';
    }
    for (int i = t + 2; i < close; i++) {
      if (tokens.kind(i) == '?'
          && (tokens.kind(i + 1) == Tokens.STRING || tokens.kind(i + 1) == '[')) {
        return true;
      }
    }
    return false;
  }

  /** Bits are taken from what is drawn and others set, or it is drawn again. */
  private boolean mayDecide(int t) {
    boolean part = false;
    boolean chosen = false;
    for (int i = t + 1; i < Math.min(tokens.count(), t + NEAR_DRAW); i++) {
      byte kind = tokens.kind(i);
      part |= kind == '&' || kind == '%' || kind == '^';
      chosen |= kind == '?' || kind == '|' || kind == '+' || kind == '^' || tokens.is(i, "while");
    }
    return part && chosen;
  }

  /** A few characters that are not all ASCII, or written as escapes. */
  private boolean mayBeCharacters(int t) {
    return tokens.end(t) - tokens.start(t) <= 60 && !plain(t);
  }

  /** A replacement by a short constant, a change of case, a character made of a number. */
  boolean mayChange(int t) {
    if (tokens.is(t, "replace") || tokens.is(t, "replaceAll")) {
      byte first = tokens.kind(t + 2);
      return (first == Tokens.STRING || first == Tokens.REGEX)
          && tokens.kind(t + 3) == ','
          && tokens.kind(t + 4) == Tokens.STRING
          && tokens.kind(t + 5) == ')'
          && tokens.end(t + 2) - tokens.start(t + 2) <= 14
          && tokens.end(t + 4) - tokens.start(t + 4) <= 10
          && Replacements.mayPick(
              first == Tokens.REGEX ? tokens.source(t + 2) : "/" + tokens.content(t + 2) + "/",
              Literals.string(tokens, t + 4));
    }
    if (tokens.is(t, "join")) {
      return tokens.kind(t - 2) == ')' && tokens.kind(t + 2) == Tokens.STRING;
    }
    if (tokens.is(t, "toUpperCase") || tokens.is(t, "toLowerCase")) {
      for (int i = t - 2; i > t - 12; i--) {
        if (tokens.kind(i) == '?' || tokens.kind(i) == '=') {
          return tokens.kind(t + 2) == ')';
        }
      }
      return false;
    }
    if (tokens.is(t, "reverse") || tokens.is(t, "toReversed")) {
      return tokens.kind(t - 2) == ']' && isBranch(tokens.partner(t - 2));
    }
    if (tokens.is(t, "sort") || tokens.is(t, "toSorted")) {
      int close = Math.min(tokens.partner(t + 1), t + 60);
      for (int i = t + 2; i < close; i++) {
        if (tokens.kind(i) == '?') {
          return true;
        }
      }
      return false;
    }
    if (tokens.is(t, "fromCharCode") || tokens.is(t, "fromCodePoint")) {
      int close = Math.min(tokens.partner(t + 1), t + 60);
      for (int i = t + 2; i < close; i++) {
        byte kind = tokens.kind(i);
        if (kind == '?'
            || kind == '[' && tokens.kind(i + 1) == Tokens.NUMBER
            || (kind == '&' || kind == '*') && tokens.kind(t + 2) == Tokens.NUMBER) {
          return true;
        }
      }
    }
    return false;
  }

  /** One way of a choice begins here. */
  private boolean isBranch(int t) {
    return tokens.kind(t - 1) == '?' || tokens.kind(t - 1) == ':';
  }

  private void string(int t) {
    int length = tokens.end(t) - tokens.start(t);
    if (length > LONGEST) {
      return;
    }
    if (tokens.kind(t) == Tokens.STRING && isCut(t) && mayBeCharacters(t)) {
      decoded.add(t);
    }
    int role = role(t);
    if (role != NO_PICK) {
      if (length == 13 && tokens.content(t).equals("toUpperCase")) {
        constants.add(t);
      }
      remember(t, role, key(t));
    }
  }

  /** {@code "…"[key]}, {@code [..."…"][key]}, {@code "…".split("")[key]}. */
  private boolean isCut(int t) {
    return tokens.kind(t + 1) == '['
        || tokens.kind(t + 1) == ']' && tokens.kind(t + 2) == '[' && tokens.is(t - 1, "...")
        || tokens.kind(t + 1) == '.' && tokens.is(t + 2, "split");
  }

  /** How a constant stands there: as one of several that something picks from, or not. */
  static final int NO_PICK = 0;

  static final int BRANCH = 1;
  static final int ELEMENT = 2;
  static final int FIELD = 3;

  int role(int t) {
    byte before = tokens.kind(t - 1);
    return switch (before) {
      case '?', '=' -> BRANCH;
      case ':' -> {
        int around = tokens.around(t);
        boolean field =
            around >= 0
                && tokens.kind(around) == '{'
                && (tokens.kind(t - 3) == '{' || tokens.kind(t - 3) == ',');
        yield field ? FIELD : BRANCH;
      }
      case '[' -> tokens.kind(t + 1) == ',' ? ELEMENT : NO_PICK;
      case ',' -> {
        int around = tokens.around(t);
        yield around >= 0 && tokens.kind(around) == '[' ? ELEMENT : NO_PICK;
      }
      case Tokens.OPERATOR ->
          tokens.is(t - 1, "&&") || tokens.is(t - 1, "||") || tokens.is(t - 1, "??")
              ? BRANCH
              : NO_PICK;
      case Tokens.ARROW -> BRANCH;
      case Tokens.WORD -> tokens.is(t - 1, "return") || tokens.is(t - 1, "else") ? BRANCH : NO_PICK;
      default -> NO_PICK;
    };
  }

  private void remember(int t, int role, long key) {
    for (int i = 0; i < MEMORY; i++) {
      int before = recentAt[i];
      if (recent[i] == key
          && before > 0
          && recentRole[i] == role
          && t - before <= (key == 0 || key == ONE_WORD ? next() : NEAR)
          && (role == BRANCH
              || (!plain(t) || !plain(before) || isIndexed(t))
                  && tokens.around(t) == tokens.around(before)
                  && tokens.partner(tokens.around(t)) - tokens.around(t) < 70)
          && !tokens.sameText(before, t)
          && (key != ONE_WORD || maySwap(before, t))
          && Likeness.between(Literals.string(tokens, before), Literals.string(tokens, t))
              .isPresent()) {
        if (constants.isEmpty() || constants.getLast() != before) {
          constants.add(before);
        }
        constants.add(t);
        break;
      }
    }
    recent[nextAt] = key;
    recentAt[nextAt] = t;
    recentRole[nextAt] = role;
    nextAt = (nextAt + 1) % MEMORY;
  }

  /** Without an escape or a character outside ASCII. */
  private boolean plain(int t) {
    for (int i = tokens.start(t); i < tokens.end(t); i++) {
      if (tokens.text()[i] < 0 || tokens.text()[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  /** Whether something is chosen from the list or object around the token where it stands. */
  boolean isIndexed(int t) {
    int close = tokens.partner(tokens.around(t));
    return close > 0
        && (tokens.kind(close + 1) == '['
            || tokens.kind(close + 1) == ')' && tokens.kind(close + 2) == '[');
  }

  private static final long ONE_WORD = 1;

  /** Single words are everywhere: they count where they are put into a text. */
  boolean maySwap(int before, int t) {
    byte behind = tokens.kind(t + 1);
    boolean array = tokens.kind(before - 1) == '[' && behind == ']' && tokens.kind(t + 2) == '[';
    boolean fields =
        behind == '}'
            && (tokens.kind(t + 2) == '['
                || tokens.kind(t + 2) == ')' && tokens.kind(t + 3) == '[');
    boolean returned = tokens.is(t - 1, "return") || tokens.is(before - 1, "return");
    boolean ternary = tokens.kind(t - 1) == ':' && tokens.kind(before - 1) == '?';
    boolean embedded =
        behind == Tokens.TEMPLATE_TAIL
            || behind == Tokens.TEMPLATE_MIDDLE
            || behind == ')' && tokens.kind(t + 2) == '+'
            || behind == ')'
                && (tokens.kind(t + 2) == Tokens.TEMPLATE_TAIL
                    || tokens.kind(t + 2) == Tokens.TEMPLATE_MIDDLE);
    boolean variable = tokens.kind(t - 1) == ':' && behind == ';' || behind == '}';
    return array || fields || returned || ternary && (embedded || variable);
  }

  /**
   * Equal for texts that may look alike: letters and digits folded, all else left out; 0 where
   * nothing is left; {@link #ONE_WORD} for a single word of small letters.
   */
  private long key(int t) {
    byte[] text = tokens.text();
    int from = contentStart(t);
    int to = contentEnd(t);
    long key = 0;
    boolean word = to - from >= 3;
    boolean digits = to > from && tokens.text()[from] >= '0' && tokens.text()[from] <= '9';
    for (int i = from; i < to; i++) {
      int c = text[i];
      if (c == '\\' && i + 1 < to && BLANK_ESCAPES.indexOf(text[i + 1]) >= 0) {
        i++; // left out as what it stands for would be
        word = false;
        digits = false;
        continue;
      }
      if (c < 0 || c == '\\') {
        return foldedKey(Literals.string(tokens, t));
      }
      word &= c >= 'a' && c <= 'z';
      digits &= c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || c == '+';
      key = step(key, c);
    }
    return word
        ? ONE_WORD
        : digits ? numberKey(new String(text, from, to - from, StandardCharsets.ISO_8859_1)) : key;
  }

  /** Constants without letters of one pick stand within so many tokens. */
  int next() {
    return NEXT;
  }

  /** Behind the opening quote. */
  int contentStart(int t) {
    return tokens.start(t) + 1;
  }

  /** In front of the closing quote. */
  int contentEnd(int t) {
    return tokens.end(t) - 1;
  }

  private static long step(long key, int c) {
    int folded = c >= 'A' && c <= 'Z' ? c + 32 : c;
    boolean counts = folded >= 'a' && folded <= 'z' || folded >= '0' && folded <= '9';
    // Letters of one look share a key whatever their order, so that swapped words do, too.
    return counts ? key + (folded + 7L) * (folded + 7L) * 0x9E3779B97F4A7C15L : key;
  }

  private static long numberKey(String text) {
    try {
      return Double.doubleToLongBits(Double.parseDouble(text)) | 2;
    } catch (NumberFormatException e) {
      return 3;
    }
  }

  private static long foldedKey(String value) {
    long key = 0;
    String folded = Likeness.folded(value);
    for (int i = 0; i < folded.length(); i++) {
      key = step(key, folded.charAt(i));
    }
    return key;
  }

  /** One way of a choice whose other way has the same members, or a member that is put in early. */
  private void bracket(int t) {
    int close = tokens.partner(t);
    if (close < 0 || close - t > 4_000) {
      return;
    }
    if (tokens.kind(t - 1) == '?') {
      boolean choice = tokens.kind(close + 1) == ':' && tokens.kind(close + 2) == tokens.kind(t);
      int other = close + 2;
      if (choice && (members(t) == members(other) || isSingle(t) || isSingle(other))) {
        choices.add(t);
      }
    } else if (tokens.kind(t) == '{'
        && tokens.kind(close + 1) == ')'
        && isSingle(t)
        && isRepeated(t)) {
      choices.add(t);
    }
  }

  /** The same for the same members in any order. */
  final int members(int open) {
    int close = tokens.partner(open);
    int sum = 0;
    for (int t = open + 1; close > 0 && t < close; t++) {
      byte before = tokens.kind(t - 1);
      if (before == ',' || before == tokens.kind(open)) {
        sum += tokens.kind(t) == Tokens.WORD ? tokens.hash(t) * 31 : tokens.source(t).hashCode();
        sum++;
      }
      if (Tokens.opens(tokens.kind(t)) && tokens.partner(t) > t) {
        t = tokens.partner(t);
      }
    }
    return sum;
  }

  /** An object with one member, or none. */
  private boolean isSingle(int open) {
    int close = tokens.partner(open);
    if (tokens.kind(open) != '{') {
      return false;
    }
    for (int t = open + 1; close > 0 && t < close; t++) {
      if (tokens.kind(t) == ',') {
        return false;
      }
      if (Tokens.opens(tokens.kind(t)) && tokens.partner(t) > t) {
        t = tokens.partner(t);
      }
    }
    return close > 0;
  }

  /** Whether the member stands behind the parenthesis around it again. */
  private boolean isRepeated(int open) {
    int from = tokens.partner(open) + 1;
    int to = Math.min(tokens.count(), from + 300);
    for (int t = from; t < to; t++) {
      byte before = tokens.kind(t - 1);
      if (before == ';') {
        return false;
      }
      if ((before == ',' || before == '{')
          && tokens.kind(t + 1) == ':'
          && tokens.sameText(t, open + 1)) {
        return true;
      }
    }
    return false;
  }
}
