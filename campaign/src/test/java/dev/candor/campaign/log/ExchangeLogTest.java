package dev.candor.campaign.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeLogTest {
  @TempDir private Path folder;

  @Test
  void formatsAreOneViewWithAllColumns() {
    Path csv = text("1.csv", "account,started_at,tokens_in\na,2026-05-04 10:00:00,7\n");
    Path json =
        text(
            "2.jsonl",
            "{\"account\":\"b\",\"started_at\":\"2026-05-05T10:00:00.250Z\",\"sketch\":18446744073709551615}\n");
    Path parquet =
        Logs.parquet(
            folder.resolve("3.parquet"),
            "SELECT 'c' AS account, TIMESTAMP '2026-05-06 00:00:00' AS started_at, 'p' AS payment");

    try (ExchangeLog log = Logs.open(csv, json, parquet)) {
      assertThat(log.columns())
          .containsExactlyInAnyOrder(
              Column.ACCOUNT, Column.STARTED_AT, Column.TOKENS_IN, Column.SKETCH, Column.PAYMENT);
      assertThat(
              Logs.rows(
                  log,
                  "SELECT account, started_at::VARCHAR, tokens_in, sketch::VARCHAR, payment FROM exchange ORDER BY account"))
          .containsExactly(
              "a|2026-05-04 10:00:00|7|null|null",
              "b|2026-05-05 10:00:00.25|null|18446744073709551615|null",
              "c|2026-05-06 00:00:00|null|null|p");
      assertThat(log.rejects().count()).isZero();
    }
  }

  @Test
  void theViewHasTheDocumentedTypes() {
    try (ExchangeLog log = Logs.open(text("1.csv", "account,started_at\n"))) {
      assertThat(Logs.rows(log, "SELECT column_name, column_type FROM (DESCRIBE exchange)"))
          .containsExactly(
              "account|VARCHAR",
              "started_at|TIMESTAMP",
              "created_at|TIMESTAMP",
              "model|VARCHAR",
              "client|VARCHAR",
              "address|VARCHAR",
              "network|VARCHAR",
              "country|VARCHAR",
              "device|VARCHAR",
              "payment|VARCHAR",
              "session|VARCHAR",
              "tokens_in|INTEGER",
              "tokens_out|INTEGER",
              "tool_calls|INTEGER",
              "sketch|UBIGINT",
              "system_sketch|UBIGINT",
              "capability|VARCHAR");
    }
  }

  @Test
  void contentGoesBeforeTheName() {
    Path misnamed =
        text("log.csv", "{\"account\":\"a\",\"started_at\":\"2026-05-04T10:00:00Z\"}\n");
    try (ExchangeLog log = Logs.open(misnamed)) {
      assertThat(Logs.rows(log, "SELECT account FROM exchange")).containsExactly("a");
    }
  }

  @Test
  void aFolderStandsForItsFiles() throws IOException {
    text("b.csv", "account,started_at\nb,2026-05-04T10:00:00\n");
    text("a.csv", "account,started_at\na,2026-05-04T10:00:00\n");
    text(".part", "no log");
    Files.createDirectory(folder.resolve("inner"));
    try (ExchangeLog log = Logs.open(folder)) {
      assertThat(Logs.rows(log, "SELECT account FROM exchange ORDER BY 1"))
          .containsExactly("a", "b");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "started_at,model|account",
        "account,model|started_at",
      })
  void aLogWithoutARequiredColumnIsRefusedByItsName(String header, String missing) {
    Path csv = text("log.csv", header + "\nx,y\n");
    assertThatThrownBy(() -> Logs.open(csv))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("log.csv has no column " + missing)
        .hasMessageContaining("Rename the column");
  }

  @Test
  void aColumnThatIsThereTwiceIsRefused() {
    Path csv = text("log.csv", "account,Started_At,started_at\na,b,c\n");
    assertThatThrownBy(() -> Logs.open(csv))
        .hasMessageContaining("two columns named started_at. Rename one of them.");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Logs.open(folder.resolve("none.csv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("There is no file")
        .hasMessageContaining("none.csv");
  }

  @Test
  void aPathThatStandsForSeveralIsRefused() {
    Path csv = text("log[1].csv", "account,started_at\n");
    assertThatThrownBy(() -> Logs.open(csv)).hasMessageContaining("Rename it.");
  }

  @Test
  void sqlReachesNoOtherFile() {
    Path csv = text("log.csv", "account,started_at\n");
    Path other = text("other.csv", "secret\n1\n");
    try (ExchangeLog log = Logs.open(csv)) {
      for (String attempt :
          List.of(
              "SELECT * FROM read_csv('%s')",
              "COPY (SELECT 1) TO '%s'", "ATTACH '%s' AS other", "SELECT * FROM read_text('%s')")) {
        assertThatThrownBy(() -> Logs.rows(log, attempt.formatted(other)))
            .hasMessageContaining("disabled by configuration");
      }
      assertThatThrownBy(() -> Logs.rows(log, "SET enable_external_access=true"))
          .isInstanceOf(InputException.class);
      assertThatThrownBy(() -> Logs.rows(log, "SET memory_limit='100GB'"))
          .hasMessageContaining("locked");
    }
  }

  @Test
  void theFolderForWhatIsSpilledIsGoneAtTheEnd() throws IOException {
    Path csv = text("log.csv", "account,started_at\na,2026-05-04T10:00:00\n");
    Path spill = Files.createDirectory(folder.resolve("spill"));
    Resources resources = new Resources(256L << 20, 1, spill);
    try (ExchangeLog log = ExchangeLog.open(List.of(csv), List.of(), resources, Logs.NOW)) {
      try (Stream<Path> inside = Files.list(spill)) {
        assertThat(inside).hasSize(1);
      }
      // More than the memory holds.
      assertThat(
              Logs.rows(
                  log,
                  "SELECT count(*) FROM (SELECT row_number() OVER (ORDER BY hash(i)) AS n, i FROM range(8000000) t(i)) WHERE n % 4000000 = 0"))
          .containsExactly("2");
    }
    assertThat(spill).isEmptyDirectory();
  }

  @Test
  void theFolderIsGoneAlsoWhenTheLogIsRefused() throws IOException {
    Path csv = text("log.csv", "account\na\n");
    Path spill = Files.createDirectory(folder.resolve("spill"));
    Resources resources = new Resources(256L << 20, 1, spill);
    assertThatThrownBy(() -> ExchangeLog.open(List.of(csv), List.of(), resources, Logs.NOW))
        .isInstanceOf(InputException.class);
    assertThat(spill).isEmptyDirectory();
  }

  @Test
  void sqlWritesIntoTheOutputsOnly() throws IOException {
    Path csv = text("log.csv", "account,started_at\na,2026-05-04T10:00:00\n");
    Path out = Files.createDirectory(folder.resolve("out"));
    try (ExchangeLog log =
        ExchangeLog.open(List.of(csv), List.of(out), Resources.standard(), Logs.NOW)) {
      Logs.rows(log, "COPY exchange TO '" + out.resolve("copy.parquet") + "'");
      assertThat(out.resolve("copy.parquet")).isNotEmptyFile();
      assertThatThrownBy(
              () -> Logs.rows(log, "COPY exchange TO '" + folder.resolve("out.parquet") + "'"))
          .hasMessageContaining("disabled by configuration");
    }
  }

  private Path text(String name, String text) {
    return Logs.text(folder.resolve(name), text);
  }
}
