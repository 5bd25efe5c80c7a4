package dev.candor.lab.room;

import java.io.IOException;

/** What a keeper does for each request that Candor sends it. */
@FunctionalInterface
public interface Work {
  /**
   * Does it, in a thread of its own.
   *
   * @param rooms opens rooms that are closed when Candor wants the request to end
   * @return the answer
   * @throws dev.candor.core.InputException if the request wants what the host does not have
   * @throws IOException if it cannot be done
   */
  byte[] answer(byte[] request, Opening rooms) throws IOException, InterruptedException;

  /** Opens rooms for one request. */
  @FunctionalInterface
  interface Opening {
    /** As {@link Rooms#open}. */
    Room open(RoomPlan plan) throws IOException, InterruptedException;
  }
}
