package dev.candor.fleet.check;

import dev.candor.audit.Engine;
import dev.candor.policy.Policy;
import java.time.Instant;
import java.util.List;

/**
 * What a policy says of inventories.
 *
 * @param at the moment for which it was asked
 * @param days ahead that were looked at, too
 * @param machines how many inventories there were
 * @param installations in all
 * @param denied how many of them
 * @param warned how many
 * @param soon how many will be denied
 * @param undecided of how many nobody can say what is to become of them
 * @param told those of which there is something to tell, or all, in the order of the inventories
 */
public record PolicyCheck(
    Policy policy,
    Instant at,
    int days,
    long machines,
    long installations,
    long denied,
    long warned,
    long soon,
    long undecided,
    List<Checked> told,
    Engine engine,
    Instant created) {
  /** What a check says at last. */
  public enum Outcome {
    /** Something is denied now. */
    DENIED,
    /** Nothing is denied, and something may be. */
    UNDECIDED,
    /** Nothing is denied. */
    ALLOWED
  }

  public PolicyCheck {
    told = List.copyOf(told);
  }

  /** What is denied decides, whatever is open. */
  public Outcome outcome() {
    return denied > 0 ? Outcome.DENIED : undecided > 0 ? Outcome.UNDECIDED : Outcome.ALLOWED;
  }
}
