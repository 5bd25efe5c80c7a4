package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.fleet.inventory.Installation;
import dev.candor.policy.Action;
import dev.candor.policy.Decision;
import dev.candor.policy.Policy;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of inventories when one policy takes the place of another.
 *
 * @param changes in the order of the inventories
 */
public record PolicyDifference(
    Policy before,
    Policy after,
    Instant at,
    long machines,
    long installations,
    List<Change> changes,
    Engine engine,
    Instant created) {
  public PolicyDifference {
    changes = List.copyOf(changes);
  }

  /** An installation of which they decide differently: another action, rule or replacement. */
  public record Change(String machine, Installation installation, Decision before, Decision after) {
    /** Whether it was not denied, and would be. */
    public boolean isNewlyDenied() {
      return after.action() == Action.DENY && before.action() != Action.DENY;
    }
  }

  /** How many were not denied, and would be. */
  public long newlyDenied() {
    return changes.stream().filter(Change::isNewlyDenied).count();
  }
}
