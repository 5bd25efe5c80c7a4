package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts are compared by: words, numbers, ids, and every other character by itself. A
 * placeholder of {@link Facts} is one token.
 */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          Facts.OPEN
              + "[^"
              + Facts.CLOSE
              + "]*"
              + Facts.CLOSE
              // An id is one thing; cut up, it would agree with another by chance.
              + "|\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b"
              + "|(?=[A-Za-z]{0,200}\\d)(?=\\d{0,200}[A-Za-z])[A-Za-z0-9]+"
              // A modifier letter can stand for an apostrophe.
              + "|[\\p{L}\\p{M}&&[^\\p{Lm}]]+|\\p{N}+|.",
          Pattern.DOTALL);

  private final Map<String, Integer> numbers = new HashMap<>();

  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /** Each with its newline, where it has one. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text.substring(from, end + 1));
      from = end + 1;
    }
    if (from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }

  static boolean isPlaceholder(String token) {
    return token.length() > 1 && token.startsWith(Facts.OPEN);
  }

  static boolean isWord(String token) {
    return isPlaceholder(token) || Character.isLetterOrDigit(token.codePointAt(0));
  }

  /** Equal numbers for equal tokens. */
  int[] numbered(List<String> tokens) {
    int[] all = new int[tokens.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers.computeIfAbsent(tokens.get(i), _ -> numbers.size());
    }
    return all;
  }
}
