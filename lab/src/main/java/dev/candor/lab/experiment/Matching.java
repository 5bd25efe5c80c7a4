package dev.candor.lab.experiment;

import dev.candor.core.Match;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a comparison that an artifact makes holds for a level. */
final class Matching {
  /** By which texts are made short of recognition, most often. */
  private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

  /** Patterns of an artifact are not ours: those that could take long are not tried. */
  private static final int LONGEST_PATTERN = 500;

  private static final Pattern LOCALE =
      Pattern.compile("[a-z]{2,3}(_[a-z]{2})?\\.(utf-8|gb[0-9k]+|big5|euc.*|iso.*)");

  private static final Pattern NESTED = Pattern.compile("[+*}]\\)?[+*{]|\\)[+*{]");

  private Matching() {}

  /**
   * @param value with what is compared
   * @param level what is compared
   */
  static boolean holds(Match match, String value, String level) {
    String said = value.toLowerCase(Locale.ROOT);
    String read = level.toLowerCase(Locale.ROOT);
    return switch (match) {
      case EQUAL -> read.equals(said) || sameLocale(said, read) || sameOffset(value, level);
      case DOT_SUFFIX -> read.equals(bare(said)) || read.endsWith("." + bare(said));
      case SUFFIX -> read.endsWith(said);
      case PREFIX -> read.startsWith(said);
      case SUBSTRING -> read.contains(said);
      case PATTERN -> found(value, level);
      case DIGEST -> digested(said, level);
      case PRESENCE -> true;
      case RANGE -> sameOffset(value, level) || read.equals(said);
    };
  }

  private static String bare(String value) {
    return value.startsWith(".") ? value.substring(1) : value;
  }

  private static boolean sameLocale(String value, String level) {
    return LOCALE.matcher(level).matches()
        && level.replaceFirst("\\..*", "").replace('_', '-').equals(value.replace('_', '-'));
  }

  /** Minutes behind UTC, as {@code getTimezoneOffset} has them, and a zone that is so now. */
  private static boolean sameOffset(String value, String level) {
    try {
      int minutes = Integer.parseInt(value);
      return Math.abs(minutes) <= 14 * 60
          && ZoneId.of(level).getRules().getOffset(Instant.now()).getTotalSeconds()
              == -60 * minutes;
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  private static boolean found(String pattern, String level) {
    if (pattern.length() > LONGEST_PATTERN || NESTED.matcher(pattern).find()) {
      return false;
    }
    try {
      return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(level).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Texts that a pattern of plain alternatives holds for. */
  static List<String> literals(String pattern) {
    List<String> all = new ArrayList<>();
    for (String part : pattern.replaceAll("[()^$]|\\?:", "").split("\\|", -1)) {
      String text = part.replace("\\.", ".").replace("\\/", "/").replaceAll("\\.[*+]", "heron");
      if (!text.isEmpty() && text.indexOf('\\') < 0) {
        all.add(text);
      }
    }
    return all;
  }

  private static boolean digested(String value, String level) {
    byte[] bytes = level.getBytes(StandardCharsets.UTF_8);
    for (String name : DIGESTS) {
      try {
        byte[] digest = MessageDigest.getInstance(name).digest(bytes);
        String base64 = Base64.getEncoder().encodeToString(digest).toLowerCase(Locale.ROOT);
        if (value.equals(HexFormat.of().formatHex(digest)) || value.equals(base64)) {
          return true;
        }
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has those
      }
    }
    return false;
  }
}
