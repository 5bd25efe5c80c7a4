package dev.candor.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org 2.0.0 has it, ordered by its section 11. Numbers stay text, so that none
 * is too long. What follows a plus sign has no part in the order.
 *
 * @param core three numbers
 * @param prerelease its identifiers, empty for a release
 * @param text as it was written
 */
public record SemanticVersion(List<String> core, List<String> prerelease, String text)
    implements Comparable<SemanticVersion> {
  private static final int LENGTH = 256;
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");
  private static final String IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*+";
  private static final Pattern VERSION =
      Pattern.compile(
          "((?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*))"
              + "(?:-("
              + IDENTIFIERS
              + "))?(?:\\+"
              + IDENTIFIERS
              + ")?");

  /** The version that is written so, empty for any other text and for more than 256 characters. */
  public static Optional<SemanticVersion> parse(String text) {
    if (text.length() > LENGTH) {
      return Optional.empty();
    }
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> prerelease =
        Optional.ofNullable(matcher.group(2)).map(SemanticVersion::dotted).orElse(List.of());
    return Optional.of(new SemanticVersion(dotted(matcher.group(1)), prerelease, text));
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int byCore = compare(core, other.core);
    if (byCore != 0) {
      return byCore;
    }
    if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
      return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
    }
    return compare(prerelease, other.prerelease);
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compare(String left, String right) {
    boolean leftNumber = NUMBER.matcher(left).matches();
    boolean rightNumber = NUMBER.matcher(right).matches();
    if (leftNumber && rightNumber && left.length() != right.length()) {
      return Integer.compare(left.length(), right.length());
    }
    return leftNumber == rightNumber ? left.compareTo(right) : (leftNumber ? -1 : 1);
  }

  private static List<String> dotted(String text) {
    return Arrays.asList(text.split("\\."));
  }

  @Override
  public String toString() {
    return text;
  }
}
