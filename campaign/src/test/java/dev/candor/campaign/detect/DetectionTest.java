package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.campaign.detect.Town.Evasion;
import java.nio.file.Path;
import java.util.EnumSet;
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
