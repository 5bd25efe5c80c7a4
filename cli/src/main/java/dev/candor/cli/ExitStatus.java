package dev.candor.cli;

import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.disclosure.DisclosureCheck;
import dev.candor.audit.track.State;
import dev.candor.audit.verify.Verified.Outcome;
import dev.candor.fleet.check.PolicyCheck;
import dev.candor.fleet.collect.Delivery;

/** What the shell is told, as linters have it; {@code docs/exit-status.md} explains it. */
final class ExitStatus {
  static final int NOTHING_COVERT = 0;
  static final int COVERT = 1;

  /** Wrong usage, wrong input, or a failure of Candor itself: nothing was decided. */
  static final int NOT_DONE = 2;

  static final int INCONCLUSIVE = 3;

  /** Of what verifies: the report holds, or not; {@link #INCONCLUSIVE} where nobody can tell. */
  static final int HOLDS = 0;

  static final int DOES_NOT_HOLD = 1;

  private ExitStatus() {}

  static int of(Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> HOLDS;
      case DOES_NOT_HOLD -> DOES_NOT_HOLD;
      case UNDECIDED -> INCONCLUSIVE;
    };
  }

  static int of(DisclosureCheck.Outcome outcome) {
    return switch (outcome) {
      case COVERED -> NOTHING_COVERT;
      case NOT_COVERED -> COVERT;
      case UNDECIDED -> INCONCLUSIVE;
    };
  }

  static int of(PolicyCheck.Outcome outcome) {
    return switch (outcome) {
      case ALLOWED -> NOTHING_COVERT;
      case DENIED -> COVERT;
      case UNDECIDED -> INCONCLUSIVE;
    };
  }

  static int of(Delivery.Outcome outcome) {
    return switch (outcome) {
      case SENT -> NOTHING_COVERT;
      case WAITING -> INCONCLUSIVE;
      case LOST -> NOT_DONE;
    };
  }

  static int of(Report report) {
    return report
        .suppressed()
        .map(suppressed -> suppressed.deciding(report))
        .orElse(report.verdict())
        .map(ExitStatus::of)
        .orElseGet(() -> ofScan(report));
  }

  static int of(Verdict verdict) {
    return switch (verdict) {
      case COVERT -> COVERT;
      case OPAQUE, CANDID -> NOTHING_COVERT;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }

  /** Of a history. */
  static int of(State state) {
    return switch (state) {
      case PRESENT -> COVERT;
      case ABSENT -> NOTHING_COVERT;
      case UNCLEAR -> INCONCLUSIVE;
    };
  }

  private static int ofScan(Report report) {
    return report.inconclusive() ? INCONCLUSIVE : NOTHING_COVERT;
  }
}
