package dev.candor.fleet.collect.store;

import dev.candor.core.InputException;
import java.time.Duration;
import java.time.Instant;

/**
 * How long what is kept.
 *
 * @param documents whole inventories; the newest of a machine stays as long as the machine
 * @param history when installations came and went, and machines that no longer send
 */
public record Retention(Duration documents, Duration history) {
  /** 30 and 400 days: more than a month for questions, more than a year for auditors. */
  public static final Retention USUAL = new Retention(Duration.ofDays(30), Duration.ofDays(400));

  public Retention {
    if (documents.isNegative() || documents.compareTo(history) > 0) {
      throw new InputException(
          "Documents are kept for 0 days up to as long as the history, here %d and %d days."
              .formatted(documents.toDays(), history.toDays()));
    }
  }

  Moment documentsFrom(Instant now) {
    return from(now.minus(documents));
  }

  Moment historyFrom(Instant now) {
    return from(now.minus(history));
  }

  private static Moment from(Instant time) {
    return Moment.start(time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time);
  }
}
