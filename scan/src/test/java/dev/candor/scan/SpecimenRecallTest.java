package dev.candor.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.HiddenTable;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import dev.candor.specimens.Label;
import dev.candor.specimens.Specimen;
import dev.candor.specimens.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acceptance figures of the corpus; prints them for each way of hiding. */
class SpecimenRecallTest {
  private static final double LEAST_RECALL = 0.95;

  /** Hidings whose steps the search must name exactly: nothing else explains such data. */
  private static final Set<String> EXACT = Set.of("base64", "hex", "xor-base64", "reported");

  private static final SharedScan SCAN = new SharedScan();

  @AfterAll
  static void close() {
    SCAN.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 2026})
  void recoversTheHiddenTablesAndReportsNothingElse(long seed) {
    Map<String, Recall> byHiding = new TreeMap<>();
    List<String> junk = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    List<String> wrongSteps = new ArrayList<>();
    for (Specimen specimen : Specimens.all(seed)) {
      Label label = specimen.label();
      StaticFindings findings = SCAN.of(specimen);
      Recall recall = Recall.of(label, findings);
      byHiding.merge(label.hiding().orElse("nothing hidden"), recall, Recall::plus);
      findings.tables().stream()
          .filter(table -> Recall.isJunk(table, label))
          .forEach(table -> junk.add(specimen.name() + " " + table.encoding() + table.entries()));
      if (recall.recovered() < recall.wanted()) {
        missed.add(specimen.name());
      }
      missed.addAll(missedDigests(specimen, findings));
      if (EXACT.contains(label.hiding().orElse(""))) {
        wrongSteps.addAll(wrongSteps(specimen, findings));
      }
    }
    Recall all = byHiding.values().stream().reduce(Recall.NONE, Recall::plus);
    print(seed, byHiding, all, missed);
    assertThat(junk).isEmpty();
    assertThat(all.recall()).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(wrongSteps).isEmpty();
  }

  private static List<String> missedDigests(Specimen specimen, StaticFindings findings) {
    List<List<String>> reported =
        findings.unreadable().stream().map(UnreadableTable::values).toList();
    return specimen.label().unreadable().stream()
        .filter(digests -> !reported.contains(digests))
        .map(digests -> specimen.name() + " (digests)")
        .toList();
  }

  private static List<String> wrongSteps(Specimen specimen, StaticFindings findings) {
    List<String> wrong = new ArrayList<>();
    for (HiddenTable table : findings.tables()) {
      if (table.recovery() instanceof Recovery.Searched
          && !table.encoding().equals(specimen.label().encoding())) {
        wrong.add(specimen.name() + " " + table.encoding());
      }
    }
    return wrong;
  }

  private static void print(
      long seed, Map<String, Recall> byHiding, Recall all, List<String> missed) {
    System.out.printf("%-20s recall precision  (seed %d)%n", "hiding", seed);
    byHiding.forEach((hiding, recall) -> print(hiding, recall));
    print("all", all);
    missed.forEach(name -> System.out.println("not recovered: " + name));
  }

  private static void print(String hiding, Recall recall) {
    System.out.printf(
        "%-20s %6.3f %9.3f  %d of %d%n",
        hiding, recall.recall(), recall.precision(), recall.recovered(), recall.wanted());
  }
}
