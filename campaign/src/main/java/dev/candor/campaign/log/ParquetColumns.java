package dev.candor.campaign.log;

import dev.candor.core.InputException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a log that Parquet files have, each with the type that it has there. */
final class ParquetColumns {
  private static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT");

  private ParquetColumns() {}

  /**
   * Those of one file.
   *
   * @throws InputException if two have one name, or one has a type that its values cannot come from
   */
  static Map<Column, String> of(Connection connection, Path file) throws SQLException {
    String literal = Engine.literal(file.toAbsolutePath().toString());
    Map<Column, String> found = new EnumMap<>(Column.class);
    try (Statement statement = connection.createStatement()) {
      refuseTwins(statement, file, literal);
      try (ResultSet rows =
          statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + literal + ")")) {
        while (rows.next()) {
          Optional<Column> column = Column.named(rows.getString(1));
          String type = rows.getString(2);
          if (column.isPresent()) {
            refuseOtherTypes(file, column.get(), type);
            found.put(column.get(), type);
          }
        }
      }
    }
    return Collections.unmodifiableMap(found);
  }

  /** DuckDB would give the second of them another name. */
  private static void refuseTwins(Statement statement, Path file, String literal)
      throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            // The first element is the root.
            "SELECT name, coalesce(num_children, 0) FROM parquet_schema("
                + literal
                + ") OFFSET 1")) {
      long nested = 0;
      while (rows.next()) {
        String name = rows.getString(1).toLowerCase(Locale.ROOT);
        boolean top = nested == 0;
        nested += rows.getLong(2) - (top ? 0 : 1);
        if (top && !names.add(name) && Column.named(name).isPresent()) {
          throw new InputException(
              "%s has two columns named %s. Rename one of them.".formatted(file, name));
        }
      }
    }
  }

  private static void refuseOtherTypes(Path file, Column column, String type) {
    boolean usable =
        WHOLE.contains(type)
            || type.equals("VARCHAR")
            || switch (column.type()) {
              case TEXT -> type.equals("UUID") || type.startsWith("ENUM");
              case TIME -> type.startsWith("TIMESTAMP");
              case COUNT, SKETCH -> false;
            };
    if (!usable) {
      throw new InputException(
          "%s: the column %s has the type %s, of which no %s is made. Write it as %s."
              .formatted(file, column.label(), type, column.type().sql(), column.type().sql()));
    }
  }

  /** The value of a column as its own type in SQL; NULL where it cannot be one. */
  static String value(Column column, String type) {
    String name = column.label();
    return switch (column.type()) {
      case TEXT ->
          type.equals("VARCHAR") ? "nullif(" + name + ", '')" : "CAST(" + name + " AS VARCHAR)";
      case TIME -> time(name, type);
      case COUNT -> type.equals("INTEGER") ? name : "TRY_CAST(" + name + " AS INTEGER)";
      case SKETCH -> sketch(name, type);
    };
  }

  private static String time(String name, String type) {
    if (type.equals("TIMESTAMP")) {
      return name;
    }
    if (type.equals("TIMESTAMP WITH TIME ZONE")) {
      return "timezone('UTC', " + name + ")";
    }
    if (type.startsWith("TIMESTAMP")) {
      return "CAST(" + name + " AS TIMESTAMP)";
    }
    return type.equals("VARCHAR")
        ? "timezone('UTC', TRY_CAST(" + name + " AS TIMESTAMPTZ))"
        // Milliseconds; what lies outside of all time is refused with what is too late.
        : "CASE WHEN abs(CAST(%s AS DOUBLE)) < 1e15 THEN epoch_ms(CAST(%s AS BIGINT)) END"
            .formatted(name, name);
  }

  private static String sketch(String name, String type) {
    return switch (type) {
      case "UBIGINT" -> name;
      // Engines without unsigned numbers write the same 64 bits with a sign.
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" ->
          "CAST(CASE WHEN %s < 0 THEN %s + 18446744073709551616::HUGEINT ELSE %s END AS UBIGINT)"
              .formatted(name, name, name);
      default ->
          "coalesce(TRY_CAST(%s AS UBIGINT), TRY_CAST(TRY_CAST(%s AS BIGINT) + 18446744073709551616::HUGEINT AS UBIGINT))"
              .formatted(name, name);
    };
  }
}
