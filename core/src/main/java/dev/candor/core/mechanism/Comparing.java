package dev.candor.core.mechanism;

import dev.candor.core.Match;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compares as artifacts do. */
final class Comparing {
  private static final Pattern RANGE =
      Pattern.compile("(<=|>=|<|>)\\s*(-?\\d{1,15}(?:\\.\\d{1,9})?)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,9})?");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]+");

  private Comparing() {}

  /**
   * @throws IllegalArgumentException if no artifact can compare so
   */
  static void check(Match match, String value) {
    switch (match) {
      case PATTERN -> {
        try {
          Pattern.compile(value);
        } catch (PatternSyntaxException e) {
          throw new IllegalArgumentException(
              "has the pattern \"" + value + "\", which is none (" + e.getDescription() + ")", e);
        }
      }
      case DIGEST -> algorithm(value);
      case RANGE -> {
        if (!RANGE.matcher(value).matches()) {
          throw new IllegalArgumentException("has the range \"" + value + "\"; write it as >= 5");
        }
      }
      case EQUAL, DOT_SUFFIX, SUFFIX, PREFIX, SUBSTRING, PRESENCE -> {}
    }
  }

  static boolean matches(Match match, String text, String value) {
    return switch (match) {
      case EQUAL -> text.equals(value);
      case DOT_SUFFIX -> text.equals(value) || text.endsWith("." + value);
      case SUFFIX -> text.endsWith(value);
      case PREFIX -> text.startsWith(value);
      case SUBSTRING -> text.contains(value);
      case PATTERN -> Bounded.find(Pattern.compile(value), text);
      case DIGEST -> digest(algorithm(value), text).equals(value);
      case RANGE -> inRange(text, value);
      case PRESENCE -> !text.isEmpty();
    };
  }

  private static boolean inRange(String text, String value) {
    Matcher range = RANGE.matcher(value);
    if (!range.matches() || !NUMBER.matcher(text).matches()) {
      return false;
    }
    int order = new BigDecimal(text).compareTo(new BigDecimal(range.group(2)));
    return switch (range.group(1)) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static String algorithm(String hex) {
    String algorithm =
        switch (hex.length()) {
          case 32 -> "MD5";
          case 40 -> "SHA-1";
          case 64 -> "SHA-256";
          case 128 -> "SHA-512";
          default -> "";
        };
    if (algorithm.isEmpty() || !DIGEST.matcher(hex.toLowerCase(Locale.ROOT)).matches()) {
      throw new IllegalArgumentException(
          "has the digest \"" + hex + "\"; write MD5, SHA-1, SHA-256 or SHA-512 in hexadecimal");
    }
    return algorithm;
  }

  private static String digest(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
