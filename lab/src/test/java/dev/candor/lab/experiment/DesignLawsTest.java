package dev.candor.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DesignLawsTest {
  private static final Levels STANDARD = Levels.standard();

  private static final List<String> DOMAINS =
      IntStream.range(0, 147).mapToObj(i -> "heron-" + i + ".example").toList();

  private static final List<Recovered> RECOVERED =
      List.of(
          new Recovered("endpoint", DOMAINS, Match.DOT_SUFFIX),
          new Recovered("endpoint", List.of("osprey", "kestrel", "wren"), Match.SUBSTRING),
          new Recovered("timezone", List.of("Asia/Shanghai", "Asia/Urumqi"), Match.EQUAL),
          new Recovered("cloud", List.of("aws"), Match.EQUAL));

  private static Design design(Budget budget, long seed) {
    return Design.of(
        new Design.Wish(
            Environment.base(),
            STANDARD,
            RECOVERED,
            List.of(new Together(Set.of("endpoint", "timezone"))),
            budget,
            seed));
  }

  @Property(tries = 15)
  void isTheSameForTheSameSeed(@ForAll long seed) {
    Design one = design(Budget.STANDARD, seed);
    assertThat(design(Budget.STANDARD, seed)).isEqualTo(one);
    assertThat(design(Budget.STANDARD, seed).fingerprint()).isEqualTo(one.fingerprint());
    assertThat(design(Budget.STANDARD, seed + 1).fingerprint()).isNotEqualTo(one.fingerprint());
  }

  @Property(tries = 40)
  void isWithinItsBudget(@ForAll @IntRange(min = 2, max = 400) int trials, @ForAll long seed) {
    Budget budget = Budget.trials(trials);
    List<Planned> planned = design(budget, seed).trials();
    assertThat(planned).hasSizeLessThanOrEqualTo(budget.designed());
    assertThat(planned)
        .extracting(Planned::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, planned.size()).boxed().toList());
  }

  @Property(tries = 30)
  void hasAReplicateOfTheBaseFirstAndInEachPartOfTheRun(
      @ForAll @IntRange(min = 20, max = 300) int trials, @ForAll long seed) {
    Design design = design(Budget.trials(trials), seed);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < design.trials().size(); i++) {
      if (design.trials().get(i).environment().equals(design.base())) {
        places.add(i);
      }
    }
    int size = design.trials().size();
    assertThat(places.getFirst()).isZero();
    assertThat(places).hasSizeGreaterThanOrEqualTo(size / 8);
    for (int part = 0; part < places.size(); part++) {
      assertThat(places.get(part))
          .isBetween(part * size / places.size(), (part + 1) * size / places.size() - 1);
    }
  }

  @Test
  void triesEachLevelOfEachFactorWhenEverythingIsAskedFor() {
    Design design = design(Budget.everything(), 7);
    STANDARD
        .of()
        .forEach((factor, levels) -> {
          Set<String> tried = new HashSet<>();
          design.trials().forEach(one -> tried.add(level(one, factor)));
          assertThat(tried).containsAll(levels.contrast().levels());
          levels.dictionary().forEach(one -> assertThat(tried).containsAll(one.levels()));
        });
    Set<String> hosts = new HashSet<>();
    design.trials().forEach(one -> hosts.add(level(one, "endpoint")));
    DOMAINS.forEach(
        domain -> assertThat(hosts.contains(domain) || hosts.contains("api." + domain)).isTrue());
    assertThat(design.untried())
        .containsExactly(new Untried("cloud", List.of("aws"), "no such factor can be set"));
  }

  @Property(tries = 10)
  void holdsEachPairOfTheLevelsThatAreCombined(@ForAll long seed) {
    Design.Coverage coverage = design(Budget.trials(200), seed).coverage();
    assertThat(coverage.covered()).isEqualTo(coverage.of());
  }

  @Property(tries = 10)
  void triesTogetherWhatTheCodeReadsTogether(@ForAll long seed) {
    Set<List<String>> together = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (Planned one : design(Budget.STANDARD, seed).trials()) {
      String kind = kind(level(one, "endpoint"));
      String zone = level(one, "timezone");
      kinds.add(kind);
      together.add(List.of(kind, zone.matches("Asia/(Shanghai|Urumqi)") ? "in" : "out"));
    }
    assertThat(kinds).contains("neither", "domain", "word", "both");
    for (String kind : List.of("neither", "domain", "word", "both")) {
      assertThat(together).contains(List.of(kind, "in"), List.of(kind, "out"));
    }
  }

  private static String kind(String host) {
    boolean domain = host.matches("(.*\\.)?heron-\\d+\\.example");
    boolean word = host.matches(".*(osprey|kestrel|wren).*");
    return domain && word ? "both" : domain ? "domain" : word ? "word" : "neither";
  }

  @Property(tries = 10)
  void triesOneLevelOfEachFactorAloneByDefault(@ForAll long seed) {
    Set<String> alone = new HashSet<>();
    for (Planned one : design(Budget.STANDARD, seed).trials()) {
      Map<String, String> differing = one.environment().differing();
      if (differing.size() == 1) {
        alone.addAll(differing.keySet());
      }
    }
    assertThat(alone).containsAll(STANDARD.of().keySet());
  }

  @Property(tries = 5)
  void triesContrastsAlsoWhereTheCodeComparesAHundredThings(@ForAll long seed) {
    List<Recovered> hundred =
        IntStream.range(0, 100)
            .mapToObj(i -> new Recovered("terminal", List.of("xterm-" + i), Match.EQUAL))
            .toList();
    Set<String> alone = new HashSet<>();
    Design design =
        Design.of(
            new Design.Wish(
                Environment.base(), STANDARD, hundred, List.of(), Budget.STANDARD, seed));
    design.trials().stream()
        .map(one -> one.environment().differing())
        .filter(differing -> differing.size() == 1)
        .forEach(differing -> alone.addAll(differing.keySet()));
    assertThat(alone).containsAll(STANDARD.of().keySet());
  }

  @Test
  void saysWhatItLeavesOut() {
    assertThat(design(Budget.STANDARD, 3).untried())
        .anySatisfy(one -> {
          assertThat(one.factor()).isEqualTo("endpoint");
          assertThat(one.reason()).startsWith("equal or dot-suffix, one of 147:");
        });
  }

  @Test
  void hasWhatMattersMostInFrontWhereTimeIsTheBudget() {
    Design design = design(Budget.time(Duration.ofMinutes(5)), 3);
    List<Planned> first = design.trials().subList(0, 25);
    assertThat(first).anyMatch(one -> one.purpose() instanceof Purpose.Joint);
    assertThat(first).noneMatch(one -> one.purpose() instanceof Purpose.Pairs);
    for (int block = 0; block + 24 < design.trials().size(); block += 24) {
      assertThat(design.trials().subList(block, block + 24))
          .anyMatch(one -> one.environment().equals(design.base()));
    }
  }

  @Test
  void keepsTrialsForConfirmation() {
    assertThat(Budget.trials(80).designed()).isEqualTo(54);
    assertThat(new Budget(OptionalInt.of(10), Optional.empty(), true, 0).designed()).isEqualTo(7);
    assertThat(Budget.time(Duration.ofMinutes(10)).designedTime())
        .contains(Duration.ofSeconds(400));
  }

  @Property(tries = 50)
  void confirmsInRoundsOfAllSymbols(
      @ForAll @IntRange(min = 1, max = 8) int rounds,
      @ForAll @IntRange(min = 2, max = 4) int symbols,
      @ForAll long seed) {
    List<List<Environment>> environments = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      environments.add(List.of(Environment.base().with("hostname", "machine-" + i)));
    }
    List<Wanted> trials =
        Confirmation.of(List.of(new Confirmation.Suspect("a signal", environments)), rounds, seed);
    for (int round = 0; round < rounds; round++) {
      assertThat(trials.subList(round * symbols, (round + 1) * symbols))
          .extracting(one -> ((Purpose.Confirmation) one.purpose()).symbol())
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, symbols).boxed().toList());
    }
  }

  @Test
  void confirmsSeveralSignalsByOneTrialWhereTheyAskForTheSame() {
    List<Environment> base = List.of(Environment.base());
    List<Environment> one = List.of(Environment.base().with("hostname", "one"));
    List<Environment> other = List.of(Environment.base().with("username", "other"));
    List<Wanted> trials =
        Confirmation.of(
            List.of(
                new Confirmation.Suspect("a signal", List.of(base, one)),
                new Confirmation.Suspect("another", List.of(base, other))),
            2,
            7);
    assertThat(trials).hasSize(6).extracting(Wanted::environment).contains(one.getFirst());
  }

  @Test
  void knowsWhatASampleSays() {
    // Drawing 3 of 10 misses 5 differing ones with 5·4·3 / (10·9·8) = 1/12, 6 with 4·3·2/720 =
    // 1/30.
    assertThat(Sample.mostUnseen(10, 3, 0.05)).isEqualTo(5);
    assertThat(Sample.mostUnseen(10, 10, 0.05)).isZero();
    assertThat(Sample.mostUnseen(10, 0, 0.05)).isEqualTo(10);
  }

  private static String level(Planned one, String factor) {
    return one.environment().levels().getOrDefault(factor, "");
  }
}
