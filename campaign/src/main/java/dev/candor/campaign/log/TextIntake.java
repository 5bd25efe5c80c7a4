package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Reads CSV and JSON lines into a table of the database, row by row. */
final class TextIntake {
  static final String TABLE = "intake";

  private final DuckDBConnection connection;
  private final long latest;
  private final Rejects rejects;
  private long rows;

  /**
   * @param latest the last moment that is not in the future, in milliseconds since 1970
   */
  TextIntake(DuckDBConnection connection, long latest, Rejects rejects) throws SQLException {
    this.connection = connection;
    this.latest = latest;
    this.rejects = rejects;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          Stream.of(Column.values())
              .map(column -> column.label() + " " + column.type().sql())
              .collect(Collectors.joining(", ", "CREATE TABLE " + TABLE + "(", ")")));
    }
  }

  /** How many rows were taken in. */
  long rows() {
    return rows;
  }

  /**
   * Reads a file.
   *
   * @return the columns that it has
   * @throws InputException if its header is not usable
   */
  Set<Column> read(Path file, LogFormat format) throws IOException, SQLException {
    try (InputStream in = Files.newInputStream(file);
        DuckDBAppender appender = connection.createAppender(TABLE)) {
      Lines lines = new Lines(in, Lines.LONGEST);
      RowReader reader = format == LogFormat.CSV ? csv(file, lines) : new JsonRows();
      Map<Column, String> row = new EnumMap<>(Column.class);
      while (lines.next()) {
        if (lines.blank()) {
          continue;
        }
        row.clear();
        try {
          reader.read(text(lines), row);
          append(appender, typed(row));
          rows++;
        } catch (BadRow e) {
          rejects.add(new Reject(file.toString(), lines.number(), e.reason()));
        }
      }
      return EnumSet.copyOf(reader.columns());
    }
  }

  private static CsvRows csv(Path file, Lines lines) throws IOException {
    Optional<String> header = lines.next() && !lines.tooLong() ? lines.text() : Optional.empty();
    return new CsvRows(
        file.toString(),
        header.orElseThrow(() ->
            new InputException(
                "%s has no first line of UTF-8 that names its columns. Add one, or convert the file with iconv."
                    .formatted(file))));
  }

  private static String text(Lines lines) throws BadRow {
    if (lines.tooLong()) {
      throw new BadRow("the line is longer than 1 MiB");
    }
    Optional<String> text = lines.text();
    if (text.isEmpty()) {
      throw new BadRow("no UTF-8");
    }
    return text.get();
  }

  /** The row with its values checked, all before the first is appended. */
  private Map<Column, Object> typed(Map<Column, String> row) throws BadRow {
    Map<Column, Object> typed = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      String value = row.getOrDefault(column, "");
      if (value.isEmpty()) {
        if (column.required()) {
          throw new BadRow(column, "is missing");
        }
        continue;
      }
      typed.put(
          column,
          switch (column.type()) {
            case TEXT -> Values.text(column, value);
            case TIME -> Values.time(column, value, latest);
            case COUNT -> Values.count(column, value);
            case SKETCH -> Values.sketch(column, value);
          });
    }
    return typed;
  }

  private static void append(DuckDBAppender appender, Map<Column, Object> typed)
      throws SQLException {
    appender.beginRow();
    for (Column column : Column.values()) {
      switch (typed.get(column)) {
        case null -> appender.appendNull();
        case String text -> appender.append(text);
        case Integer count -> appender.append(count.intValue());
        case Long time when column.type() == Column.Type.TIME ->
            appender.appendEpochMicros(Math.multiplyExact(time, 1000));
        case Long bits -> appender.append(bits.longValue());
        default -> throw new IllegalStateException(column.label());
      }
    }
    appender.endRow();
  }
}
