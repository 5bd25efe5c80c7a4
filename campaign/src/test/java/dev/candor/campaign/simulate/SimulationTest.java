package dev.candor.campaign.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Resources;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  private static final int ORGANIC = 3000;
  private static final int CAMPAIGN = 400;

  @TempDir private static Path folder;

  private static ExchangeLog plain;

  @BeforeAll
  static void simulateOnce() {
    plain = simulated("plain", Set.of(), 3);
  }

  @AfterAll
  static void close() {
    plain.close();
  }

  @Test
  void thereIsWhatWasAskedFor() {
    assertThat(plain.rejects().count()).isZero();
    assertThat(
            rows(
                plain,
                "SELECT kind = 'campaign', count(DISTINCT account), count(*) FROM labelled GROUP BY 1 ORDER BY 1"))
        .containsExactly("false|3000|150000", "true|400|62400");
    assertThat(rows(plain, "SELECT count(*) FROM label")).containsExactly("3400");
  }

  @Test
  void everyColumnHasValuesAndEveryKindIsThere() {
    assertThat(plain.columns()).hasSize(17);
    assertThat(rows(plain, "SELECT DISTINCT kind FROM labelled ORDER BY 1"))
        .containsExactly(
            "campaign",
            "carrier",
            "ci",
            "classroom",
            "family",
            "office",
            "organic",
            "researcher",
            "reseller",
            "vpn");
  }

  @Test
  void timesLieWithinTheDaysAndAfterTheAccountsOpening() {
    assertThat(
            rows(
                plain,
                "SELECT count(*) FROM exchange WHERE started_at <= created_at OR started_at < '2026-05-01' OR started_at >= '2026-05-07'"))
        .containsExactly("0");
  }

  @Test
  void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    write("one", request(Set.of(), 3), 1);
    assertThat(bytes("one")).isEqualTo(bytes("plain"));
    write("other", request(Set.of(), 4), 2);
    assertThat(bytes("other").get("labels.csv")).isNotEqualTo(bytes("plain").get("labels.csv"));
  }

  /** Mann and Whitney's test: with no tie between rank and label, z is standard normal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // The name of an account, and of what it has.
        "SELECT account AS key, kind = 'campaign' AS marked FROM label",
        "SELECT device AS key, bool_or(kind = 'campaign') AS marked FROM labelled GROUP BY device",
        "SELECT min(address) AS key, bool_or(kind = 'campaign') AS marked FROM labelled GROUP BY address",
        "SELECT session AS key, bool_or(kind = 'campaign') AS marked FROM labelled GROUP BY session",
        // Where rows of one millisecond stand.
        "SELECT millisecond(started_at) % 1000 AS key, kind = 'campaign' AS marked FROM labelled",
      })
  void namesAndOrderTellNothing(String query) {
    String ranked =
        "SELECT marked, row_number() OVER (ORDER BY key, hash(tie)) AS r FROM (SELECT *, row_number() OVER () AS tie FROM ("
            + query
            + "))";
    double found =
        number(
            "SELECT (s - m * (n + 1) / 2) / sqrt(m * (n - m) * (n + 1) / 12) FROM (SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(*) FILTER (WHERE marked) AS DOUBLE) AS m, CAST(sum(r) FILTER (WHERE marked) AS DOUBLE) AS s FROM ("
                + ranked
                + "))");
    assertThat(Math.abs(found)).isLessThan(4);
  }

  @Test
  void campaignsHaveNoClientModelNetworkOrCountryOfTheirOwn() {
    for (String column : List.of("client", "model", "network", "country", "capability")) {
      assertThat(
              rows(
                  plain,
                  "SELECT %s FROM labelled GROUP BY 1 HAVING bool_and(kind = 'campaign')"
                      .formatted(column)))
          .as(column)
          .isEmpty();
    }
  }

  @Test
  void rowsOfAFileStandByTime() {
    assertThat(
            rows(
                plain,
                "SELECT count(*) FROM (SELECT started_at < lag(started_at) OVER () AS back FROM exchange WHERE started_at < '2026-05-02') WHERE back"))
        .containsExactly("0");
  }

  @Test
  void hardNegativesShareWhatCampaignsShare() {
    // Offices share payment and address, and classes texts, address and week.
    assertThat(
            number(
                "SELECT max(n) FROM (SELECT count(DISTINCT account) AS n FROM labelled WHERE kind = 'office' GROUP BY payment, address)"))
        .isGreaterThan(20);
    assertThat(
            number(
                "SELECT max(n) FROM (SELECT count(DISTINCT account) AS n FROM labelled WHERE kind = 'classroom' GROUP BY sketch, address)"))
        .isGreaterThan(8);
    // Strangers behind phone networks, exits, runners and common makes.
    assertThat(
            number(
                "SELECT max(n) FROM (SELECT count(DISTINCT account) AS n FROM labelled WHERE kind <> 'campaign' GROUP BY address)"))
        .isGreaterThan(80);
    assertThat(
            number(
                "SELECT max(n) FROM (SELECT count(DISTINCT account) AS n FROM labelled WHERE kind <> 'campaign' GROUP BY device)"))
        .isGreaterThan(80);
    assertThat(
            number(
                "SELECT max(n) FROM (SELECT count(DISTINCT account) AS n FROM labelled WHERE kind <> 'campaign' GROUP BY system_sketch)"))
        .isGreaterThan(80);
  }

  @Test
  void aResellersAccountHasManyDevicesAndPlacesAtOnce() {
    assertThat(
            number(
                "SELECT min(n) FROM (SELECT count(DISTINCT device) + count(DISTINCT country) AS n FROM labelled WHERE kind = 'reseller' GROUP BY account)"))
        .isGreaterThan(8);
  }

  @Test
  void manyOrganicAccountsTakeUpANewModelToo() {
    double share =
        number(
            "SELECT avg(CAST(took AS INTEGER)) FROM (SELECT bool_or(model = 'atlas-large-3') AS took FROM labelled WHERE kind = 'organic' GROUP BY account)");
    assertThat(share).isBetween(0.15, 0.9);
  }

  @ParameterizedTest
  @EnumSource(Evasion.class)
  void anEvasionChangesWhatItSays(Evasion evasion) {
    String measure =
        switch (evasion) {
          case ROTATED_PAYMENTS ->
              "SELECT count(DISTINCT payment) / count(DISTINCT account) FROM labelled WHERE kind = 'campaign'";
          case RESIDENTIAL_ADDRESSES ->
              "SELECT count(DISTINCT address) / count(DISTINCT session) FROM labelled WHERE kind = 'campaign'";
          case PARAPHRASED_PROMPTS ->
              "SELECT count(DISTINCT sketch) / count(*) FROM labelled WHERE kind = 'campaign'";
          case JITTERED_TIMING ->
              "SELECT count(*) / sum(n) FROM (SELECT count(*) AS n FROM labelled WHERE kind = 'campaign' GROUP BY campaign, epoch_ms(started_at) // 60000)";
          case DILUTION ->
              "SELECT 1 - avg(top) FROM (SELECT max(n) / sum(n) AS top FROM (SELECT campaign, capability, count(*) AS n FROM labelled WHERE kind = 'campaign' GROUP BY ALL) GROUP BY campaign)";
        };
    try (ExchangeLog log = simulated(evasion.label(), Set.of(evasion), 3)) {
      assertThat(Double.parseDouble(rows(log, measure).getFirst()))
          .isGreaterThan(1.2 * number(measure));
    }
  }

  @Test
  void allEvasionsTogetherStillAddUp() {
    try (ExchangeLog log = simulated("all", EnumSet.allOf(Evasion.class), 5)) {
      assertThat(
              rows(
                  log,
                  "SELECT count(DISTINCT account), count(*) FROM labelled WHERE kind = 'campaign'"))
          .containsExactly("400|62400");
    }
  }

  @Test
  void aFolderWithFilesIsLeftAlone() throws IOException {
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "keep");
    assertThatThrownBy(
            () -> Simulation.write(request(Set.of(), 1), full, resources(1), Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not empty. Name a new one");
    assertThat(full).isDirectoryContaining(file -> file.endsWith("mine.txt"));
  }

  @Test
  void numbersThatCannotBeAreRefused() {
    LocalDate first = LocalDate.parse("2026-05-01");
    assertThatThrownBy(() -> new SimulationRequest(10, 9, 0, 0, Set.of(), 1, 0, first, 45))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("10 organic accounts cannot have 9 exchanges");
    assertThatThrownBy(() -> new SimulationRequest(0, 0, 0, 0, Set.of(), 1, 0, first, 45))
        .hasMessageContaining("at least one account");
    assertThatThrownBy(() -> Evasion.named("magic"))
        .hasMessageContaining("There is no evasion magic. Choose of rotated-payments,");
  }

  private static SimulationRequest request(Set<Evasion> evasions, long seed) {
    return new SimulationRequest(
        ORGANIC, 150_000, CAMPAIGN, 62_400, evasions, seed, 0, LocalDate.parse("2026-05-01"), 6);
  }

  private static Resources resources(int threads) {
    return new Resources(512L << 20, threads, folder);
  }

  private static void write(String name, SimulationRequest request, int threads) {
    Simulation.write(request, folder.resolve(name), resources(threads), Progress.NONE);
  }

  private static ExchangeLog simulated(String name, Set<Evasion> evasions, long seed) {
    write(name, request(evasions, seed), 2);
    Path out = folder.resolve(name);
    ExchangeLog log =
        ExchangeLog.open(
            List.of(out.resolve("exchanges")),
            List.of(),
            resources(2),
            Instant.parse("2026-06-20T00:00:00Z"));
    try (Statement statement = log.connection().createStatement()) {
      statement.execute("CREATE TEMP TABLE label(account VARCHAR, campaign VARCHAR, kind VARCHAR)");
      try (DuckDBAppender appender =
          log.connection().unwrap(DuckDBConnection.class).createAppender("temp", "main", "label")) {
        for (String line :
            Files.readAllLines(out.resolve("labels.csv")).stream().skip(1).toList()) {
          appender.beginRow();
          for (String value : line.split(",", -1)) {
            appender.append(value);
          }
          appender.endRow();
        }
      }
      statement.execute(
          "CREATE TEMP VIEW labelled AS SELECT exchange.*, campaign, kind FROM exchange JOIN label USING (account)");
      return log;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double number(String query) {
    return Double.parseDouble(rows(plain, query).getFirst());
  }

  private static List<String> rows(ExchangeLog log, String query) {
    try (Statement statement = log.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        found.add(String.join("|", values));
      }
      return found;
    } catch (SQLException e) {
      throw ExchangeLog.failure(e);
    }
  }

  private static Map<String, String> bytes(String name) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(
            root.relativize(file).toString(),
            Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
    }
    return found;
  }
}
