package dev.candor.spark;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Flaws;
import dev.candor.campaign.log.ParquetFiles;
import dev.candor.campaign.log.Reject;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Exchanges from Parquet files, as the view {@code exchange} of a Spark session. The files are
 * looked at here, by DuckDB, and read by the workers: both know them by the same path.
 *
 * @param columns that at least one of the files has
 * @param rejects rows that are not in the view
 */
record SparkLog(SparkEngine engine, Set<Column> columns, Rejects rejects) {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final long PART_BYTES = 16L << 20;
  private static final int FEWEST = 8;
  private static final int MOST = 2_000;
  private static final SparkSpelling SPELLING = new SparkSpelling();

  /**
   * Opens a log and looks at each of its rows.
   *
   * @param now what is a day later is in the future
   * @throws InputException if a file is no log, or cannot be read by Spark
   */
  static SparkLog open(SparkSession session, List<Path> paths, Resources resources, Instant now) {
    Rejects rejects = new Rejects();
    Set<Column> columns = EnumSet.noneOf(Column.class);
    long latest = ExchangeLog.latest(now);
    List<Dataset<Row>> parts = new ArrayList<>();
    List<ParquetFiles> files = ParquetFiles.of(paths, resources);
    divide(session, files);
    for (ParquetFiles alike : files) {
      alike.files().forEach(SparkLog::requireSeen);
      columns.addAll(alike.types().keySet());
      String flaw = new Flaws(alike.types(), latest, SPELLING).sql();
      parts.add(SparkFailure.asking(() -> part(session, alike, flaw, rejects)));
    }
    Optional<Dataset<Row>> all = parts.stream().reduce(Dataset::unionAll);
    SparkFailure.asking(() -> {
      all.orElseThrow().createOrReplaceTempView("exchange");
      return all;
    });
    return new SparkLog(new SparkEngine(session, columns), columns, rejects);
  }

  /** Into how many parts tables are divided: a small log in few. */
  private static void divide(SparkSession session, List<ParquetFiles> files) {
    if (session.sparkContext().conf().contains(PARTITIONS)) {
      return;
    }
    long bytes =
        files.stream().flatMap(alike -> alike.files().stream()).mapToLong(SparkLog::size).sum();
    session.conf().set(PARTITIONS, Math.clamp(bytes / PART_BYTES, FEWEST, MOST));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spark would leave such files out, or take a name for several, and say nothing. */
  private static void requireSeen(Path file) {
    String name = file.getFileName().toString();
    if (name.startsWith("_") || name.startsWith(".") || name.endsWith("._COPYING_")) {
      throw new InputException(
          "Spark passes over files that are named like %s. Rename it.".formatted(file));
    }
    if (file.toAbsolutePath().toString().chars().anyMatch(c -> "{}\\".indexOf(c) >= 0)) {
      throw new InputException(
          "%s has one of the characters {}\\ in its path, which mean something else to Spark. Rename it."
              .formatted(file));
    }
  }

  private static Dataset<Row> part(
      SparkSession session, ParquetFiles alike, String flaw, Rejects rejects) {
    Dataset<Row> rows = read(session, alike, alike.files());
    long bad = 0;
    for (Row reason :
        rows.selectExpr(flaw + " AS flaw")
            .where("flaw IS NOT NULL")
            .groupBy("flaw")
            .count()
            .collectAsList()) {
      bad += reason.getLong(1);
      rejects.count(reason.getString(0), reason.getLong(1));
    }
    if (bad > 0) {
      for (Path file : alike.files()) {
        keep(file, read(session, alike, List.of(file)), flaw, rejects);
      }
    }
    // Nothing is asked of each row again where no row was bad.
    Dataset<Row> good = bad > 0 ? rows.where(flaw + " IS NULL") : rows;
    return good.selectExpr(
        Stream.of(Column.values()).map(column -> selected(alike, column)).toArray(String[]::new));
  }

  private static void keep(Path file, Dataset<Row> rows, String flaw, Rejects rejects) {
    if (rejects.room() == 0) {
      return;
    }
    for (Row row :
        rows.selectExpr("_metadata.row_index + 1 AS place", flaw + " AS flaw")
            .where("flaw IS NOT NULL")
            .orderBy("place")
            .limit(rejects.room())
            .collectAsList()) {
      rejects.keep(new Reject(file.toString(), row.getLong(0), row.getString(1)));
    }
  }

  private static Dataset<Row> read(SparkSession session, ParquetFiles alike, List<Path> files) {
    return session
        .read()
        .schema(SparkSpelling.schema(alike.types()))
        .parquet(
            files.stream()
                .map(file -> "file://" + file.toAbsolutePath().normalize())
                .toArray(String[]::new));
  }

  private static String selected(ParquetFiles alike, Column column) {
    String type = alike.types().get(column);
    return (type == null ? "NULL" : SPELLING.value(column, type))
        .transform(value ->
            "CAST(%s AS %s) AS %s".formatted(value, SparkSpelling.type(column), column.label()));
  }
}
