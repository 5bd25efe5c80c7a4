package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.collect.store.ChangeAnswers;
import dev.candor.fleet.collect.store.ChangeAnswers.Change;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What changed.
 *
 * @param days that are looked back
 */
record ChangesView(
    long days, long newMachines, List<ChangeAnswers.Count> counts, Listing<Change> changes) {
  static final String DAYS = "days";

  private static final long USUAL_DAYS = 7;
  private static final long MOST_DAYS = 366;

  static ChangesView of(Answers answers, Query query, Instant now) throws SQLException {
    long days = Math.clamp(query.number(DAYS).orElse(USUAL_DAYS), 1, MOST_DAYS);
    Instant from = now.minus(Duration.ofDays(days));
    List<Change> all = answers.changes().since(from, query.cursor(), Listing.MOST + 1);
    return new ChangesView(
        days,
        answers.changes().newMachines(from),
        answers.changes().counts(from),
        Listing.of(all, query, one -> one.cursor().written()));
  }

  static String words(Change change) {
    return switch (change.kind()) {
      case MACHINE_IS_NEW -> "first look at this machine";
      case APPEARED -> "appeared";
      case CHANGED -> "was " + Words.version(change.before().orElse("")) + " before";
      case VANISHED -> "vanished";
    };
  }
}
