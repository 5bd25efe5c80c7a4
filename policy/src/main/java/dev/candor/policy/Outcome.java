package dev.candor.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one rule.
 *
 * @param clauses each part of it, and whether it holds
 * @param why in words
 * @param waived the exception that was granted
 */
public record Outcome(
    PolicyRule rule, State state, List<Clause> clauses, String why, Optional<Waiver> waived) {
  public Outcome {
    clauses = List.copyOf(clauses);
  }

  Outcome deciding() {
    return new Outcome(rule, State.DECIDES, clauses, why, waived);
  }

  /** Of a rule. */
  public enum State {
    /** It matches, and decides. */
    DECIDES,
    /** It matches, and another one decides. */
    MATCHES,
    /** It would match, and somebody has granted an exception. */
    WAIVED,
    /** Nobody can say whether it matches. */
    UNDECIDED,
    /** A part of it does not hold. */
    DIFFERS,
    /** It would match later. */
    NOT_YET,
    /** It matched once. */
    OVER;

    /** As {@code not yet}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
