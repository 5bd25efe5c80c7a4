package dev.candor.audit.verify;

import dev.candor.audit.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verification found.
 *
 * @param file that was looked at
 * @param claim what the report says of what, for the headline; empty where nobody could look
 * @param held what was checked and holds, one sentence each
 * @param flaws what does not hold
 * @param open what could not be decided, one sentence each
 * @param notes what a reader should know, one sentence each
 */
public record Verified(
    String file,
    List<String> claim,
    List<String> held,
    List<Flaw> flaws,
    List<String> open,
    List<String> notes,
    Engine engine,
    Instant created) {
  public Verified {
    claim = List.copyOf(claim);
    held = List.copyOf(held);
    flaws = List.copyOf(flaws);
    open = List.copyOf(open);
    notes = List.copyOf(notes);
  }

  /** What a verification says at last. */
  public enum Outcome {
    HOLDS,
    DOES_NOT_HOLD,
    UNDECIDED
  }

  /** A flaw decides, whatever is open. */
  public Outcome outcome() {
    if (!flaws.isEmpty()) {
      return Outcome.DOES_NOT_HOLD;
    }
    return open.isEmpty() ? Outcome.HOLDS : Outcome.UNDECIDED;
  }

  /** The same with what a repetition showed. */
  public Verified with(Repetition repeated) {
    return new Verified(
        file,
        claim,
        joined(held, repeated.held()),
        joined(flaws, repeated.flaws()),
        joined(open, repeated.open()),
        joined(notes, repeated.notes()),
        engine,
        created);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
