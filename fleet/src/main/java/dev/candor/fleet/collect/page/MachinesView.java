package dev.candor.fleet.collect.page;

import dev.candor.fleet.collect.store.Answers;
import dev.candor.fleet.collect.store.Answers.MachineSeen;
import java.sql.SQLException;

/** All machines. */
record MachinesView(Query query, long machines, Listing<MachineSeen> shown) {
  static final String NAME = "name";

  static MachinesView of(Answers answers, Query query) throws SQLException {
    return new MachinesView(
        query,
        answers.machines(),
        Listing.of(
            answers.machines(
                query.text(NAME), query.number(Query.AFTER).orElse(0L), Listing.MOST + 1),
            query,
            one -> Long.toString(one.id())));
  }
}
