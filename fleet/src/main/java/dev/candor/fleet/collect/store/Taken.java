package dev.candor.fleet.collect.store;

/** What became of an inventory that was handed to the store. */
public enum Taken {
  /** It is on disk. */
  NEW,

  /** The same one was there already; nothing changed. */
  KNOWN,

  /** Another one of the same machine and moment is there, and its digest begins alike. */
  CONFLICT,

  /** It was taken before what the history keeps. */
  TOO_OLD,

  /** It was taken later than the clock of the store says: one of both clocks is wrong. */
  IN_THE_FUTURE
}
