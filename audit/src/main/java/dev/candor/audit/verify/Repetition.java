package dev.candor.audit.verify;

import java.util.List;

/**
 * What a repetition says of a report.
 *
 * @param held what came out the same, one sentence each
 * @param flaws what did not
 * @param open what could not be decided
 * @param notes what else differs
 */
public record Repetition(
    List<String> held, List<Flaw> flaws, List<String> open, List<String> notes) {
  public Repetition {
    held = List.copyOf(held);
    flaws = List.copyOf(flaws);
    open = List.copyOf(open);
    notes = List.copyOf(notes);
  }
}
