package dev.candor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.log.Engine;
import dev.candor.campaign.simulate.Evasion;
import dev.candor.campaign.simulate.Simulation;
import dev.candor.campaign.simulate.SimulationRequest;
import dev.candor.core.Progress;
import dev.candor.spark.Engines.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark finds what DuckDB finds, to the byte of the tables. */
class SameAnswersTest {
  @TempDir private static Path folder;
  private static Session session;
  private static Path log;
  private static Outcome duckDb;

  @BeforeAll
  static void simulateOnce() {
    session = Session.start(Optional.of("local[2]"), Optional.empty(), folder);
    SimulationRequest request =
        new SimulationRequest(
            1_200, 70_000, 200, 20_000, Set.<Evasion>of(), 5, 0, LocalDate.of(2026, 3, 1), 20);
    Simulation.write(request, folder.resolve("simulated"), Engines.SMALL, Progress.NONE);
    log = folder.resolve("simulated/exchanges");
    duckDb = Engines.onDuckDb(folder.resolve("duckdb"), log);
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @Test
  void thereIsSomethingToFind() {
    assertThat(duckDb.findings().campaigns()).isNotEmpty();
    assertThat(duckDb.findings().resold()).isNotEmpty();
  }

  @Test
  void campaignsMembersAndResoldAccountsAreTheSame() {
    Outcome spark = Engines.onSpark(session, folder.resolve("spark"), log);
    assertThat(spark.tables()).isEqualTo(duckDb.tables());
    assertThat(spark.findings().notes()).isEqualTo(duckDb.findings().notes());
    assertThat(spark.findings().exchanges()).isEqualTo(duckDb.findings().exchanges());
  }

  /** Rows in another order, in one file and with bad ones among them, and values of other types. */
  @Test
  void neitherTheOrderOfRowsNorBadOnesChangeThem() {
    String all = "read_parquet(%s)".formatted(Engine.literal(log + "/*.parquet"));
    Path mixed =
        Engines.parquet(
            folder.resolve("mixed.parquet"),
            """
            SELECT * REPLACE (epoch_ms(started_at) AS started_at, CAST(sketch AS VARCHAR) AS sketch) FROM (
              SELECT * FROM %1$s
              UNION ALL
              SELECT * REPLACE (CASE WHEN i = 0 THEN NULL WHEN i = 1 THEN '' ELSE account END AS account,
                CASE i WHEN 2 THEN NULL WHEN 3 THEN TIMESTAMP '1969-12-31 23:59:59'
                  WHEN 4 THEN TIMESTAMP '2199-01-01' ELSE started_at END AS started_at,
                CASE WHEN i = 5 THEN -1 ELSE tokens_in END AS tokens_in,
                CASE WHEN i = 6 THEN repeat('é', 257) ELSE payment END AS payment)
              FROM (SELECT * EXCLUDE n, n %% 7 AS i FROM (SELECT *, row_number() OVER () AS n FROM %1$s LIMIT 70)) bad
            ) ORDER BY hash(account, started_at, address)
            """
                .formatted(all)
                .replace("SELECT * REPLACE (CASE", "SELECT * EXCLUDE i REPLACE (CASE"));
    Outcome bad = Engines.onDuckDb(folder.resolve("duckdb-bad"), mixed);
    Outcome spark = Engines.onSpark(session, folder.resolve("spark-bad"), mixed);
    assertThat(spark.tables()).isEqualTo(bad.tables()).isEqualTo(duckDb.tables());
    assertThat(bad.rejects().reasons()).hasSize(6).containsEntry("account is missing", 20L);
    assertThat(spark.rejects().reasons()).isEqualTo(bad.rejects().reasons());
    assertThat(spark.rejects().kept()).isEqualTo(bad.rejects().kept());
  }
}
