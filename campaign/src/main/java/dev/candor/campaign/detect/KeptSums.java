package dev.candor.campaign.detect;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.LogFiles;
import dev.candor.campaign.log.Reject;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import dev.candor.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was summed up of each file of a log, kept in a database of its own: of a log that grows by a
 * file a day, only the new file is read. A file is known by its content. Each is added as a whole
 * or not at all, so that whoever is interrupted goes on where they were.
 */
public final class KeptSums implements AutoCloseable {
  /** Changes with the tables and with the steps that fill them. */
  private static final String FORMAT = "3";

  private static final List<String> TABLES =
      List.of(
          "file",
          "file_bad",
          "file_means",
          "file_name",
          "file_reject",
          "file_seen",
          "file_sent",
          "file_summary");

  private static final int BUFFER = 1 << 20;
  private static final int BATCH = 1_000;

  private final Engine engine;
  private final DuckDbEngine sql;
  private final Rejects rejects;
  private final int read;

  private KeptSums(Engine engine, DuckDbEngine sql, Rejects rejects, int read) {
    this.engine = engine;
    this.sql = sql;
    this.rejects = rejects;
    this.read = read;
  }

  /**
   * Reads the files of a log that are not known yet, and opens the sums of all.
   *
   * @param paths as for {@link ExchangeLog#open}
   * @param kept the database; made if it is not there
   * @param now what is a day later is in the future; files with such rows are read again next time
   * @param progress is told of each file
   * @throws InputException if a file is no log, or the database is another one
   */
  public static KeptSums of(
      List<Path> paths, Path kept, Resources resources, Instant now, Progress progress) {
    List<Path> files = LogFiles.of(paths);
    try {
      List<Integer> numbers = new ArrayList<>();
      int read = 0;
      for (int i = 0; i < files.size(); i++) {
        progress.stage("read " + files.get(i).getFileName());
        progress.bytes(i, OptionalLong.of(files.size()));
        String digest = digest(files.get(i));
        Optional<Integer> known = known(kept, digest, resources);
        read += known.isPresent() ? 0 : 1;
        numbers.add(
            known.isPresent() ? known.get() : add(files.get(i), digest, kept, resources, now));
      }
      return opened(files, numbers, kept, resources, read);
    } catch (SQLException e) {
      throw failure(kept, e);
    }
  }

  /** The log in sums. */
  public SqlEngine engine() {
    return sql;
  }

  /** The rows that are not in the sums. */
  public Rejects rejects() {
    return rejects;
  }

  /** How many files had to be read. */
  public int read() {
    return read;
  }

  private static String digest(Path file) {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Optional<Integer> known(Path kept, String digest, Resources resources)
      throws SQLException {
    if (!Files.exists(kept)) {
      return Optional.empty();
    }
    Engine engine = Engine.open(List.of(), List.of(), resources, Optional.of(kept));
    try {
      return number(engine.connection(), kept, digest);
    } finally {
      engine.close();
    }
  }

  /** The number under which a file is kept; empty where it must be read (again). */
  private static Optional<Integer> number(Connection connection, Path kept, String digest)
      throws SQLException {
    if (requireOurs(connection, kept).isEmpty()) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT file FROM kept.file WHERE digest = %s AND made_by = %s AND NOT EXISTS (SELECT 1 FROM kept.file_bad bad WHERE bad.file = file.file AND bad.reason LIKE '%% is in the future')"
                    .formatted(Engine.literal(digest), madeBy()))) {
      return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
    }
  }

  /** Hashes are those of the database engine, and another version may hash otherwise. */
  private static String madeBy() {
    return "'" + FORMAT + " ' || version()";
  }

  private static int add(Path file, String digest, Path kept, Resources resources, Instant now)
      throws SQLException {
    try (ExchangeLog log =
        ExchangeLog.open(List.of(file), List.of(), resources, now, Optional.of(kept))) {
      Connection connection = log.connection();
      requireOurs(connection, kept);
      new DuckDbEngine(log).sumUp();
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN TRANSACTION");
        tables(statement);
        forget(statement, digest);
        int number = next(statement);
        sums(statement, number);
        named(statement, number, digest, log);
        statement.execute("COMMIT");
        return number;
      }
    }
  }

  private static void tables(Statement statement) throws SQLException {
    for (String table : List.of("summary", "means", "name", "sent", "seen")) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS kept.file_%s AS SELECT 0 AS file, * FROM %s LIMIT 0"
              .formatted(table, table));
    }
    statement.execute(
        "CREATE TABLE IF NOT EXISTS kept.file (file INTEGER, digest VARCHAR, made_by VARCHAR, columns VARCHAR)");
    statement.execute(
        "CREATE TABLE IF NOT EXISTS kept.file_bad (file INTEGER, reason VARCHAR, bad BIGINT)");
    statement.execute(
        "CREATE TABLE IF NOT EXISTS kept.file_reject (file INTEGER, place BIGINT, reason VARCHAR)");
  }

  private static void forget(Statement statement, String digest) throws SQLException {
    for (String table : TABLES.reversed()) {
      statement.execute(
          "DELETE FROM kept.%s WHERE file IN (SELECT file FROM kept.file WHERE digest = %s)"
              .formatted(table, Engine.literal(digest)));
    }
  }

  private static int next(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT coalesce(max(file), 0) + 1 FROM kept.file")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void sums(Statement statement, int number) throws SQLException {
    statement.execute(
        "INSERT INTO kept.file_summary SELECT %d AS file, * FROM summary".formatted(number));
    statement.execute(
        "INSERT INTO kept.file_means SELECT %d AS file, * FROM means".formatted(number));
    statement.execute(
        "INSERT INTO kept.file_name SELECT %d AS file, family, value_key, any_value(name) FROM name GROUP BY family, value_key"
            .formatted(number));
    statement.execute(
        "INSERT INTO kept.file_sent SELECT %d AS file, account_key, sketch_key, min(first_used), max(last_used), sum(uses) FROM sent GROUP BY account_key, sketch_key"
            .formatted(number));
    statement.execute(
        "INSERT INTO kept.file_seen SELECT %d AS file, account_key, active_minute, device_key, country, sum(times) FROM seen GROUP BY account_key, active_minute, device_key, country"
            .formatted(number));
  }

  private static void named(Statement statement, int number, String digest, ExchangeLog log)
      throws SQLException {
    String columns =
        log.columns().stream().map(Column::label).sorted().collect(Collectors.joining(","));
    statement.execute(
        "INSERT INTO kept.file SELECT %d, %s, %s, %s"
            .formatted(number, Engine.literal(digest), madeBy(), Engine.literal(columns)));
    for (var reason : log.rejects().reasons().entrySet()) {
      statement.execute(
          "INSERT INTO kept.file_bad VALUES (%d, %s, %d)"
              .formatted(number, Engine.literal(reason.getKey()), reason.getValue()));
    }
    List<Reject> bad = log.rejects().kept();
    for (int from = 0; from < bad.size(); from += BATCH) {
      statement.execute(
          bad.subList(from, Math.min(bad.size(), from + BATCH)).stream()
              .map(reject ->
                  "(%d, %d, %s)".formatted(number, reject.row(), Engine.literal(reject.reason())))
              .collect(Collectors.joining(", ", "INSERT INTO kept.file_reject VALUES ", "")));
    }
  }

  private static KeptSums opened(
      List<Path> files, List<Integer> numbers, Path kept, Resources resources, int read)
      throws SQLException {
    Engine engine = Engine.open(List.of(), List.of(), resources, Optional.of(kept));
    try {
      Set<Column> columns = EnumSet.noneOf(Column.class);
      Rejects rejects = new Rejects();
      try (Statement statement = engine.connection().createStatement()) {
        statement.execute("CREATE TABLE chosen_file (file INTEGER)");
        for (int i = 0; i < files.size(); i++) {
          statement.execute("INSERT INTO chosen_file VALUES (%d)".formatted(numbers.get(i)));
          columns(statement, numbers.get(i), columns);
          rejects(statement, numbers.get(i), files.get(i), rejects);
        }
      }
      DuckDbEngine sql =
          new DuckDbEngine(
              "kept",
              engine.connection(),
              columns,
              List.of("summary", "means", "names", "sent", "seen"));
      return new KeptSums(engine, sql, rejects, read);
    } catch (SQLException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private static void columns(Statement statement, int file, Set<Column> columns)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT columns FROM kept.file WHERE file = " + file)) {
      while (rows.next()) {
        for (String name : rows.getString(1).split(",", -1)) {
          Column.named(name).ifPresent(columns::add);
        }
      }
    }
  }

  private static void rejects(Statement statement, int file, Path path, Rejects rejects)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT reason, bad FROM kept.file_bad WHERE file = " + file)) {
      while (rows.next()) {
        rejects.count(rows.getString(1), rows.getLong(2));
      }
    }
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT place, reason FROM kept.file_reject WHERE file = %d ORDER BY place LIMIT %d"
                .formatted(file, rejects.room()))) {
      while (rows.next()) {
        rejects.keep(new Reject(path.toString(), rows.getLong(1), rows.getString(2)));
      }
    }
  }

  /** The tables that are there; none in a new database. */
  private static List<String> requireOurs(Connection connection, Path kept) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'kept' ORDER BY table_name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    if (!tables.isEmpty() && !tables.equals(TABLES)) {
      throw new InputException(
          "%s is a database, but not one of sums. Name another file, or one that is not there yet."
              .formatted(kept));
    }
    return tables;
  }

  private static InputException failure(Path kept, SQLException e) {
    InputException failure = ExchangeLog.failure(e);
    return String.valueOf(e.getMessage()).contains(kept.getFileName().toString())
        ? new InputException(
            "%s cannot be used for sums: another program has it open, or it is no such database, or its folder cannot be written. Name another file, or one that is not there yet."
                .formatted(kept),
            failure)
        : failure;
  }

  /** Closes the database; what was kept stays. */
  @Override
  public void close() {
    try {
      engine.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
