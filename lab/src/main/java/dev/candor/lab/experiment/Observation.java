package dev.candor.lab.experiment;

import dev.candor.lab.trial.TrialResult;

/**
 * What came of one trial.
 *
 * @param attempts how often it was begun; 0 where the environment could not be made
 */
public record Observation(Planned planned, int attempts, Outcome outcome) {
  /** What came of it. */
  public sealed interface Outcome {}

  /** The tool ran, however it ended; how it ended is in the result. */
  public record Ran(TrialResult result) implements Outcome {}

  /**
   * The tool did not run.
   *
   * @param reason for people
   */
  public record Failed(Cause cause, String reason) implements Outcome {}

  /** Whose failure it was. */
  public enum Cause {
    /** The environment cannot be had on this machine. */
    ENVIRONMENT,
    /** The room could not be made, or ended, twice. */
    ROOM
  }
}
