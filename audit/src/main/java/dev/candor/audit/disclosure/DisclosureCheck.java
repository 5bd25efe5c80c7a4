package dev.candor.audit.disclosure;

import dev.candor.audit.Engine;
import dev.candor.audit.Verdict;
import dev.candor.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report that was there before, held against a disclosure.
 *
 * @param file of the report
 * @param verdict that it has, which a disclosure does not change
 * @param notes what a reader should know of the report, one sentence each
 * @param engine what looked at it
 */
public record DisclosureCheck(
    String file,
    Subject subject,
    Optional<Verdict> verdict,
    Disclosed disclosed,
    List<String> notes,
    Engine engine,
    Instant created) {
  public DisclosureCheck {
    notes = List.copyOf(notes);
  }

  /** What such a check says at last. */
  public enum Outcome {
    COVERED,
    NOT_COVERED,
    UNDECIDED
  }

  /** Undecided where it speaks of another package, or nothing was run. */
  public Outcome outcome() {
    if (disclosed.mismatch().isPresent() || verdict.equals(Optional.of(Verdict.INCONCLUSIVE))) {
      return disclosed.mismatch().isEmpty() && !disclosed.uncovered().isEmpty()
          ? Outcome.NOT_COVERED
          : Outcome.UNDECIDED;
    }
    return disclosed.uncovered().isEmpty() ? Outcome.COVERED : Outcome.NOT_COVERED;
  }
}
