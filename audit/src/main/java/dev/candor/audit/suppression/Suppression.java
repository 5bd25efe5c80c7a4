package dev.candor.audit.suppression;

import dev.candor.audit.Steps;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a reviewed file: this finding is known and accepted.
 *
 * @param rule as {@code CANDOR-S003}
 * @param fingerprint of the finding, as SARIF's {@code partialFingerprints} and the JSON report
 *     have it
 * @param path of the module that holds it, {@code *} for any one step and {@code **} at the end for
 *     whatever follows; empty for any. What stands in traffic has none
 * @param reason why it is accepted
 * @param expires the last day on which it counts; empty where the file says never
 * @param by who has reviewed it
 */
public record Suppression(
    String rule,
    String fingerprint,
    Optional<String> path,
    String reason,
    Optional<LocalDate> expires,
    String by) {
  /** What the file says instead of a day. */
  static final String NEVER = "never";

  /**
   * @throws IllegalArgumentException if the path has a {@code **} that is not at its end
   */
  public Suppression {
    path.ifPresent(Suppression::steps);
  }

  /** Whether it speaks of that finding. */
  boolean isOf(Suppressible finding) {
    return rule.equals(finding.rule())
        && fingerprint.equals(finding.fingerprint())
        && path.map(
                asked -> finding.module().filter(it -> steps(asked).matches(split(it))).isPresent())
            .orElse(true);
  }

  /** Whether its last day is over. */
  boolean isExpired(LocalDate today) {
    return expires.filter(today::isAfter).isPresent();
  }

  /** As {@code 2027-01-31} or {@code never}. */
  public String end() {
    return expires.map(LocalDate::toString).orElse(NEVER);
  }

  /** As {@code until 2027-01-31} or {@code without end}. */
  public String until() {
    return expires.map(day -> "until " + day).orElse("without end");
  }

  private static Steps steps(String path) {
    return new Steps(split(path));
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
