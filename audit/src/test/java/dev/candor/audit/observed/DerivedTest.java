package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.recording.Runs;
import dev.candor.core.Form;
import dev.candor.core.Match;
import dev.candor.core.Subject;
import dev.candor.core.mechanism.Carrier.Text;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.inference.Capacity;
import dev.candor.lab.inference.Carrier;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Corroboration;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.inference.Significance;
import dev.candor.lab.receipt.Receipt;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.MechanismWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals of a prompt's sentence become the conditions and codebook that made them. */
class DerivedTest {
  private static final Recovered DOMAINS =
      new Recovered("endpoint", List.of("kestrel.test", "heron.test"), Match.DOT_SUFFIX);
  private static final Recovered WORDS =
      new Recovered("endpoint", List.of("osprey"), Match.SUBSTRING);

  @Test
  void findsTheTwoComparisonsThatFourSymbolsFollow() {
    Mechanism mechanism =
        derived(
                signal(
                    Map.of(
                        "models.example.net", "'",
                        "api.kestrel.test", "\u2019",
                        "osprey-gw.example.net", "\u02bc",
                        "osprey.heron.test", "\u02b9"),
                    Map.of("endpoint", Set.of("vendor.test"))),
                List.of(
                    new Recovered("endpoint", List.of("vendor.test"), Match.EQUAL), DOMAINS, WORDS))
            .orElseThrow();

    assertThat(mechanism.conditions())
        .extracting(Condition::match, Condition::values)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Match.DOT_SUFFIX, DOMAINS.values()),
            org.assertj.core.groups.Tuple.tuple(Match.SUBSTRING, WORDS.values()));
    assertThat(sent(mechanism, "gw.heron.test")).isEqualTo("\u2019");
    assertThat(sent(mechanism, "osprey.example.org")).isEqualTo("\u02bc");
    assertThat(sent(mechanism, "osprey.kestrel.test")).isEqualTo("\u02b9");
    assertThat(sent(mechanism, "notkestrel.test")).isEqualTo("'");
    assertThat(sent(mechanism, "vendor.test")).isEqualTo("'");
  }

  @Test
  void leavesNumbersOpenAndOtherSignsOut() {
    Mechanism mechanism =
        derived(
                signal(Map.of("models.example.net", "'", "a.heron.test", "\u2019"), Map.of()),
                List.of(DOMAINS))
            .orElseThrow();
    assertThat(((Text) mechanism.marks().getFirst().carrier()).template().text())
        .isEqualTo("Today{symbol}s date is {number-1}");
  }

  @Test
  void takesTheLevelsThemselvesWhereNothingThatIsComparedTellsThemApart() {
    Mechanism mechanism =
        derived(
                signal(Map.of("models.example.net", "'", "wren.test", "\u2019"), Map.of()),
                List.of(WORDS))
            .orElseThrow();
    assertThat(mechanism.conditions())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.match()).isEqualTo(Match.EQUAL);
          assertThat(one.values()).containsExactly("wren.test");
        });
  }

  @Test
  void makesNoneOfWhatCanBeRead() {
    Signal readable = Shown.signal(Form.PRESENCE, Shown.ASKING, "", Map.of(), 1, 2);
    assertThat(derived(readable, List.of())).isEmpty();
  }

  /** Mechanisms have at most 16 conditions; each of these takes one for itself. */
  @Test
  void leavesOutWhatIsTooMuchForAMechanism() {
    List<Confirmed> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(
          new Confirmed(
              signal(Map.of("models.example.net", "'", "wren-" + i + ".test", "\u2019"), Map.of()),
              new Corroboration(2, 2, 0.01)));
    }

    Mechanism mechanism = derived("heron", many, List.of()).orElseThrow();

    assertThat(mechanism.marks()).hasSize(16);
    assertThat(mechanism.conditions()).hasSize(16);
  }

  @Test
  void leavesOutWhatNoFileCanHold() {
    String long1001 = "w".repeat(1001);
    assertThat(
            derived(
                signal(Map.of("models.example.net", "'", long1001, "\u2019"), Map.of()), List.of()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9tool", "-", "\u5de5\u5177", "A Tool"})
  void namesItSoThatItsFileCanBeRead(String tool) {
    namedSoThatItCanBeRead(tool);
    namedSoThatItCanBeRead(tool + "x".repeat(200));
  }

  private static void namedSoThatItCanBeRead(String tool) {
    Signal signal = signal(Map.of("models.example.net", "'", "wren.test", "\u2019"), Map.of());
    Mechanism mechanism =
        derived(tool, List.of(new Confirmed(signal, new Corroboration(2, 2, 0.01))), List.of())
            .orElseThrow();

    assertThat(MechanismFile.parse("written", MechanismWriter.text(mechanism)))
        .isEqualTo(mechanism);
  }

  private static String sent(Mechanism mechanism, String host) {
    Mark mark = mechanism.marks().getFirst();
    List<String> symbols =
        mechanism.symbols(
            mark, mechanism.truths(Map.of("endpoint", Optional.of("https://" + host))));
    assertThat(symbols).hasSize(1);
    return symbols.getFirst();
  }

  private static Optional<Mechanism> derived(Signal signal, List<Recovered> recovered) {
    return derived(
        "heron", List.of(new Confirmed(signal, new Corroboration(2, 2, 0.01))), recovered);
  }

  private static Optional<Mechanism> derived(
      String tool, List<Confirmed> signals, List<Recovered> recovered) {
    Observed observed =
        new Observed(
            tool,
            Runs.withStrings("").installation(),
            List.of("heron"),
            Shown.asked(""),
            1,
            Finished.Ending.COMPLETE,
            List.of(),
            signals,
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            new TreeMap<>(),
            new Receipt(List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return Derived.of(
        new Subject("pkg:npm/heron@1.0.0", Optional.empty()),
        observed,
        recovered,
        new Established("candor 1", LocalDate.EPOCH, true, 9));
  }

  private static Signal signal(Map<String, String> symbols, Map<String, Set<String>> gates) {
    Map<String, SortedSet<String>> levels = new TreeMap<>();
    symbols.forEach(
        (level, symbol) -> levels.computeIfAbsent(symbol, _ -> new TreeSet<>()).add(level));
    SortedMap<String, SortedSet<String>> closed = new TreeMap<>();
    gates.forEach((factor, of) -> closed.put(factor, new TreeSet<>(of)));
    return new Signal(
        Set.of("endpoint"),
        closed,
        Form.LOOKALIKE,
        new Carrier(Shown.ASKING, "body /system", "Today", "'", "s date is 2026-11-21."),
        List.of(),
        levels.entrySet().stream()
            .map(one ->
                new CodebookEntry(
                    new TreeMap<>(Map.of("endpoint", one.getValue())),
                    one.getKey(),
                    one.getKey().equals("'")))
            .toList(),
        new TreeMap<>(),
        new Capacity(2, 1, 2),
        new Significance("permutation", 0.001, 0.005, 20));
  }
}
