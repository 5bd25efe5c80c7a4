package dev.candor.campaign.simulate;

/** Takes the exchanges of a day, in any order. */
@FunctionalInterface
interface Sink {
  /** Copies the row. */
  void put(Row row);
}
