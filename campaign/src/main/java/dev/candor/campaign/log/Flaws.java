package dev.candor.campaign.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * For what reason a row of Parquet is left out, as an expression of SQL.
 *
 * @param types of the columns that the file has, as DuckDB names them
 * @param latest the last moment that is not in the future, in milliseconds since 1970
 * @param spelling of the engine that is asked
 */
public record Flaws(Map<Column, String> types, long latest, Spelling spelling) {
  /** The reason; NULL for a good row. */
  public String sql() {
    List<String> cases = new ArrayList<>();
    types.forEach((column, type) -> {
      String value = spelling.value(column, type);
      if (column.required()) {
        cases.add(
            flaw(
                column,
                "is missing",
                type.equals("VARCHAR")
                    ? "coalesce(" + column.label() + ", '') = ''"
                    : column.label() + " IS NULL"));
      }
      if (!value.equals(column.label()) && column.type() != Column.Type.TEXT) {
        cases.add(
            flaw(
                column,
                unreadable(column),
                column.label() + " IS NOT NULL AND " + value + " IS NULL"));
      }
      switch (column.type()) {
        case TEXT ->
            cases.add(
                flaw(
                    column,
                    "is longer than " + Values.LONGEST + " characters",
                    spelling.longer(value, Values.LONGEST)));
        case TIME -> {
          cases.add(
              flaw(column, "is before 2000", value + " < " + spelling.moment(Values.EARLIEST)));
          cases.add(flaw(column, "is in the future", value + " > " + spelling.moment(latest)));
        }
        case COUNT -> cases.add(flaw(column, "is negative", value + " < 0"));
        case SKETCH -> {}
      }
    });
    return "CASE " + String.join(" ", cases) + " END";
  }

  private static String flaw(Column column, String what, String condition) {
    return "WHEN " + condition + " THEN " + Engine.literal(column.label() + " " + what);
  }

  private static String unreadable(Column column) {
    return switch (column.type()) {
      case TIME -> "is no time";
      case COUNT -> "is no whole number below 2147483648";
      case SKETCH -> "is no 64-bit number";
      case TEXT -> throw new IllegalArgumentException(column.label());
    };
  }
}
