package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.log.Engine;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Resources;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that somebody has made large where it might hurt, within a tenth of the usual memory. */
class LargeLogsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final long MEMORY = 300_000_000;

  @TempDir private Path folder;

  /** Each row with another device, address and text, ten times a second. */
  @Test
  void oneAccountWithTenMillionRowsCostsNoMoreMemory() throws SQLException {
    Path log =
        written(
            """
            SELECT
              'loud' AS account,
              TIMESTAMP '2026-03-01' + to_milliseconds(n * 100) AS started_at,
              TIMESTAMP '2026-02-01' AS created_at,
              'd' || n % 1000000 AS device,
              'a' || n % 500000 AS address,
              CAST(hash(n) AS UBIGINT) AS sketch
            FROM range(10000000) rows(n)
            """);

    Findings findings = detected(log);

    assertThat(findings.exchanges()).isEqualTo(10_000_000);
    assertThat(findings.accounts()).isEqualTo(1);
    assertThat(findings.campaigns()).isEmpty();
  }

  /** Two hundred thousand accounts with one device, one payment, one address and one prompt. */
  @Test
  void whatAllShareBindsNobodyHoweverManyTheyAre() throws SQLException {
    Path log =
        written(
            """
            SELECT
              'u' || n % 200000 AS account,
              TIMESTAMP '2026-03-01' + to_milliseconds(CAST(hash(n) % 2500000000 AS BIGINT)) AS started_at,
              TIMESTAMP '2025-03-01' + to_minutes(CAST(hash(n % 200000) % 500000 AS BIGINT)) AS created_at,
              'same' AS device, 'same' AS payment, 'same' AS address,
              CAST(7 AS UBIGINT) AS sketch
            FROM range(1000000) rows(n)
            """);

    Findings findings = detected(log);

    assertThat(findings.accounts()).isEqualTo(200_000);
    assertThat(findings.campaigns()).isEmpty();
  }

  private Findings detected(Path log) {
    Resources little = new Resources(MEMORY, 2, folder);
    try (ExchangeLog opened = ExchangeLog.open(List.of(log), List.of(), little, NOW)) {
      return Detection.of(opened, Options.STANDARD);
    }
  }

  private Path written(String rows) throws SQLException {
    Path file = folder.resolve("log.parquet");
    Engine engine = Engine.open(List.of(), List.of(folder), new Resources(MEMORY, 2, folder));
    try (Statement statement = engine.connection().createStatement()) {
      statement.execute(
          "COPY (%s) TO %s (FORMAT parquet)".formatted(rows, Engine.literal(file.toString())));
    } finally {
      engine.close();
    }
    return file;
  }
}
