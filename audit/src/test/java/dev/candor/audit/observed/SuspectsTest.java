package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Form;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Confirmation.Suspect;
import dev.candor.lab.inference.Capacity;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.inference.Significance;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuspectsTest {
  private static final Environment BASE = Environment.base();
  private static final String BASE_ZONE = "America/St_Johns";
  private static final String[] ZONES = {
    "Asia/Almaty", "Asia/Baku", "Asia/Dhaka", "Asia/Dubai", "Asia/Kabul", "Asia/Kolkata",
    "Asia/Manila", "Asia/Seoul", "Asia/Shanghai", "Asia/Tehran", "Asia/Tokyo", "Asia/Urumqi"
  };

  @Test
  void eachSymbolIsExpectedWhereItWasSeenAndTheBaseStandsForItsClass() {
    Suspect suspect =
        of(entry("/", zones("Asia/Shanghai")), entry("-", zones(BASE_ZONE, "UTC", "Asia/Tokyo")));

    assertThat(suspect.signal()).isEqualTo("timezone in body /system");
    assertThat(suspect.symbols())
        .containsExactly(List.of(BASE.with("timezone", "Asia/Shanghai")), List.of(BASE));
  }

  @Test
  void ofALargeClassSomeAreTriedAgain() {
    List<Environment> again = of(entry("/", zones(ZONES))).symbols().getFirst();

    assertThat(again).hasSize(8).doesNotHaveDuplicates();
    assertThat(again)
        .allMatch(one -> List.of(ZONES).contains(one.levels().getOrDefault("timezone", "")));
  }

  @Test
  void ofManySymbolsSomeAreTriedAgainAndTheBasesIs() {
    CodebookEntry[] one = each("x");
    CodebookEntry[] other = each("y");

    assertThat(of(one).symbols())
        .hasSize(12)
        .doesNotHaveDuplicates()
        .contains(List.of(BASE))
        .isEqualTo(of(other).symbols());
  }

  private static CodebookEntry[] each(String symbol) {
    return Stream.concat(Stream.of(ZONES), Stream.of("UTC", BASE_ZONE))
        .map(zone -> entry(symbol + zone, zones(zone)))
        .toArray(CodebookEntry[]::new);
  }

  @Test
  void signalsOfEqualClassesShareTheirTrials() {
    assertThat(of(entry("/", zones(ZONES)), entry("-", zones(BASE_ZONE))).symbols())
        .isEqualTo(of(entry("x", zones(ZONES)), entry("y", zones(BASE_ZONE))).symbols());
  }

  @Test
  void twoFactorsAreCombined() {
    Suspect suspect =
        of(entry("/", levels("ci", Set.of("github"), "timezone", Set.of("UTC", "Asia/Tokyo"))));

    assertThat(suspect.symbols().getFirst())
        .containsExactlyInAnyOrder(
            BASE.with("ci", "github").with("timezone", "UTC"),
            BASE.with("ci", "github").with("timezone", "Asia/Tokyo"));
  }

  @Test
  void entriesOfOneSymbolAreOneExpectation() {
    Suspect suspect =
        of(entry("/", zones("UTC")), entry("-", zones(BASE_ZONE)), entry("/", zones("Asia/Tokyo")));

    assertThat(suspect.symbols()).hasSize(2);
    assertThat(suspect.symbols().getFirst())
        .containsExactly(BASE.with("timezone", "UTC"), BASE.with("timezone", "Asia/Tokyo"));
  }

  @Test
  void aZoneThatTheFileAloneTellsIsSetThere() {
    assertThat(of(entry("/", zones("Asia/Tokyo by timezone-file"))).symbols().getFirst())
        .containsExactly(BASE.with("timezone-file", "Asia/Tokyo"));
  }

  private static Suspect of(CodebookEntry... codebook) {
    return new Suspects(BASE, 3)
        .of(
            new Signal(
                Set.of("timezone"),
                new TreeMap<>(),
                Form.FORMAT,
                new Carrier("POST /", "body /system", "", "-", ""),
                List.of(),
                List.of(codebook),
                new TreeMap<>(),
                new Capacity(1, 1, 1),
                new Significance("permutation", 0.001, 0.01, 20)));
  }

  private static CodebookEntry entry(String symbol, SortedMap<String, SortedSet<String>> levels) {
    return new CodebookEntry(levels, symbol, false);
  }

  private static SortedMap<String, SortedSet<String>> zones(String... zones) {
    SortedMap<String, SortedSet<String>> levels = new TreeMap<>();
    levels.put("timezone", new TreeSet<>(Set.of(zones)));
    return levels;
  }

  private static SortedMap<String, SortedSet<String>> levels(
      String one, Set<String> ofOne, String other, Set<String> ofOther) {
    SortedMap<String, SortedSet<String>> levels = new TreeMap<>();
    levels.put(one, new TreeSet<>(ofOne));
    levels.put(other, new TreeSet<>(ofOther));
    return levels;
  }
}
