package dev.candor.spark;

import dev.candor.campaign.detect.Rows;
import dev.candor.campaign.detect.SqlEngine;
import dev.candor.campaign.log.Column;
import java.util.BitSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * A Spark session in which an exchange log was opened. A table is kept by the workers, in memory or
 * on disk, with the way in which it came about: what a lost worker held is made again.
 */
final class SparkEngine implements SqlEngine {
  private static final Pattern CREATE =
      Pattern.compile(
          "(?:\\s*--[^\n]*\n)*\\s*CREATE (TABLE|VIEW) (\\w+) AS\\s+(.*)", Pattern.DOTALL);

  /** Rows that are fetched at a time, more or less: each time costs as much as a small step. */
  private static final long PART = 500_000;

  private final SparkSession session;
  private final Set<Column> columns;
  private long largest;

  SparkEngine(SparkSession session, Set<Column> columns) {
    this.session = session;
    this.columns = columns;
  }

  @Override
  public Set<Column> columns() {
    return columns;
  }

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public void run(String statement) {
    Matcher parts = CREATE.matcher(statement);
    if (!parts.matches()) {
      throw new IllegalArgumentException("neither CREATE TABLE nor CREATE VIEW: " + statement);
    }
    SparkFailure.asking(() -> {
      Dataset<Row> made = session.sql(parts.group(3));
      if (parts.group(1).equals("TABLE")) {
        made.persist(StorageLevel.MEMORY_AND_DISK());
        // now, by all workers at once: rows are fetched from one part after the other
        largest = Math.max(largest, made.count());
      }
      made.createOrReplaceTempView(parts.group(2));
      return made;
    });
  }

  @Override
  public Rows rows(String query) {
    int parts = Math.toIntExact(1 + largest / PART); // no query gives more than there is in a table
    return new SparkRows(
        SparkFailure.asking(() -> {
          Dataset<Row> rows = session.sql(query);
          // Parts that are put together stand in no order.
          return (query.contains("ORDER BY") ? rows : rows.coalesce(parts)).toLocalIterator();
        }));
  }

  @Override
  public void numbers(String table, String column, BitSet numbers) {
    SparkFailure.asking(() -> {
      Dataset<Row> made =
          session.createDataset(numbers.stream().boxed().toList(), Encoders.INT()).toDF(column);
      made.createOrReplaceTempView(table);
      return made;
    });
  }
}
