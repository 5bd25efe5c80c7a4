package dev.candor.lab.experiment;

import java.util.List;
import java.util.Optional;

/**
 * An experiment that is over.
 *
 * @param observations by number
 * @param why it ended before its time; empty where it did not
 */
public record Finished(
    Design design, List<Observation> observations, Ending ending, Optional<String> why) {
  /** How it ended. */
  public enum Ending {
    /** All that was planned and called for was run. */
    COMPLETE,
    /** The budget was spent before. */
    BUDGET,
    /** Somebody stopped it. */
    STOPPED,
    /** Rooms failed one after the other. */
    ROOM
  }

  public Finished {
    observations = List.copyOf(observations);
  }
}
