package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Town.Evasion;
import dev.candor.campaign.log.ExchangeLog;
import dev.candor.campaign.log.Resources;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionTest {
  private static final Town PEOPLE = people();

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path people = Path.of("");

  @BeforeAll
  static void write() {
    people = PEOPLE.parquet(shared);
  }

  /** Among the people. */
  private Findings detected(List<String> rows) {
    return Town.detected(List.of(people, Town.csv(folder, Town.HEADER, rows)));
  }

  @Test
  void findsTheAccountsOfACampaignAndNobodyElse() {
    Town town = new Town().campaign("farm", 40, EnumSet.noneOf(Evasion.class));
    Findings findings = detected(town.rows());
    assertThat(accounts(findings)).isEqualTo(town.named("farm"));
    assertThat(findings.campaigns()).hasSize(1);
    assertThat(findings.campaigns().getFirst().families())
        .contains(
            Family.DEVICE,
            Family.PAYMENT,
            Family.ADDRESS,
            Family.TEMPLATE,
            Family.LOCKSTEP,
            Family.PIVOT,
            Family.CREATION,
            Family.VOLUME,
            Family.CAPABILITY);
  }

  /** Seen in a simulated log of 60 million exchanges: part of a school class, at one address. */
  @Test
  void peopleInOneHouseWhoBeginAtTheBellAreNoCampaign() {
    assertThat(detected(new Town().bell("school", 14).rows()).campaigns()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsItStillWhenItDoesWithoutOneOfThem(Evasion evasion) {
    Town town = new Town().campaign("farm", 40, EnumSet.of(evasion));
    assertThat(accounts(detected(town.rows()))).isEqualTo(town.named("farm"));
  }

  @Test
  void findsItStillWhenItDoesWithoutAllOfThem() {
    Town town = new Town().campaign("farm", 40, EnumSet.allOf(Evasion.class));
    assertThat(accounts(detected(town.rows()))).isEqualTo(town.named("farm"));
  }

  @Test
  void findsNothingAmongHouseholdsOfficesClassesAndStrangers() {
    Findings findings = Town.detected(List.of(people));
    assertThat(findings.campaigns()).isEmpty();
  }

  @Test
  void listsAResoldAccountApart() {
    Findings findings = detected(new Town().resold("lent").rows());
    assertThat(findings.campaigns()).isEmpty();
    assertThat(findings.resold()).extracting(Resold::account).containsExactly("lent");
  }

  /** All have the same device besides their own: it costs little, and binds nobody. */
  @Test
  void aFingerprintThatAllShareChangesNothing() {
    Town town = new Town().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    List<String> rows = new ArrayList<>(town.rows());
    Set<String> seen = new TreeSet<>();
    for (String row : all(town)) {
      String[] cells = row.split(",", -1);
      if (seen.add(cells[0])) {
        cells[6] = "common";
        rows.add(String.join(",", cells));
      }
    }
    assertThat(accounts(detected(rows))).isEqualTo(town.named("farm"));
  }

  @Test
  void withoutSomeColumnsTheRestDecidesAndTheReportSaysSo() {
    Town town = new Town().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    String header =
        Town.HEADER.replace("device", "x").replace("sketch", "y").replace("created_at", "z");
    Findings findings = Town.detected(folder, header, List.of(all(town)));
    assertThat(accounts(findings)).isEqualTo(town.named("farm"));
    assertThat(findings.notes())
        .containsExactly(
            "Nothing is known of the same rare devices: the log has no column device.",
            "Nothing is known of the same rare prompts, on different days: the log has no column"
                + " sketch.",
            "Nothing is known of accounts opened at the same time: the log has no column"
                + " created_at.");
  }

  @Test
  void withoutMeansThereIsNoCampaign() {
    Town town = new Town().strangers(50).campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    String header =
        Town.HEADER.replace("device", "x").replace("payment", "y").replace("address", "z");
    Findings findings = Town.detected(folder, header, List.of(town.rows()));
    assertThat(findings.campaigns()).isEmpty();
    assertThat(findings.notes().getLast()).contains("at least one of device, payment and address");
  }

  @Test
  void eachMemberComesWithReasons() {
    Town town = new Town().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    Campaign campaign = detected(town.rows()).campaigns().getFirst();
    assertThat(campaign.members())
        .allSatisfy(member ->
            assertThat(member.reasons())
                .anyMatch(reason -> reason.matches("shares device d-farm\\d+ with \\d+ others .*"))
                .anyMatch(reason -> reason.startsWith("opened between 2026-02-0")));
    assertThat(campaign.evidence())
        .anyMatch(words -> words.contains(" share a device with another member"))
        .anyMatch(words -> words.contains(" share an address with another member"));
  }

  /**
   * Account i of the farm has the devices i and i + 1 of ten, payment i of five, any of six lines.
   */
  @Test
  void aPortraitTellsWhoHoldsWhatAndWhoCameWhen() {
    Town town = new Town().campaign("farm", 40, EnumSet.noneOf(Evasion.class));
    Findings findings = detected(town.rows());
    Campaign campaign = findings.campaigns().getFirst();
    Portrait portrait = campaign.portrait();

    assertThat(portrait.shared())
        .isEqualTo(Map.of(Family.DEVICE, 10, Family.PAYMENT, 5, Family.ADDRESS, 6));
    assertThat(portrait.ties()).hasSize(Portrait.TIES + 5 + 6);
    Tie payment =
        portrait.ties().stream()
            .filter(tie -> tie.name().equals("p-farm3"))
            .findFirst()
            .orElseThrow();
    assertThat(payment.holders()).isEqualTo(8);
    assertThat(payment.members().stream().mapToObj(i -> campaign.members().get(i).account()))
        .containsExactlyInAnyOrder(
            "farm3", "farm8", "farm13", "farm18", "farm23", "farm28", "farm33", "farm38");
    assertThat(portrait.course().accounts()).isEqualTo(40);
    assertThat(portrait.course().opened().keySet())
        .allMatch(day -> !day.isBefore(LocalDate.of(2026, 2, 9)))
        .allMatch(day -> day.isBefore(LocalDate.of(2026, 2, 12)));
    assertThat(portrait.course().moved())
        .isEqualTo(Map.of("next", Map.of(LocalDate.of(2026, 3, 13), 40L)));
    assertThat(findings.others().accounts()).isEqualTo(findings.accounts() - 40);
    assertThat(findings.others().moved()).containsOnlyKeys("next");
  }

  @Test
  void eachExchangeIsOfACampaignOrOfTheOthers() {
    Town town = new Town().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    List<Path> files = List.of(people, Town.csv(folder, Town.HEADER, town.rows()));
    try (ExchangeLog log =
        ExchangeLog.open(files, List.of(), Resources.standard(), Instant.now())) {
      Findings findings = Detection.of(log, Options.STANDARD);
      DailyExchanges daily = DailyExchanges.of(SqlEngine.of(log), findings, 20);

      assertThat(daily.campaigns()).hasSize(1);
      assertThat(daily.campaigns().getFirst()).isEqualTo(days(town.rows()));
      assertThat(daily.others()).isEqualTo(days(PEOPLE.rows()));
    }
  }

  private static Map<LocalDate, Long> days(List<String> rows) {
    return rows.stream()
        .map(row -> LocalDate.parse(row.split(",", 3)[1].substring(0, 10)))
        .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
  }

  private static List<String> all(Town town) {
    return Stream.concat(PEOPLE.rows().stream(), town.rows().stream()).toList();
  }

  private static Town people() {
    Town town = new Town().strangers(600).exit("vpn", 300).office("bureau", 60).office("shop", 12);
    for (int i = 0; i < 20; i++) {
      town.household("home" + i + "-");
    }
    return town.classroom("school", 25);
  }

  private static Set<String> accounts(Findings findings) {
    Set<String> accounts = new TreeSet<>();
    for (Campaign campaign : findings.campaigns()) {
      campaign.members().forEach(member -> accounts.add(member.account()));
    }
    return accounts;
  }
}
