package dev.candor.lab.experiment;

import java.util.List;

/**
 * Watches an experiment, and may call for more trials. Called by the thread that runs the
 * experiment, one call at a time; trials go on meanwhile.
 */
public interface Steering {
  /** Calls for nothing. */
  Steering NONE = new Steering() {};

  /**
   * A trial is over. What is called for is run next, as far as the budget goes.
   *
   * @param standing without what this call adds
   */
  default List<Wanted> after(Observation observation, Standing standing) {
    return List.of();
  }

  /**
   * Nothing is left to run. Asked again when what it called for is over, until it calls for
   * nothing.
   *
   * @param all that is known, by number
   * @param left how many more trials the budget allows; more are cut off
   */
  default List<Wanted> rest(List<Observation> all, int left) {
    return List.of();
  }
}
