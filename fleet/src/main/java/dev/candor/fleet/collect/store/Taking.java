package dev.candor.fleet.collect.store;

import dev.candor.core.Sha256;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts one inventory among those of its machine. A period is half open: it holds all looks from its
 * first on and before the one in which the installation was gone. So what is known after some
 * inventories does not depend on their order.
 */
final class Taking {
  private static final int LONGEST_VERSION = 200;
  private static final int LONGEST_PLACE = 4_096;
  private static final int LONGEST_PURL = 1_000;
  private static final int LONGEST_SYSTEM = 300;

  private static final String MACHINE =
      """
      INSERT INTO machine (identity, name, root, system, first_seen, last_seen)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (identity) DO UPDATE SET
        first_seen = CASE WHEN excluded.first_seen < machine.first_seen
          THEN excluded.first_seen ELSE machine.first_seen END,
        system = CASE WHEN excluded.last_seen > machine.last_seen
          THEN excluded.system ELSE machine.system END,
        last_seen = CASE WHEN excluded.last_seen > machine.last_seen
          THEN excluded.last_seen ELSE machine.last_seen END
      RETURNING id
      """;

  private static final String PERIOD =
      """
      INSERT INTO period
        (machine, identity, tool, purl, version, means, place, sha256, first, gone)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Connection connection;
  private final Moment moment;
  private final long machine;

  private record Period(long id, String identity, long first, long gone) {}

  private Taking(Connection connection, Moment moment, long machine) {
    this.connection = connection;
    this.moment = moment;
    this.machine = machine;
  }

  /**
   * @param digest SHA-256 of the document
   * @param document as it is kept
   */
  static Taken of(
      Connection connection,
      Inventory inventory,
      String digest,
      byte[] document,
      Instant received,
      Judge judge)
      throws SQLException {
    Moment moment = Moment.of(inventory.taken(), digest);
    // The machine's row is held until the end, so that its inventories are put in one by one.
    Taking taking = new Taking(connection, moment, machine(connection, inventory, moment));
    Optional<String> there =
        Sql.of(
                "SELECT digest FROM look WHERE machine = ? AND moment = ?",
                taking.machine,
                moment.value())
            .one(connection, row -> row.getString(1));
    if (there.isPresent()) {
      return there.get().equals(digest) ? Taken.KNOWN : Taken.CONFLICT;
    }
    taking.put(Identity.all(inventory));
    Sql.of(
            "INSERT INTO look (machine, moment, digest, received, document) VALUES (?, ?, ?, ?, ?)",
            taking.machine,
            moment.value(),
            digest,
            received.toEpochMilli(),
            document)
        .update(connection);
    Judging.machine(connection, taking.machine, taking.newest(inventory), judge, received);
    return Taken.NEW;
  }

  /** An inventory that comes late says nothing of now. */
  private Inventory newest(Inventory taken) throws SQLException {
    return Documents.newest(connection, machine, moment).orElse(taken);
  }

  private static long machine(Connection connection, Inventory inventory, Moment moment)
      throws SQLException {
    return Sql.of(
            MACHINE,
            Sha256.hex(inventory.machine() + "\0" + inventory.root()),
            KeptText.of(inventory.machine(), LONGEST_PLACE),
            KeptText.of(inventory.root(), LONGEST_PLACE),
            KeptText.of(inventory.system(), LONGEST_SYSTEM),
            moment.value(),
            moment.value())
        .number(connection);
  }

  private void put(Map<String, Installation> present) throws SQLException {
    long next =
        Sql.of(
                "SELECT COALESCE(MIN(moment), ?) FROM look WHERE machine = ? AND moment > ?",
                Moment.OPEN,
                machine,
                moment.value())
            .number(connection);
    Map<String, Period> beginning = new HashMap<>();
    List<Period> ended = new ArrayList<>();
    Map<String, Installation> missing = new LinkedHashMap<>(present);
    for (Period period : around(next)) {
      if (period.first() == next) {
        beginning.put(period.identity(), period);
      } else if (present.containsKey(period.identity())) {
        missing.remove(period.identity());
      } else {
        ended.add(period);
      }
    }
    for (Period period : ended) {
      end(period, next);
    }
    for (Period period : beginning.values()) {
      if (missing.remove(period.identity()) != null) {
        Sql.of("UPDATE period SET first = ? WHERE id = ?", moment.value(), period.id())
            .update(connection);
      }
    }
    add(missing, next);
  }

  /** Those that this look is within, and those that begin with the next. */
  private List<Period> around(long next) throws SQLException {
    return Sql.of(
            """
            SELECT id, identity, first, gone FROM period
            WHERE machine = ? AND ((first < ? AND gone > ?) OR first = ?)
            """,
            machine,
            moment.value(),
            moment.value(),
            next)
        .list(
            connection,
            row -> new Period(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)));
  }

  /** The installation was not there in this look; it may be there again in the next. */
  private void end(Period period, long next) throws SQLException {
    if (next < period.gone()) {
      Sql.of(
              """
              INSERT INTO period
                (machine, identity, tool, purl, version, means, place, sha256, first, gone)
              SELECT machine, identity, tool, purl, version, means, place, sha256, ?, gone
              FROM period WHERE id = ?
              """,
              next,
              period.id())
          .update(connection);
    }
    Sql.of("UPDATE period SET gone = ? WHERE id = ?", moment.value(), period.id())
        .update(connection);
  }

  private void add(Map<String, Installation> missing, long next) throws SQLException {
    if (missing.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(PERIOD)) {
      for (Map.Entry<String, Installation> entry : missing.entrySet()) {
        Installation one = entry.getValue();
        statement.setLong(1, machine);
        statement.setString(2, entry.getKey());
        statement.setString(3, one.tool());
        statement.setString(4, KeptText.of(one.purl(), LONGEST_PURL));
        statement.setString(5, KeptText.of(one.version().orElse(""), LONGEST_VERSION));
        statement.setString(6, one.means().word());
        statement.setString(7, KeptText.of(one.place(), LONGEST_PLACE));
        statement.setString(8, one.sha256().orElse(""));
        statement.setLong(9, moment.value());
        statement.setLong(10, next);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
