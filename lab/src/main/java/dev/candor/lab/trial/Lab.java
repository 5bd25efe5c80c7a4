package dev.candor.lab.trial;

import dev.candor.lab.room.KeeperProcess;
import java.io.IOException;

/**
 * Runs trials, as many at once as there are threads that ask. When this process ends, however it
 * ends, so do they.
 */
public final class Lab implements Trials, AutoCloseable {
  private final KeeperProcess keeper;

  private Lab(KeeperProcess keeper) {
    this.keeper = keeper;
  }

  /**
   * Opens one; a second or so.
   *
   * @throws dev.candor.core.InputException if the system refuses namespaces, or lacks a program; it
   *     says what to do
   */
  public static Lab open() {
    return new Lab(KeeperProcess.start(TrialKeeper.class));
  }

  @Override
  public TrialResult run(Trial trial) throws IOException, InterruptedException {
    return TrialResult.ofBytes(keeper.ask(trial.toBytes()));
  }

  @Override
  public void close() {
    keeper.close();
  }
}
