package dev.candor.audit.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.ObservedTrial;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.lab.inference.Signal;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final Observed OBSERVED = Shown.nothing().observed();

  @Test
  void eachTrialIsOnceInTheRowOfItsLevelsAndTheColumnOfItsSymbol() {
    Chart chart =
        Chart.of(Shown.signal(Form.FORMAT, Shown.ASKING, "", Map.of(), 1, 2, 3, 4, 5, 6), OBSERVED);

    assertThat(chart.columns()).extracting(Chart.Column::code).containsExactly("U+002D", "U+002F");
    assertThat(chart.rows())
        .extracting(Chart.Row::label)
        .containsExactly("timezone America/St_Johns", "timezone Asia/Tokyo");
    assertThat(chart.rows().getFirst().cells())
        .extracting(Chart.Cell::numbers)
        .containsExactly("1, 3, 5", "");
    assertThat(chart.rows().getLast().cells())
        .extracting(Chart.Cell::numbers)
        .containsExactly("", "2, 4, 6");
  }

  /** A gate belongs to what the symbol is a function of. */
  @Test
  void rowsTellTheGateToo() {
    Chart chart =
        Chart.of(
            Shown.signal(Form.FORMAT, Shown.ASKING, "", Map.of("ci", Set.of("true")), 1, 2),
            OBSERVED);
    assertThat(chart.rows().getLast().label()).matches("timezone Asia/Tokyo, ci .*");
  }

  @Test
  void ofSeveralLevelsEachIsCutSoThatAllAreSeen() {
    Chart.Row row =
        new Chart.Row(
            java.util.List.of("timezone Asia/Tokyo", "endpoint models.of-a-long-name.example.net"),
            java.util.List.of());
    assertThat(row.shortLabel()).isEqualTo("timezone Asia/Tokyo, endpoint models.of-a-lon\u2026");
  }

  @Test
  void manySymbolsShareTheLastColumn() {
    SortedMap<Integer, String> symbols = new TreeMap<>();
    for (int trial = 1; trial <= 6; trial++) {
      symbols.put(trial, "hash-" + trial);
    }
    Chart chart = Chart.of(with(symbols), OBSERVED);

    assertThat(chart.columns()).hasSize(5);
    assertThat(chart.columns().getLast().code()).isEqualTo("2 symbols");
  }

  @Test
  void manyTrialsInACellAreCounted() {
    Chart.Cell cell =
        new Chart.Cell(
            java.util.stream.IntStream.rangeClosed(1, 20)
                .mapToObj(
                    number -> new ObservedTrial(number, new TreeMap<>(), "pairs", "status 0", 1))
                .toList());
    assertThat(cell.dots()).hasSize(7);
    assertThat(cell.more()).isEqualTo(13);
  }

  private static Signal with(SortedMap<Integer, String> symbols) {
    Signal signal = Shown.signal(Form.OPAQUE, Shown.ASKING, "", Map.of(), 1);
    return new Signal(
        signal.factors(),
        signal.gates(),
        signal.form(),
        signal.carrier(),
        signal.also(),
        signal.codebook(),
        symbols,
        signal.capacity(),
        signal.significance());
  }
}
