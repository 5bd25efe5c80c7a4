package dev.candor.lab.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.environment.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Zones and build services: what is told of which, and what switches it off. */
class GatingTest {
  private static final List<String> BOTH = List.of("ci", "timezone");

  private final List<Traffic> trials = new ArrayList<>();
  private final Map<Integer, String> symbols = new HashMap<>();

  @Test
  void aLevelWithWhichNothingIsToldIsAGate() {
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "/");
    trial("none", "Asia/Urumqi", "/");
    trial("github", "UTC", "-");
    trial("github", "Asia/Shanghai", "-");

    Gating gating = gating(BOTH).orElseThrow();

    assertThat(gating.trigger()).isEqualTo("timezone");
    assertThat(gating.gate()).isEqualTo("ci");
    assertThat(gating.closed()).containsExactly("github");
    assertThat(gating.open()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whichOfTheTwoIsNamedFirstMakesNoDifference() {
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "/");
    trial("github", "Asia/Shanghai", "-");

    assertThat(gating(BOTH.reversed()).orElseThrow().trigger()).isEqualTo("timezone");
  }

  @Test
  void aLevelThatLetsTheOtherTellIsNotClosed() {
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "/");
    trial("github", "Asia/Shanghai", "-");
    trial("gitlab", "Asia/Shanghai", "/");

    Gating gating = gating(BOTH).orElseThrow();

    assertThat(gating.closed()).containsExactly("github");
    assertThat(gating.open()).containsExactly(0, 1, 2, 3, 4, 6);
  }

  @Test
  void twoFactorsThatBothTellAreNoGate() {
    trial("none", "UTC", "neither");
    trial("none", "UTC", "neither");
    trial("none", "Asia/Shanghai", "zone");
    trial("github", "UTC", "service");
    trial("github", "Asia/Shanghai", "both");

    assertThat(gating(BOTH)).isEmpty();
  }

  @Test
  void whatTheUsualLevelSwitchesOffNeedsBoth() {
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "-");
    trial("github", "UTC", "-");
    trial("github", "Asia/Shanghai", "/");

    assertThat(gating(BOTH)).isEmpty();
  }

  @Test
  void whereTheSecondFactorChangesNothingThereIsNoGate() {
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "/");
    trial("github", "Asia/Shanghai", "/");

    assertThat(gating(BOTH)).isEmpty();
  }

  @Test
  void whatDiffersByItselfIsNoGate() {
    trial("none", "UTC", "-");
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "/");
    trial("github", "Asia/Tokyo", "-");
    trial("github", "Asia/Tokyo", "/");

    assertThat(gating(BOTH)).isEmpty();
  }

  @Test
  void oneFactorAloneHasNoGate() {
    trial("none", "UTC", "-");
    trial("none", "Asia/Shanghai", "/");

    assertThat(gating(List.of("timezone"))).isEmpty();
  }

  private void trial(String ci, String zone, String symbol) {
    SortedMap<String, String> levels = new TreeMap<>(Environment.base().levels());
    levels.put("ci", ci);
    levels.put("timezone", zone);
    symbols.put(trials.size(), symbol);
    trials.add(new Traffic(trials.size(), new Environment(levels), List.of()));
  }

  private Optional<Gating> gating(List<String> factors) {
    Column column =
        Column.of(Carrier.of("POST /", "body"), Column.Kind.TEXT, symbols, trials.size());
    return Gating.of(column, factors, new LevelTable(trials));
  }
}
