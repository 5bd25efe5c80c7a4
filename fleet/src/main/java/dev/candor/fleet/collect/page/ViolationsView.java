package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.collect.store.ViolationAnswers.RuleCount;
import dev.candor.fleet.collect.store.ViolationAnswers.Violation;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What violates, since when.
 *
 * @param rule the one that was chosen; 0 for all
 */
record ViolationsView(long rule, List<RuleCount> rules, Listing<Violation> violations) {
  static final String RULE = "rule";

  static ViolationsView of(Answers answers, Query query) throws SQLException {
    long rule = query.number(RULE).orElse(0L);
    List<Violation> all =
        answers
            .violations()
            .oldestFirst(
                rule > 0 ? OptionalLong.of(rule) : OptionalLong.empty(),
                query.cursor(),
                Listing.MOST + 1);
    return new ViolationsView(
        rule, answers.violations().rules(), Listing.of(all, query, one -> one.cursor().written()));
  }
}
