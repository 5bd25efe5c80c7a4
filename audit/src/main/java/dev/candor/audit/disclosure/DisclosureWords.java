package dev.candor.audit.disclosure;

import dev.candor.core.Count;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What all reports for people say of a disclosure. */
public final class DisclosureWords {
  public static final String TITLE = "Held against the vendor's disclosure";
  public static final String UNCOVERED = "Seen, and not disclosed";
  public static final String COVERED = "Seen, and disclosed";
  public static final String STATEMENTS = "Statements";

  /** What a statement of which nothing was seen does not mean. */
  public static final String NO_ACCUSATION =
      "A statement of which nothing was seen is no fault: trials do not see everything.";

  private DisclosureWords() {}

  /** As {@code 2 of 14 things that were seen are not disclosed}. */
  public static String headline(Disclosed disclosed) {
    if (disclosed.mismatch().isPresent()) {
      return "the vendor's disclosure covers nothing here: " + disclosed.mismatch().get();
    }
    int all = disclosed.all().size();
    int open = disclosed.uncovered().size();
    if (all == 0) {
      return "nothing was seen that the vendor's disclosure would have to cover";
    }
    return open == 0
        ? "the vendor's disclosure covers all that was seen: " + Count.of(all, "thing")
        : "the vendor's disclosure does not cover %d of %s that %s seen"
            .formatted(open, Count.of(all, "thing"), all == 1 ? "was" : "were");
  }

  /** As {@code disclosed by statement 2}. */
  public static String of(Covered covered) {
    if (covered.isCovered()) {
      return "disclosed by " + statements(covered) + (covered.unnoticed() ? REMAINS : "");
    }
    String open = "; open: " + String.join("; ", covered.open());
    return covered.statements().isEmpty()
        ? "not disclosed" + open
        : "disclosed in part by " + statements(covered) + open;
  }

  private static final String REMAINS =
      "; a reader of the traffic does not notice it, so that it counts for the verdict";

  private static String statements(Covered covered) {
    List<Integer> numbers = covered.statements();
    return (numbers.size() == 1 ? "statement " : "statements ")
        + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** What is said of a signal beside it; empty where the report was not held against anything. */
  public static Optional<String> of(Optional<Disclosed> disclosed, String fingerprint) {
    return disclosed.flatMap(all -> all.of(fingerprint)).map(DisclosureWords::of);
  }

  /** Each thing with what is said of it. */
  public static List<String> lines(List<Covered> all) {
    return all.stream().map(one -> one.words() + ": " + of(one)).toList();
  }

  /** Each statement with its number, what it leaves open, and how much of it was seen. */
  public static List<String> statements(Disclosed disclosed) {
    List<Statement> all = disclosed.disclosure().statements();
    return IntStream.range(0, all.size())
        .mapToObj(i -> statement(i + 1, all.get(i), disclosed.seen(i + 1)))
        .toList();
  }

  private static String statement(int number, Statement statement, int seen) {
    return "%d: %s: %s%s"
        .formatted(
            number,
            statement.words(),
            seen == 0 ? "not seen" : "seen, " + Count.of(seen, "thing"),
            statement.reach().map(reach -> "; it " + reach + ", and says so by *").orElse(""));
  }

  /** Whether nothing was seen of some statement. */
  public static boolean hasUnseen(Disclosed disclosed) {
    return disclosed.mismatch().isEmpty()
        && IntStream.rangeClosed(1, disclosed.disclosure().statements().size())
            .anyMatch(number -> disclosed.seen(number) == 0);
  }

  /** Of whom and what it is, as {@code pkg:npm/x, vers:npm/*, sha256:…}. */
  public static String identity(Disclosure disclosure) {
    return "%s, %s%s, %s:%s"
        .formatted(
            disclosure.purl(),
            disclosure.versions(),
            disclosure.vendor().map(name -> ", by " + name).orElse(""),
            disclosure.digest().algorithm(),
            disclosure.digest().hex());
  }
}
