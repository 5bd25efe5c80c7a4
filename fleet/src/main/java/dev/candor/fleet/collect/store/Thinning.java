package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Takes away what is older than it is kept, a few machines at a time. */
final class Thinning {
  private static final int AT_ONCE = 200;

  private final Database database;
  private final long documentsFrom;
  private final long historyFrom;

  private Thinning(Database database, Retention retention, Instant now) {
    this.database = database;
    documentsFrom = retention.documentsFrom(now).value();
    historyFrom = retention.historyFrom(now).value();
  }

  static void of(Database database, Retention retention, Instant now) {
    Thinning thinning = new Thinning(database, retention, now);
    List<Long> machines = thinning.after(0);
    while (!machines.isEmpty()) {
      List<Long> some = machines;
      database.write(connection -> {
        for (long machine : some) {
          thinning.thin(connection, machine);
        }
        return some.size();
      });
      machines = thinning.after(machines.getLast());
    }
  }

  private List<Long> after(long machine) {
    return database.read(connection ->
        Sql.of("SELECT id FROM machine WHERE id > ? ORDER BY id LIMIT " + AT_ONCE, machine)
            .list(connection, row -> row.getLong(1)));
  }

  private void thin(Connection connection, long machine) throws SQLException {
    if (Sql.of("DELETE FROM machine WHERE id = ? AND last_seen < ?", machine, historyFrom)
            .update(connection)
        > 0) {
      return;
    }
    Sql.of(
            """
            UPDATE look SET document = NULL
            WHERE machine = ? AND moment < ? AND document IS NOT NULL
              AND moment < (SELECT last_seen FROM machine WHERE id = ?)
            """,
            machine,
            documentsFrom,
            machine)
        .update(connection);
    Sql.of("DELETE FROM period WHERE machine = ? AND gone <= ?", machine, historyFrom)
        .update(connection);
    // The last look before what is kept tells when something was seen that was gone in the next.
    Sql.of(
            """
            DELETE FROM look WHERE machine = ? AND moment <
              (SELECT MAX(moment) FROM look WHERE machine = ? AND moment < ?)
            """,
            machine,
            machine,
            historyFrom)
        .update(connection);
  }
}
