package dev.candor.campaign.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and files as a hostile or careless hand writes them. */
class BadRowsTest {
  private static final String GOOD = "a,2026-05-04T10:00:00,,,";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        ",2026-05-04T10:00:00,,,; account is missing",
        "a,,,,; started_at is missing",
        "a,yesterday,,,; started_at is no time",
        "a,2026-02-30T10:00:00,,,; started_at is no time",
        "a,99999999999999999999,,,; started_at is no time",
        "a,-1,,,; started_at is before 2000",
        "a,1969-12-31T23:59:59Z,,,; started_at is before 2000",
        // Seconds where milliseconds are meant.
        "a,1777888800,,,; started_at is before 2000",
        // A day after the tests' now, and a second.
        "a,2026-06-21T00:00:01,,,; started_at is in the future",
        "a,2026-06-21T01:00:00+00:59,,,; started_at is in the future",
        "a,2026-05-04T10:00:00,-1,,; tokens_in is negative",
        "a,2026-05-04T10:00:00,2147483648,,; tokens_in is no whole number below 2147483648",
        "a,2026-05-04T10:00:00,many,,; tokens_in is no whole number below 2147483648",
        "a,2026-05-04T10:00:00,,18446744073709551616,; sketch is no 64-bit number",
        "a,2026-05-04T10:00:00,,0xff,; sketch is no 64-bit number",
        "a,2026-05-04T10:00:00,,; fewer values than columns",
        "a,2026-05-04T10:00:00,,,,; more values than columns",
        "`\"a,2026-05-04T10:00:00,,,`; a quote is not closed on its line",
        "`\"a\"b,2026-05-04T10:00:00,,,`; text follows a closing quote",
        "a\u0007b,2026-05-04T10:00:00,,,; account has control characters",
      })
  void aBadRowOfCsvIsLeftOutWithItsLineAndReason(String line, String reason) {
    Path csv = csv(GOOD, line, GOOD);
    try (ExchangeLog log = Logs.open(csv)) {
      assertThat(log.rejects().kept()).containsExactly(new Reject(csv.toString(), 3, reason));
      assertThat(Logs.rows(log, "SELECT count(*) FROM exchange")).containsExactly("2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[1]; no JSON object",
        "{; no well-formed JSON within the bounds",
        "{\"account\":\"a\"} {}; text follows the JSON object",
        "{\"account\":{\"id\":\"a\"}}; account is nested",
        "{\"account\":[\"a\"]}; account is nested",
        "{\"account\":true}; account is no text or number",
        "{\"account\":\"a\",\"account\":\"b\"}; no well-formed JSON within the bounds",
        "{\"account\":\"a\",\"Account\":\"b\"}; account is there twice",
        "{\"account\":\"a\",\"started_at\":1e400}; started_at is no time",
        "{\"account\":\"a\",\"started_at\":null}; started_at is missing",
      })
  void aBadRowOfJsonIsLeftOutWithItsLineAndReason(String line, String reason) {
    String good = "{\"account\":\"a\",\"started_at\":1777888800000,\"other\":{\"deep\":[1]}}";
    Path json = Logs.text(folder.resolve("log.jsonl"), good + "\n\n" + line + "\n" + good);
    try (ExchangeLog log = Logs.open(json)) {
      assertThat(log.rejects().kept()).containsExactly(new Reject(json.toString(), 3, reason));
      assertThat(Logs.rows(log, "SELECT started_at::VARCHAR FROM exchange"))
          .containsExactly("2026-05-04 10:00:00", "2026-05-04 10:00:00");
    }
  }

  @Test
  void jsonThatIsTooDeepIsLeftOut() {
    String deep = "{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}";
    Path json =
        Logs.text(
            folder.resolve("log.jsonl"),
            "{\"account\":\"a\",\"started_at\":1777888800000}\n" + deep + "\n");
    try (ExchangeLog log = Logs.open(json)) {
      assertThat(log.rejects().reasons())
          .containsExactly(entry("no well-formed JSON within the bounds", 1L));
    }
  }

  @Test
  void bytesThatAreNoUtf8AreLeftOut() throws IOException {
    Path csv = folder.resolve("log.csv");
    Files.write(
        csv,
        "account,started_at\nJos\u00e9,2026-05-04T10:00:00\na,2026-05-04T10:00:00\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    try (ExchangeLog log = Logs.open(csv)) {
      assertThat(log.rejects().kept()).containsExactly(new Reject(csv.toString(), 2, "no UTF-8"));
      assertThat(Logs.rows(log, "SELECT account FROM exchange")).containsExactly("a");
    }
  }

  @Test
  void aLineOfMoreThanAMebibyteIsPassedOver() {
    Path csv = csv(GOOD, "x".repeat(Lines.LONGEST + 1), GOOD);
    try (ExchangeLog log = Logs.open(csv)) {
      assertThat(log.rejects().kept())
          .containsExactly(new Reject(csv.toString(), 3, "the line is longer than 1 MiB"));
      assertThat(Logs.rows(log, "SELECT count(*) FROM exchange")).containsExactly("2");
    }
  }

  @Test
  void aPseudonymOfMoreThan256CharactersIsLeftOut() {
    String at = ",2026-05-04T10:00:00,,,";
    try (ExchangeLog log = Logs.open(csv("a".repeat(256) + at, "a".repeat(257) + at))) {
      assertThat(log.rejects().reasons())
          .containsExactly(entry("account is longer than 256 characters", 1L));
      assertThat(Logs.rows(log, "SELECT count(*) FROM exchange")).containsExactly("1");
    }
  }

  @Test
  void rejectsAreAllCountedAndTheFirstKept() {
    int many = Rejects.MOST_KEPT + 5;
    String[] lines = new String[many];
    Arrays.fill(lines, "a,soon,,,");
    try (ExchangeLog log = Logs.open(csv(lines))) {
      assertThat(log.rejects().count()).isEqualTo(many);
      assertThat(log.rejects().reasons())
          .containsExactly(entry("started_at is no time", (long) many));
      assertThat(log.rejects().kept()).hasSize(Rejects.MOST_KEPT);
      // Line 1 is the header.
      assertThat(log.rejects().kept().getLast().row()).isEqualTo(Rejects.MOST_KEPT + 1L);
    }
  }

  @Test
  void theRejectsFileHoldsNoValueAndNoFormula() {
    Path csv = folder.resolve("=cmd.csv");
    Logs.text(csv, "account,started_at\nsecret-pseudonym,soon\n");
    try (ExchangeLog log = Logs.open(folder)) {
      Rejects rejects = new Rejects();
      rejects.add(new Reject("=HYPERLINK(\"http://example.net\")", 2, "started_at is no time"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      rejects.write(out);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              "file,row,reason\n\"'=HYPERLINK(\"\"http://example.net\"\")\",2,started_at is no time\n");
      out.reset();
      log.rejects().write(out);
      assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "CAST(NULL AS VARCHAR) AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at; account is missing",
        "'' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at; account is missing",
        "'a' AS account, CAST(NULL AS TIMESTAMP) AS started_at; started_at is missing",
        "'a' AS account, TIMESTAMP '1969-01-01 10:00:00' AS started_at; started_at is before 2000",
        "'a' AS account, TIMESTAMP '2999-01-01 10:00:00' AS started_at; started_at is in the future",
        "'a' AS account, 'infinity'::TIMESTAMP AS started_at; started_at is in the future",
        "'a' AS account, 'soon' AS started_at; started_at is no time",
        "'a' AS account, 9223372036854775807 AS started_at; started_at is no time",
        "'a' AS account, -1::BIGINT AS started_at; started_at is before 2000",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, -1 AS tokens_in; tokens_in is negative",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, 2147483648 AS tokens_in; tokens_in is no whole number below 2147483648",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, 'x' AS sketch; sketch is no 64-bit number",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, repeat('p', 257) AS payment; payment is longer than 256 characters",
      })
  void aBadRowOfParquetIsLeftOutWithItsNumberAndReason(String bad, String reason) {
    Path file =
        Logs.parquet(
            folder.resolve("log.parquet"),
            "SELECT %s UNION ALL BY NAME SELECT * FROM (SELECT %s) WHERE false"
                .formatted(bad, bad));
    Path good =
        Logs.parquet(
            folder.resolve("good.parquet"),
            "SELECT 'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at");
    try (ExchangeLog log = Logs.open(good, file)) {
      assertThat(log.rejects().kept()).containsExactly(new Reject(file.toString(), 1, reason));
      assertThat(log.rejects().reasons()).containsExactly(entry(reason, 1L));
      assertThat(Logs.rows(log, "SELECT account FROM exchange")).containsExactly("a");
    }
  }

  @Test
  void otherTypesOfParquetAreConverted() {
    Path file =
        Logs.parquet(
            folder.resolve("log.parquet"),
            "SELECT 17::BIGINT AS account, TIMESTAMPTZ '2026-05-04 10:00:00+02' AS started_at, "
                + "1777888800000::BIGINT AS created_at, 64500::UINTEGER AS network, "
                + "7::BIGINT AS tokens_in, -1::BIGINT AS sketch, '5' AS system_sketch");
    try (ExchangeLog log = Logs.open(file)) {
      assertThat(
              Logs.rows(
                  log,
                  "SELECT account, started_at::VARCHAR, created_at::VARCHAR, network, tokens_in, sketch::VARCHAR, system_sketch::VARCHAR FROM exchange"))
          .containsExactly(
              "17|2026-05-04 08:00:00|2026-05-04 10:00:00|64500|7|18446744073709551615|5");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'id': 'a'} AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at; STRUCT",
        "['a'] AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at; VARCHAR[]",
        "'a' AS account, 1.5::DOUBLE AS started_at; DOUBLE",
      })
  void aColumnOfATypeThatCannotBeReadIsRefused(String row, String type) {
    Path file = Logs.parquet(folder.resolve("log.parquet"), "SELECT " + row);
    assertThatThrownBy(() -> Logs.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the type " + type)
        .hasMessageContaining("Write it as");
  }

  @Test
  void truncatedParquetIsRefusedWithTheNextStep() throws IOException {
    Path whole =
        Logs.parquet(
            folder.resolve("whole.parquet"),
            "SELECT i::VARCHAR AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at FROM range(10000) t(i)");
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {3, 4, 8, bytes.length / 2, bytes.length - 1}) {
      Path part = folder.resolve("part-" + length + ".parquet");
      Files.write(part, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Logs.open(part))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(part.getFileName().toString());
    }
  }

  @Test
  void tenMillionRowsOfOneAccountFitInLittleMemory() {
    Path file =
        Logs.parquet(
            folder.resolve("log.parquet"),
            "SELECT 'a' AS account, TIMESTAMP '2026-05-04 10:00:00' + to_milliseconds(i) AS started_at, i::UBIGINT AS sketch FROM range(10000000) t(i)");
    Resources little = new Resources(128L << 20, 2, folder);
    try (ExchangeLog log = ExchangeLog.open(List.of(file), List.of(), little, Logs.NOW)) {
      assertThat(log.rejects().count()).isZero();
      assertThat(Logs.rows(log, "SELECT count(*), count(DISTINCT account) FROM exchange"))
          .containsExactly("10000000|1");
    }
  }

  @Test
  void whatIsNoLogAtAllIsSaidSo() throws IOException {
    Path array = Logs.text(folder.resolve("log.json"), "[{\"account\":\"a\"}]");
    assertThatThrownBy(() -> Logs.open(array)).hasMessageContaining("is a JSON array");
    Path zipped = Files.write(folder.resolve("log.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> Logs.open(zipped)).hasMessageContaining("Decompress it first");
    Path empty = Logs.text(folder.resolve("log.csv"), "");
    assertThatThrownBy(() -> Logs.open(empty)).hasMessageContaining("has no first line");
  }

  private Path csv(String... lines) {
    return Logs.text(
        folder.resolve("log.csv"),
        "account,started_at,tokens_in,sketch,other\n" + String.join("\n", lines) + "\n");
  }
}
