package dev.candor.fleet.plan;

/** What somebody says to a step. */
public enum Answer {
  YES,
  NO,
  /** Nothing more is to be done now. */
  STOP
}
