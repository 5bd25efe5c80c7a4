package dev.candor.policy.vers;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Debian's policy has it in its section 5.6.12.
 *
 * @param epoch without zeros before it; empty for 0
 * @param upstream what the makers of the software call it
 * @param revision of the package; empty where none is written, which counts as 0
 * @see <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#version">policy</a>
 */
public record DebianVersion(String epoch, String upstream, String revision)
    implements Comparable<DebianVersion> {
  private static final int LONGEST = 256;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<epoch>[0-9]{1,10}):)?(?<upstream>[0-9][A-Za-z0-9.+~:-]*?)(?:-(?<revision>[A-Za-z0-9+.~]+))?");

  /** The version that is written so; empty for any other text and for more than 256 characters. */
  public static Optional<DebianVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> epoch = Optional.ofNullable(matcher.group("epoch"));
    String upstream = matcher.group("upstream");
    Optional<String> revision = Optional.ofNullable(matcher.group("revision"));
    if (epoch.isEmpty() && upstream.indexOf(':') >= 0
        || revision.isEmpty() && upstream.indexOf('-') >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new DebianVersion(withoutZeros(epoch.orElse("")), upstream, revision.orElse("")));
  }

  @Override
  public int compareTo(DebianVersion other) {
    return Comparator.comparing(DebianVersion::epoch, DebianVersion::numbers)
        .thenComparing(DebianVersion::upstream, DebianVersion::parts)
        .thenComparing(DebianVersion::revision, DebianVersion::parts)
        .compare(this, other);
  }

  /** Turns of what is no digit and what is, as far as both go. */
  private static int parts(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() || j < right.length()) {
      int iEnd = end(left, i, false);
      int jEnd = end(right, j, false);
      int order = words(left.substring(i, iEnd), right.substring(j, jEnd));
      if (order != 0) {
        return order;
      }
      i = end(left, iEnd, true);
      j = end(right, jEnd, true);
      order =
          numbers(withoutZeros(left.substring(iEnd, i)), withoutZeros(right.substring(jEnd, j)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int end(String text, int from, boolean digits) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i)) == digits) {
      i++;
    }
    return i;
  }

  /** A tilde is before the end of a part, letters are before all else. */
  private static int words(String left, String right) {
    for (int i = 0; i < Math.max(left.length(), right.length()); i++) {
      int order = Integer.compare(weight(left, i), weight(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int weight(String text, int index) {
    if (index >= text.length()) {
      return 0;
    }
    char c = text.charAt(index);
    if (c == '~') {
      return -1;
    }
    boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    return letter ? c : c + 0x100;
  }

  private static int numbers(String left, String right) {
    return left.length() == right.length()
        ? left.compareTo(right)
        : Integer.compare(left.length(), right.length());
  }

  private static String withoutZeros(String digits) {
    int i = 0;
    while (i < digits.length() && digits.charAt(i) == '0') {
      i++;
    }
    return digits.substring(i);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
