package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is where, and since when; all answers are of one state of the data. */
public final class Answers {
  private static final int MOST_TOOLS = 1_000;
  private static final int MOST_VERSIONS = 2_000;
  private static final int MOST_PERIODS = 2_000;

  private static final String INSTALLED =
      """
      SELECT m.id, m.name, m.root, p.id, p.tool, p.purl, p.version, p.means, p.place, p.first,
        p.gone, m.last_seen
      """;

  private final Connection connection;

  Answers(Connection connection) {
    this.connection = connection;
  }

  boolean isThere() throws SQLException {
    return Sql.of("SELECT COUNT(*) FROM migration").number(connection) > 0;
  }

  /** How many machines there are. */
  public long machines() throws SQLException {
    return Sql.of("SELECT COUNT(*) FROM machine").number(connection);
  }

  /** How many machines have not sent anything taken since that time. */
  public long silentSince(Instant time) throws SQLException {
    return Sql.of("SELECT COUNT(*) FROM machine WHERE last_seen < ?", Moment.start(time).value())
        .number(connection);
  }

  /**
   * @param versions that differ, the unknown one among them
   * @param machines on which it is now
   */
  public record ToolCount(String tool, long versions, long machines) {}

  /** Tools that are somewhere now, by name. */
  public List<ToolCount> tools() throws SQLException {
    return Sql.of(
            "SELECT tool, COUNT(DISTINCT version), COUNT(DISTINCT machine) FROM period"
                + " WHERE gone = ? GROUP BY tool ORDER BY tool LIMIT "
                + MOST_TOOLS,
            Moment.OPEN)
        .list(connection, row -> new ToolCount(row.getString(1), row.getLong(2), row.getLong(3)));
  }

  /** Names of the tools that are somewhere now, each found by a leap over the one before. */
  public List<String> toolNames() throws SQLException {
    return Sql.of(
            """
            WITH RECURSIVE leap (tool) AS (
              SELECT MIN(tool) FROM period WHERE gone = ?
              UNION ALL
              SELECT (SELECT MIN(p.tool) FROM period p WHERE p.gone = ? AND p.tool > leap.tool)
              FROM leap WHERE leap.tool IS NOT NULL
            )
            SELECT tool FROM leap WHERE tool IS NOT NULL LIMIT\
            """
                + " "
                + MOST_TOOLS,
            Moment.OPEN,
            Moment.OPEN)
        .list(connection, row -> row.getString(1));
  }

  /**
   * @param version empty where it is not known
   * @param purl of one of them, which has the type that orders versions
   */
  public record VersionCount(String version, String purl, long machines, Instant first) {}

  /** Versions of a tool that are somewhere now, those on most machines first. */
  public List<VersionCount> versions(String tool) throws SQLException {
    return Sql.of(
            "SELECT version, MIN(purl), COUNT(DISTINCT machine), MIN(first) FROM period"
                + " WHERE gone = ? AND tool = ? GROUP BY version ORDER BY 3 DESC, version LIMIT "
                + MOST_VERSIONS,
            Moment.OPEN,
            tool)
        .list(
            connection,
            row ->
                new VersionCount(
                    row.getString(1), row.getString(2), row.getLong(3), time(row.getLong(4))));
  }

  /**
   * An installation on a machine.
   *
   * @param period its number
   * @param root of the machine, {@code /} for the machine itself
   * @param version empty where it is not known
   * @param lastSeen in a look; for one that is gone the last look that had it
   */
  public record Installed(
      long machine,
      String name,
      String root,
      long period,
      String tool,
      String purl,
      String version,
      String means,
      String place,
      Instant first,
      Instant lastSeen,
      boolean gone) {}

  /**
   * What is installed now, by name of the machine.
   *
   * @param tool only that
   * @param versions only these; they are asked for with a tool
   * @param name only machines whose name contains it, in whatever case
   * @param after the number of the last period that was told before; 0 to begin
   */
  public record Filter(
      Optional<String> tool, Optional<List<String>> versions, Optional<String> name, long after) {}

  /** At most {@code most} of what passes the filter. */
  public List<Installed> installed(Filter filter, int most) throws SQLException {
    StringBuilder text = new StringBuilder(INSTALLED);
    List<Object> values = new ArrayList<>();
    // With a tool its few rows are sorted; without one machines are gone through in their order.
    text.append(
        filter.tool().isPresent()
            ? "FROM period p JOIN machine m ON m.id = p.machine WHERE p.gone = ?"
            : "FROM machine m CROSS JOIN period p WHERE p.machine = m.id AND p.gone = ?");
    values.add(Moment.OPEN);
    filter
        .tool()
        .ifPresent(tool -> {
          text.append(" AND p.tool = ?");
          values.add(tool);
        });
    filter
        .versions()
        .ifPresent(versions -> {
          text.append(" AND p.version IN (")
              .append(String.join(", ", versions.stream().map(_ -> "?").toList()))
              .append(versions.isEmpty() ? "'' ) AND 1 = 0" : ")");
          values.addAll(versions);
        });
    named(filter.name(), text, values);
    if (filter.after() > 0) {
      text.append(
          " AND (m.name, p.id) > ((SELECT b.name FROM period a JOIN machine b ON b.id = a.machine"
              + " WHERE a.id = ?), ?)");
      values.add(filter.after());
      values.add(filter.after());
    }
    text.append(" ORDER BY m.name, p.id LIMIT ").append(most);
    return new Sql(text.toString(), values)
        .list(connection, row -> installed(row, row.getLong(12)));
  }

  private static void named(Optional<String> name, StringBuilder text, List<Object> values) {
    name.ifPresent(part -> {
      text.append(" AND LOWER(m.name) LIKE ? ESCAPE '!'");
      String escaped = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
      values.add("%" + escaped.toLowerCase(java.util.Locale.ROOT) + "%");
    });
  }

  private static Installed installed(ResultSet row, long lastSeen) throws SQLException {
    return new Installed(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        time(row.getLong(10)),
        time(lastSeen),
        row.getLong(11) != Moment.OPEN);
  }

  /**
   * @param installations that are there now
   * @param violations of them, by rules of any effect
   */
  public record MachineSeen(
      long id,
      String name,
      String root,
      String system,
      Instant first,
      Instant last,
      long installations,
      long violations) {}

  private static final String MACHINE =
      """
      SELECT m.id, m.name, m.root, m.system, m.first_seen, m.last_seen,
        (SELECT COUNT(*) FROM period p WHERE p.machine = m.id AND p.gone = ?),
        (SELECT COUNT(*) FROM violation v JOIN period p ON p.id = v.period
          WHERE p.machine = m.id AND p.gone = ?)
      FROM machine m WHERE 1 = 1
      """;

  /**
   * Machines by name.
   *
   * @param name only those whose name contains it, in whatever case
   * @param after the number of the last one that was told before; 0 to begin
   */
  public List<MachineSeen> machines(Optional<String> name, long after, int most)
      throws SQLException {
    StringBuilder text = new StringBuilder(MACHINE);
    List<Object> values = new ArrayList<>(List.of(Moment.OPEN, Moment.OPEN));
    named(name, text, values);
    if (after > 0) {
      text.append(" AND (m.name, m.id) > ((SELECT name FROM machine WHERE id = ?), ?)");
      values.addAll(List.of(after, after));
    }
    text.append(" ORDER BY m.name, m.id LIMIT ").append(most);
    return new Sql(text.toString(), values).list(connection, Answers::machine);
  }

  /** One machine; empty where there is none with that number. */
  public Optional<MachineSeen> machine(long id) throws SQLException {
    return Sql.of(MACHINE + " AND m.id = ?", Moment.OPEN, Moment.OPEN, id)
        .one(connection, Answers::machine);
  }

  private static MachineSeen machine(ResultSet row) throws SQLException {
    return new MachineSeen(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        time(row.getLong(5)),
        time(row.getLong(6)),
        row.getLong(7),
        row.getLong(8));
  }

  /** What is and was on a machine: what is there first, then what went last. */
  public List<Installed> periods(long machine) throws SQLException {
    return Sql.of(
            INSTALLED
                + """
                , (SELECT MAX(l.moment) FROM look l WHERE l.machine = m.id AND l.moment < p.gone)
                FROM period p JOIN machine m ON m.id = p.machine WHERE p.machine = ?
                ORDER BY p.gone DESC, p.tool, p.place, p.id LIMIT\
                """
                + " "
                + MOST_PERIODS,
            machine)
        .list(connection, row -> installed(row, row.getLong(13)));
  }

  /**
   * @param document packed
   */
  record Document(long machine, byte[] document) {}

  Optional<byte[]> document(long machine) throws SQLException {
    return Sql.of(
            "SELECT l.document FROM look l JOIN machine m ON m.id = l.machine"
                + " WHERE m.id = ? AND l.moment = m.last_seen",
            machine)
        .one(connection, row -> row.getBytes(1));
  }

  List<Document> documents(long after, int most) throws SQLException {
    return Sql.of(
            "SELECT m.id, l.document FROM machine m"
                + " JOIN look l ON l.machine = m.id AND l.moment = m.last_seen"
                + " WHERE m.id > ? ORDER BY m.id LIMIT "
                + most,
            after)
        .list(connection, row -> new Document(row.getLong(1), row.getBytes(2)));
  }

  /** What is against the policy. */
  public ViolationAnswers violations() {
    return new ViolationAnswers(connection);
  }

  /** What came and went. */
  public ChangeAnswers changes() {
    return new ChangeAnswers(connection);
  }

  static Instant time(long moment) {
    return Moment.time(moment);
  }
}
