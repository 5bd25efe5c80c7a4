package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Town.Evasion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectionTest {
  @TempDir private Path folder;

  @Test
  void findsTheAccountsOfACampaignAndNobodyElse() {
    Town town = people().campaign("farm", 40, EnumSet.noneOf(Evasion.class));
    Findings findings = town.detected(folder);
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

  @ParameterizedTest
  @EnumSource
  void findsItStillWhenItDoesWithoutOneOfThem(Evasion evasion) {
    Town town = people().campaign("farm", 40, EnumSet.of(evasion));
    assertThat(accounts(town.detected(folder))).isEqualTo(town.named("farm"));
  }

  @Test
  void findsItStillWhenItDoesWithoutAllOfThem() {
    Town town = people().campaign("farm", 40, EnumSet.allOf(Evasion.class));
    assertThat(accounts(town.detected(folder))).isEqualTo(town.named("farm"));
  }

  @Test
  void findsNothingAmongHouseholdsOfficesClassesAndStrangers() {
    Findings findings = people().detected(folder);
    assertThat(findings.campaigns()).isEmpty();
  }

  @Test
  void listsAResoldAccountApart() {
    Findings findings = people().resold("lent").detected(folder);
    assertThat(findings.campaigns()).isEmpty();
    assertThat(findings.resold()).extracting(Resold::account).containsExactly("lent");
  }

  /** All have the same device besides their own: it costs little, and binds nobody. */
  @Test
  void aFingerprintThatAllShareChangesNothing() {
    Town town = people().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    List<String> rows = new ArrayList<>(town.rows());
    Set<String> seen = new TreeSet<>();
    for (String row : town.rows()) {
      String[] cells = row.split(",", -1);
      if (seen.add(cells[0])) {
        cells[6] = "common";
        rows.add(String.join(",", cells));
      }
    }
    Findings findings = Town.detected(folder, Town.HEADER, List.of(rows));
    assertThat(accounts(findings)).isEqualTo(town.named("farm"));
  }

  @Test
  void withoutSomeColumnsTheRestDecidesAndTheReportSaysSo() {
    Town town = people().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    String header =
        Town.HEADER.replace("device", "x").replace("sketch", "y").replace("created_at", "z");
    Findings findings = Town.detected(folder, header, List.of(town.rows()));
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
    Town town = people().campaign("farm", 24, EnumSet.noneOf(Evasion.class));
    Campaign campaign = town.detected(folder).campaigns().getFirst();
    assertThat(campaign.members())
        .allSatisfy(member ->
            assertThat(member.reasons())
                .anyMatch(reason -> reason.matches("shares device d-farm\\d+ with \\d+ others .*"))
                .anyMatch(reason -> reason.startsWith("opened between 2026-02-0")));
    assertThat(campaign.evidence())
        .anyMatch(words -> words.contains(" share a device with another member"))
        .anyMatch(words -> words.contains(" share an address with another member"));
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
