package dev.candor.policy.vers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as PEP 440 has it, normalised by its rules, so that equal ones are equal.
 *
 * @param epoch 0 where none is written
 * @param release without zeros at its end
 * @param before whether it is an alpha, beta or candidate, and which
 * @param post number of a post-release
 * @param dev number of a developmental release
 * @param local what follows a plus sign; empty for most
 * @see <a href="https://peps.python.org/pep-0440/">PEP 440</a>
 */
public record PythonVersion(
    BigInteger epoch,
    List<BigInteger> release,
    Optional<Before> before,
    Optional<BigInteger> post,
    Optional<BigInteger> dev,
    List<String> local)
    implements Comparable<PythonVersion> {
  private static final int LONGEST = 256;
  private static final String SEPARATOR = "[-_.]?";
  private static final Pattern FORM =
      Pattern.compile(
          "v?(?:(?<epoch>\\d++)!)?(?<release>\\d++(?:\\.\\d++)*+)"
              + "(?:"
              + SEPARATOR
              + "(?<phase>alpha|beta|preview|pre|rc|a|b|c)(?:"
              + SEPARATOR
              + "(?<phasenumber>\\d++))?)?"
              + "(?<post>-(?<bare>\\d++)|"
              + SEPARATOR
              + "(?:post|rev|r)(?:"
              + SEPARATOR
              + "(?<postnumber>\\d++))?)?"
              + "(?<dev>"
              + SEPARATOR
              + "dev(?:"
              + SEPARATOR
              + "(?<devnumber>\\d++))?)?"
              + "(?:\\+(?<local>[a-z0-9]++(?:[-_.][a-z0-9]++)*+))?");

  /** A phase before a release, as {@code rc} and 2. */
  public record Before(String phase, BigInteger number) implements Comparable<Before> {
    @Override
    public int compareTo(Before other) {
      int byPhase = phase.compareTo(other.phase);
      return byPhase == 0 ? number.compareTo(other.number) : byPhase;
    }
  }

  public PythonVersion {
    release = List.copyOf(release);
    local = List.copyOf(local);
  }

  /** The version that is written so; empty for any other text and for more than 256 characters. */
  public static Optional<PythonVersion> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static PythonVersion of(Matcher matcher) {
    return new PythonVersion(
        number(matcher, "epoch"),
        release(matcher.group("release")),
        group(matcher, "phase").map(it -> new Before(phase(it), number(matcher, "phasenumber"))),
        group(matcher, "post")
            .map(_ -> number(matcher, group(matcher, "bare").isPresent() ? "bare" : "postnumber")),
        group(matcher, "dev").map(_ -> number(matcher, "devnumber")),
        group(matcher, "local").map(it -> List.of(it.split("[-_.]"))).orElse(List.of()));
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return Optional.ofNullable(matcher.group(name));
  }

  private static BigInteger number(Matcher matcher, String name) {
    return group(matcher, name).map(BigInteger::new).orElse(BigInteger.ZERO);
  }

  private static List<BigInteger> release(String text) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String one : text.split("\\.")) {
      numbers.add(new BigInteger(one));
    }
    while (numbers.size() > 1 && numbers.getLast().signum() == 0) {
      numbers.removeLast();
    }
    return Collections.unmodifiableList(numbers);
  }

  private static String phase(String written) {
    return switch (written) {
      case "a", "alpha" -> "a";
      case "b", "beta" -> "b";
      default -> "rc";
    };
  }

  @Override
  public int compareTo(PythonVersion other) {
    return Comparator.comparing(PythonVersion::epoch)
        .thenComparing(PythonVersion::release, PythonVersion::compareReleases)
        .thenComparingInt(PythonVersion::stage)
        .thenComparing(it -> it.before.orElse(new Before("", BigInteger.ZERO)))
        .thenComparing(it -> it.post.orElse(BigInteger.ONE.negate()))
        .thenComparing(it -> it.dev.isEmpty())
        .thenComparing(it -> it.dev.orElse(BigInteger.ZERO))
        .thenComparing(PythonVersion::local, PythonVersion::compareLocals)
        .compare(this, other);
  }

  /** Development of a release, its phases, then the release itself and what is after it. */
  private int stage() {
    if (before.isPresent()) {
      return 1;
    }
    return dev.isPresent() && post.isEmpty() ? 0 : 2;
  }

  private static int compareReleases(List<BigInteger> left, List<BigInteger> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareLocals(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareLocal(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareLocal(String left, String right) {
    boolean leftNumber = isNumber(left);
    boolean rightNumber = isNumber(right);
    if (leftNumber && rightNumber) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    return leftNumber == rightNumber ? left.compareTo(right) : leftNumber ? 1 : -1;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
