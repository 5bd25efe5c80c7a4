package dev.candor.campaign.report;

import java.util.List;

/**
 * Rows of equal length.
 *
 * @param name of the file, without its ending
 */
record Table(String name, List<Heading> headings, List<List<Object>> rows) {
  /** What stands in a column: a text, a whole number, a number, a moment. */
  enum Type {
    TEXT("VARCHAR"),
    COUNT("BIGINT"),
    NUMBER("DOUBLE"),
    TIME("TIMESTAMP");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /** The name of a column, and what stands in it: String, Long, Double, Instant. */
  record Heading(String name, Type type) {}
}
