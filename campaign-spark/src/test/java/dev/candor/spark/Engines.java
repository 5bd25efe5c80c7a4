package dev.candor.spark;

import dev.candor.campaign.detect.Detection;
import dev.candor.campaign.detect.Findings;
import dev.candor.campaign.detect.Options;
import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Rejects;
import dev.candor.campaign.log.Resources;
import dev.candor.campaign.report.TableFormat;
import dev.candor.campaign.report.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same log on both engines, for comparison. */
final class Engines {
  static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");
  static final Resources SMALL =
      new Resources(512L << 20, 2, Path.of(System.getProperty("java.io.tmpdir", "/tmp")));

  private Engines() {}

  /** What an engine makes of a log: tables as text by their names, and the rows left out. */
  record Outcome(Findings findings, Map<String, String> tables, Rejects rejects) {}

  static Outcome onDuckDb(Path folder, Path... logs) {
    try (ExchangeLog log = ExchangeLog.open(List.of(logs), List.of(), SMALL, NOW)) {
      return outcome(Detection.of(log, Options.STANDARD), log.rejects(), folder);
    }
  }

  static Outcome onSpark(Session session, Path folder, Path... logs) {
    SparkLog log = SparkLog.open(session.spark(), List.of(logs), SMALL, NOW);
    return outcome(Detection.of(log.engine(), Options.STANDARD), log.rejects(), folder);
  }

  private static Outcome outcome(Findings findings, Rejects rejects, Path folder) {
    Map<String, String> tables = new TreeMap<>();
    try {
      Files.createDirectories(folder);
      for (Path file : Tables.write(findings, folder, TableFormat.named("jsonl"))) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outcome(findings, tables, rejects);
  }

  /** Writes the rows of a query of DuckDB as Parquet. */
  static Path parquet(Path file, String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone='UTC'");
      statement.execute(
          "COPY (%s) TO %s (FORMAT parquet)".formatted(query, Engine.literal(file.toString())));
      return file;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
