package dev.candor.fleet.check;

import dev.candor.fleet.inventory.Installation;
import dev.candor.policy.Action;
import dev.candor.policy.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * What a policy says of one installation.
 *
 * @param machine it is on
 * @param soon when it will be denied, and by what, where that is within the days asked for
 */
public record Checked(
    String machine, Installation installation, Decision decision, Optional<Soon> soon) {
  /** A decision of a later moment. */
  public record Soon(Instant from, Decision decision) {}

  /** Whether there is nothing to tell of it. */
  boolean isQuiet() {
    return decision.action() == Action.ALLOW
        && decision.undecided().isEmpty()
        && decision.waived().isEmpty()
        && soon.isEmpty();
  }
}
