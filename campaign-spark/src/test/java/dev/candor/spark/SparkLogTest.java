package dev.candor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.campaign.log.ExchangeLog;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows Spark takes, and what it makes of their values. */
class SparkLogTest {
  private static final String AT = "TIMESTAMP '2026-05-04 10:00:00' AS started_at";

  @TempDir private static Path all;
  private static Session session;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    session = Session.start(Optional.of("local[2]"), Optional.empty(), all);
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  /** Each is one that DuckDB leaves out as well, in the same words (BadRowsTest). */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'a' AS account, 'soon' AS started_at; started_at is no time",
        "'a' AS account, '2026-02-30 10:00:00' AS started_at; started_at is no time",
        "'a' AS account, '2026' AS started_at; started_at is no time",
        "'a' AS account, 'now' AS started_at; started_at is no time",
        "'a' AS account, '1777888800000' AS started_at; started_at is no time",
        "'a' AS account, 9223372036854775807 AS started_at; started_at is no time",
        "'a' AS account, -1::BIGINT AS started_at; started_at is before 2000",
        "'a' AS account, 'infinity'::TIMESTAMP AS started_at; started_at is in the future",
        "'a' AS account, TIMESTAMP_NS '1990-05-04 10:00:00' AS started_at; started_at is before 2000",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, 2147483648 AS tokens_in; tokens_in is no whole number below 2147483648",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, 'x' AS sketch; sketch is no 64-bit number",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, '18446744073709551616' AS sketch; sketch is no 64-bit number",
        "'a' AS account, TIMESTAMP '2026-05-04 10:00:00' AS started_at, repeat('p', 257) AS payment; payment is longer than 256 characters",
      })
  void aBadRowIsLeftOutWithItsPlaceAndReasonAsByDuckDb(String bad, String reason) {
    Path file = Engines.parquet(folder.resolve("bad.parquet"), "SELECT " + bad);
    SparkLog spark = open(file);
    assertThat(spark.rejects().reasons()).containsExactly(Map.entry(reason, 1L));
    try (ExchangeLog duckDb =
        ExchangeLog.open(List.of(file), List.of(), Engines.SMALL, Engines.NOW)) {
      assertThat(spark.rejects().kept()).isEqualTo(duckDb.rejects().kept());
    }
    assertThat(rows("SELECT * FROM exchange")).isEmpty();
  }

  @Test
  void typesOfAllKindsAreConverted() {
    Path one =
        Engines.parquet(
            folder.resolve("one.parquet"),
            "SELECT 17::BIGINT AS Account, TIMESTAMPTZ '2026-05-04 10:00:00+02' AS started_at, "
                + "1777888800000::BIGINT AS created_at, 64500::UINTEGER AS network, "
                + "7::BIGINT AS tokens_in, '5' AS tokens_out, -1::BIGINT AS sketch, "
                + "UUID '00112233-4455-6677-8899-aabbccddeeff' AS device");
    Path two =
        Engines.parquet(
            folder.resolve("two.parquet"),
            "SELECT 'b' AS account, '2026-05-04T10:00:00.5+02:00' AS started_at, "
                + "TIMESTAMP_NS '2026-05-04 10:00:00.123456789' AS created_at, "
                + "18446744073709551615::UBIGINT AS sketch, '' AS device, "
                + "'9223372036854775808' AS system_sketch");
    Path three =
        Engines.parquet(
            folder.resolve("three.parquet"),
            "SELECT 'c'::ENUM('c') AS account, TIMESTAMP_MS '2026-05-04 10:00:00.123' AS started_at, "
                + "TIMESTAMP_S '2026-05-04 10:00:00' AS created_at, '-2' AS sketch");
    open(one, two, three);
    assertThat(
            rows(
                "SELECT account, started, created, sketch_key, device FROM ("
                    + "SELECT account, unix_millis(started_at) AS started, unix_millis(created_at) AS created,"
                    + " sketch AS sketch_key, device FROM exchange) ORDER BY account"))
        .containsExactly(
            "[17,1777881600000,1777888800000,-1,00112233-4455-6677-8899-aabbccddeeff]",
            "[b,1777881600500,1777888800123,-1,null]",
            "[c,1777888800123,1777888800000,-2,null]");
    assertThat(rows("SELECT network, tokens_in, tokens_out FROM exchange WHERE account = '17'"))
        .containsExactly("[64500,7,5]");
    assertThat(rows("SELECT system_sketch FROM exchange WHERE account = 'b'"))
        .containsExactly("[-9223372036854775808]");
  }

  /** The timestamps that Spark itself writes, if not told otherwise. */
  @Test
  void timestampsOfTwelveBytesAreRead() throws IOException {
    Path written = folder.resolve("written");
    session
        .spark()
        .sql("SELECT 'a' AS account, TIMESTAMP '2026-05-04 10:00:00.5' AS started_at")
        .coalesce(1)
        .write()
        .option("spark.sql.parquet.outputTimestampType", "INT96")
        .parquet(written.toString());
    Path file;
    try (var files = Files.list(written)) {
      file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    SparkLog log = open(file);
    assertThat(log.rejects().count()).isZero();
    assertThat(rows("SELECT unix_millis(started_at) FROM exchange"))
        .containsExactly("[1777888800500]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_log.parquet", ".log.parquet", "{a,b}.parquet"})
  void aFileThatSparkWouldPassOverIsRefused(String name) {
    Path file = Engines.parquet(folder.resolve(name), "SELECT 'a' AS account, " + AT);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Rename it");
  }

  @Test
  void aNameThatIsEscapedElsewhereIsTakenAsItIs() {
    Path file = Engines.parquet(folder.resolve("a b%20#c.parquet"), "SELECT 'a' AS account, " + AT);
    open(file);
    assertThat(rows("SELECT account FROM exchange")).containsExactly("[a]");
  }

  @Test
  void csvIsRefusedWithTheNextStep() throws IOException {
    Path csv = Files.writeString(folder.resolve("log.csv"), "account,started_at\n");
    assertThatThrownBy(() -> open(csv))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("with --engine spark logs are Parquet")
        .hasMessageContaining("leave out --engine spark");
  }

  @Test
  void damageWithinAColumnEndsTheWork() throws IOException {
    Path file =
        Engines.parquet(
            folder.resolve("whole.parquet"),
            "SELECT md5(i::VARCHAR) AS account, " + AT + " FROM range(20000) t(i)");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, bytes.length / 2, (byte) 0x55);
    Files.write(file, bytes);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Spark cannot read the exchange log");
  }

  private static SparkLog open(Path... files) {
    return SparkLog.open(session.spark(), List.of(files), Engines.SMALL, Engines.NOW);
  }

  private static List<String> rows(String query) {
    return session.spark().sql(query).collectAsList().stream().map(Row::toString).toList();
  }
}
