package dev.candor.audit.watch;

import dev.candor.audit.Report;

/** What an audit says of a release beside the scan. */
public sealed interface Audited {
  /**
   * There was one.
   *
   * @param report with a verdict, and an experiment
   */
  record Done(Report report) implements Audited {}

  /**
   * It could not be made.
   *
   * @param why hostile text
   */
  record NotDone(String why) implements Audited {}

  /** Nobody wanted one. */
  record NotAsked() implements Audited {}
}
