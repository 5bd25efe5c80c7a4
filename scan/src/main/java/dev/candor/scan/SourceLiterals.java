package dev.candor.scan;

import dev.candor.scan.encoding.Base64;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects the literals of a source module that may be stored data, in one walk over its tokens.
 */
final class SourceLiterals {
  private static final int FEWEST_NUMBERS = 12;
  private static final int FEWEST_STRINGS = 4;
  private static final int MOST_ALPHABETS = 8;

  private final Tokens tokens;
  private final List<Stored> stored = new ArrayList<>();
  private final Set<String> alphabets = new LinkedHashSet<>();

  private SourceLiterals(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param stored in the order of the text
   * @param alphabets strings of 64 distinct characters
   */
  record Collected(List<Stored> stored, List<String> alphabets) {
    Collected without(Predicate<Stored> left) {
      return new Collected(stored.stream().filter(left.negate()).toList(), alphabets);
    }
  }

  static Collected collect(Tokens tokens) {
    SourceLiterals literals = new SourceLiterals(tokens);
    int token = 0;
    while (token < tokens.count()) {
      token = literals.take(token);
    }
    return new Collected(
        literals.stored, literals.alphabets.stream().limit(MOST_ALPHABETS).toList());
  }

  private int take(int token) {
    return switch (tokens.kind(token)) {
      case Tokens.STRING, Tokens.TEMPLATE -> concatenation(token);
      case '[' -> array(token);
      default -> token + 1;
    };
  }

  private boolean isString(int token) {
    byte kind = tokens.kind(token);
    return kind == Tokens.STRING || kind == Tokens.TEMPLATE;
  }

  /** A string, or several joined by {@code +}; Python joins neighbours without one. */
  private int concatenation(int first) {
    int last = first;
    while (true) {
      if (tokens.kind(last + 1) == '+' && isString(last + 2)) {
        last += 2;
      } else if (isString(last + 1)) {
        last++;
      } else {
        break;
      }
    }
    int length = tokens.end(last) - tokens.start(first);
    if (length >= 18) {
      text(first, last);
    }
    return last + 1;
  }

  private void text(int first, int last) {
    String value;
    if (first == last) {
      value = Literals.string(tokens, first);
    } else {
      StringBuilder joined = new StringBuilder();
      for (int t = first; t <= last; t++) {
        if (isString(t)) {
          joined.append(Literals.string(tokens, t));
        }
      }
      value = joined.toString();
    }
    Base64.alphabet(value).ifPresent(alphabets::add);
    int written = tokens.end(last) - tokens.start(first);
    boolean escaped =
        written > value.length() * 2 && mostlyEscapedAscii(tokens.source(first, last), value);
    if (escaped || Suspicion.looksEncoded(value) || Suspicion.readsBetterTurned(value)) {
      stored.add(
          new Stored(new Stored.Data.Text(value, escaped), tokens.start(first), tokens.end(last)));
    }
  }

  /**
   * Half of the printable characters are written as {@code \x61} or {@code a}, which no printer
   * does by itself.
   */
  private static boolean mostlyEscapedAscii(String source, String value) {
    long printable = value.chars().filter(c -> c > ' ' && c < 0x7f).count();
    int escapes = 0;
    for (int i = source.indexOf('\\');
        i >= 0 && i + 3 < source.length();
        i = source.indexOf('\\', i + 2)) {
      char kind = source.charAt(i + 1);
      int at =
          kind == 'x'
              ? i + 2
              : kind != 'u'
                  ? -1
                  : source.startsWith("00", i + 2)
                      ? i + 4
                      : source.charAt(i + 2) == '{' ? i + 3 : -1;
      if (at > 0 && at < source.length() && source.charAt(at) >= '2' && source.charAt(at) <= '7') {
        escapes++;
      }
    }
    return printable >= 8 && escapes * 2L >= printable;
  }

  private int array(int open) {
    int close = tokens.partner(open);
    if (close < 0 || close - open < 4) {
      return open + 1;
    }
    byte kind = tokens.kind(open + 1);
    if (kind == Tokens.NUMBER || kind == '-') {
      return numbers(open, close);
    }
    return kind == Tokens.STRING ? strings(open, close) : open + 1;
  }

  private int numbers(int open, int close) {
    long[] values = new long[(close - open) / 2 + 1];
    int n = 0;
    int token = open + 1;
    while (token < close) {
      boolean negative = tokens.kind(token) == '-';
      token += negative ? 1 : 0;
      long value = tokens.kind(token) == Tokens.NUMBER ? Literals.number(tokens, token) : -1;
      byte behind = tokens.kind(token + 1);
      if (value < 0 || behind != ',' && behind != ']' || n == values.length) {
        return token + 1;
      }
      values[n++] = negative ? -value : value;
      token += 2;
    }
    if (n >= FEWEST_NUMBERS) {
      stored.add(
          new Stored(
              new Stored.Data.Numbers(Arrays.copyOf(values, n)),
              tokens.start(open),
              tokens.end(close)));
    }
    return close + 1;
  }

  private int strings(int open, int close) {
    List<String> values = new ArrayList<>();
    int escaped = 0;
    int token = open + 1;
    while (token < close) {
      if (tokens.kind(token) != Tokens.STRING
          || tokens.kind(token + 1) != ',' && token + 1 != close) {
        return open + 1;
      }
      String value = Literals.string(tokens, token);
      values.add(value);
      boolean longer = tokens.end(token) - tokens.start(token) > value.length() * 2 + 2;
      escaped += longer && mostlyEscapedAscii(tokens.source(token), value) ? 1 : 0;
      token += 2;
    }
    boolean allEscaped = escaped * 10 > values.size() * 8;
    if (allEscaped && values.size() > 1
        || values.size() >= FEWEST_STRINGS && looksEncoded(values)) {
      Stored.Data data = new Stored.Data.Texts(values, allEscaped);
      stored.add(new Stored(data, tokens.start(open), tokens.end(close)));
    }
    // The elements are looked at one by one too, unless they only read together.
    return allEscaped ? close + 1 : open + 1;
  }

  private static boolean looksEncoded(List<String> values) {
    String joined = String.join("", values);
    return joined.length() >= 24
        && Suspicion.looksEncoded(joined)
        && (!(Readability.ofEntries(values) instanceof Reading.Listed)
            || Suspicion.readsBetterTurned(String.join(",", values)));
  }
}
