package dev.candor.campaign.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeLogTest {
  @TempDir private Path folder;

  @Test
  void csvAndJsonLinesBecomeOneViewWithAllColumns() throws IOException, SQLException {
    Path csv = folder.resolve("monday.csv");
    Files.writeString(csv, "account,started_at,tokens_in\na,2026-05-04 10:00:00,7\n");
    Path json = folder.resolve("tuesday.jsonl");
    Files.writeString(
        json,
        "{\"account\":\"b\",\"started_at\":\"2026-05-05T10:00:00.250Z\",\"sketch\":18446744073709551615}\n");

    try (ExchangeLog log = ExchangeLog.open(List.of(csv, json), List.of(), Resources.standard());
        Statement statement = log.connection().createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT account, epoch_ms(started_at) AS ms, tokens_in, CAST(sketch AS VARCHAR) AS sketch, payment FROM exchange ORDER BY account")) {
      assertThat(log.columns())
          .containsExactlyInAnyOrder(
              Column.ACCOUNT, Column.STARTED_AT, Column.TOKENS_IN, Column.SKETCH);
      rows.next();
      assertThat(rows.getString("account")).isEqualTo("a");
      assertThat(rows.getInt("tokens_in")).isEqualTo(7);
      assertThat(rows.getString("payment")).isNull();
      rows.next();
      // 2026-05-05T10:00:00.250Z
      assertThat(rows.getLong("ms")).isEqualTo(1_777_975_200_250L);
      assertThat(rows.getString("sketch")).isEqualTo("18446744073709551615");
    }
  }
}
