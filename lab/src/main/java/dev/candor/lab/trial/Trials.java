package dev.candor.lab.trial;

import java.io.IOException;

/** Runs trials, as many at once as there are threads that ask. */
@FunctionalInterface
public interface Trials {
  /**
   * Runs one to its end. An interrupted thread's trial is ended.
   *
   * @throws dev.candor.core.InputException if the trial wants what the host does not have
   * @throws IOException if the room could not be made, or fails
   */
  TrialResult run(Trial trial) throws IOException, InterruptedException;
}
