package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What came, went, and changed its version. */
public final class ChangeAnswers {
  private static final int MOST_COUNTS = 500;

  private final Connection connection;

  ChangeAnswers(Connection connection) {
    this.connection = connection;
  }

  /** What happened to an installation. */
  public enum Kind {
    /** It was in the first look at its machine. */
    MACHINE_IS_NEW,
    APPEARED,
    CHANGED,
    VANISHED
  }

  /**
   * @param at when the look was taken that showed it
   * @param version after the change, or of what vanished; empty where it is not known
   * @param before the version that was at the same place in the look before; of a change only
   */
  public record Change(
      Kind kind,
      Instant at,
      long machine,
      String name,
      String root,
      String tool,
      String version,
      Optional<String> before,
      String place,
      Cursor cursor) {}

  /**
   * @param appeared on how many machines, without those that are new themselves
   * @param vanished from how many
   */
  public record Count(String tool, String version, long appeared, long vanished) {}

  private static final String SAME_PLACE =
      "o.machine = p.machine AND o.tool = p.tool AND o.means = p.means AND o.place = p.place";

  private static final String CAME =
      """
      SELECT p.first, p.id, m.id, m.name, m.root, p.tool, p.version, p.place, m.first_seen,
        (SELECT MIN(o.version) FROM period o WHERE %s AND o.gone = p.first)
      FROM period p JOIN machine m ON m.id = p.machine
      WHERE p.first >= ? AND (p.first, p.id) < (?, ?) ORDER BY p.first DESC, p.id DESC LIMIT\
      """
              .formatted(SAME_PLACE)
          + " ";

  private static final String WENT =
      """
      SELECT p.gone, p.id, m.id, m.name, m.root, p.tool, p.version, p.place
      FROM period p JOIN machine m ON m.id = p.machine
      WHERE p.gone >= ? AND p.gone < ? AND (p.gone, p.id) < (?, ?)
        AND NOT EXISTS (SELECT 1 FROM period o WHERE %s AND o.first = p.gone)
      ORDER BY p.gone DESC, p.id DESC LIMIT\
      """
              .formatted(SAME_PLACE)
          + " ";

  private static final Comparator<Change> NEWEST_FIRST =
      Comparator.comparingLong((Change change) -> change.cursor().time())
          .thenComparingLong(change -> change.cursor().row())
          .reversed();

  /**
   * What came and went since a time, the newest first.
   *
   * @param after behind that row
   */
  public List<Change> since(Instant time, Optional<Cursor> after, int most) throws SQLException {
    long from = Moment.start(time).value();
    Cursor to = after.orElse(new Cursor(Moment.OPEN - 1, Long.MAX_VALUE));
    List<Change> all = new ArrayList<>();
    // A period comes and goes at two times, so that both lists have their rows in one order.
    all.addAll(
        Sql.of(CAME + most, from, to.time(), to.row()).list(connection, ChangeAnswers::came));
    all.addAll(
        Sql.of(WENT + most, from, Moment.OPEN, to.time(), to.row())
            .list(connection, ChangeAnswers::went));
    all.sort(NEWEST_FIRST);
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static Change came(ResultSet row) throws SQLException {
    Optional<String> before = Optional.ofNullable(row.getString(10));
    Kind kind = row.getLong(1) == row.getLong(9) ? Kind.MACHINE_IS_NEW : Kind.APPEARED;
    return change(before.isPresent() ? Kind.CHANGED : kind, row, before);
  }

  private static Change went(ResultSet row) throws SQLException {
    return change(Kind.VANISHED, row, Optional.empty());
  }

  private static Change change(Kind kind, ResultSet row, Optional<String> before)
      throws SQLException {
    return new Change(
        kind,
        Moment.time(row.getLong(1)),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        before,
        row.getString(8),
        new Cursor(row.getLong(1), row.getLong(2)));
  }

  /** By tool and version, those of most machines first. */
  public List<Count> counts(Instant time) throws SQLException {
    long from = Moment.start(time).value();
    return Sql.of(
            """
            SELECT tool, version, SUM(came), SUM(went) FROM (
              SELECT p.tool, p.version, COUNT(DISTINCT p.machine) AS came, 0 AS went
              FROM period p JOIN machine m ON m.id = p.machine
              WHERE p.first >= ? AND p.first > m.first_seen GROUP BY p.tool, p.version
              UNION ALL
              SELECT p.tool, p.version, 0 AS came, COUNT(DISTINCT p.machine) AS went
              FROM period p WHERE p.gone >= ? AND p.gone < ? GROUP BY p.tool, p.version
            ) AS counted
            GROUP BY tool, version ORDER BY SUM(came) + SUM(went) DESC, tool, version LIMIT\
            """
                + " "
                + MOST_COUNTS,
            from,
            from,
            Moment.OPEN)
        .list(
            connection,
            row -> new Count(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
  }

  /** Machines that were first seen since that time. */
  public long newMachines(Instant time) throws SQLException {
    return Sql.of("SELECT COUNT(*) FROM machine WHERE first_seen >= ?", Moment.start(time).value())
        .number(connection);
  }
}
