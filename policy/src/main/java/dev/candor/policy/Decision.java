package dev.candor.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a policy says of a product at a moment.
 *
 * @param rule that decided; empty where none matched, and the default holds
 * @param why its reason, or that of the default
 * @param since from when on that rule counts; empty for always
 * @param replacement what to use instead
 * @param waived the exception without which it would be decided otherwise
 * @param undecided what could decide otherwise, and nobody can say whether it does
 */
public record Decision(
    Action action,
    Optional<String> rule,
    String why,
    Optional<Instant> since,
    Optional<String> replacement,
    Optional<Waived> waived,
    List<Undecided> undecided) {
  public Decision {
    undecided = List.copyOf(undecided);
  }

  /** A rule that would decide, and who has granted an exception from it. */
  public record Waived(String rule, Action action, Waiver waiver) {}

  /**
   * A rule of which it cannot be said whether it matches.
   *
   * @param action that it would have
   * @param why which fact is missing or unreadable
   */
  public record Undecided(String rule, Action action, String why) {}
}
