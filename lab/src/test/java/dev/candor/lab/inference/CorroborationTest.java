package dev.candor.lab.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.candor.core.Form;
import dev.candor.lab.environment.Environment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Chances by counting the deals of the fresh trials' symbols. */
class CorroborationTest {
  private static final String BASE = "America/St_Johns";
  private static final String MARKED = "Asia/Shanghai";

  private final List<Traffic> trials = new ArrayList<>();
  private final Set<Integer> fresh = new HashSet<>();
  private final SortedMap<Integer, String> symbols = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> gates = new TreeMap<>();

  @Test
  void freshTrialsThatAllAgreeAreAsUnlikelyAsOneDealOfAll() {
    earlier(BASE, "-", "-").earlier(MARKED, "/");
    fresh(BASE, "-", "-", "-").fresh(MARKED, "/", "/", "/");

    Corroboration again = corroboration();

    assertThat(again.foretold()).isEqualTo(6);
    assertThat(again.agreeing()).isEqualTo(6);
    assertThat(again.p()).isCloseTo(1 / 20.0, within(0.01)); // 1 / C(6, 3)
  }

  @Test
  void freshTrialsThatAllContradictConfirmNothing() {
    earlier(BASE, "-").earlier(MARKED, "/");
    fresh(BASE, "/", "/", "/").fresh(MARKED, "-", "-", "-");

    assertThat(corroboration()).isEqualTo(new Corroboration(6, 0, 1));
  }

  @Test
  void someThatContradictMakeItLikelier() {
    earlier(BASE, "-").earlier(MARKED, "/");
    fresh(BASE, "-", "-", "-", "/").fresh(MARKED, "/", "/", "/", "-");

    Corroboration again = corroboration();

    assertThat(again.agreeing()).isEqualTo(6);
    // Three or four of the four marks in the four marked trials: (4 * 4 + 1) / C(8, 4).
    assertThat(again.p()).isCloseTo(17 / 70.0, within(0.02));
  }

  @Test
  void theSameSymbolEverywhereConfirmsNothing() {
    earlier(BASE, "-").earlier(MARKED, "-");
    fresh(BASE, "-", "-").fresh(MARKED, "-", "-");

    assertThat(corroboration()).isEqualTo(new Corroboration(4, 4, 1));
  }

  @Test
  void ofLevelsThatWereNotTriedBeforeNothingIsForetold() {
    earlier(BASE, "-").earlier(MARKED, "/");
    fresh("Asia/Urumqi", "/", "/").fresh("Asia/Tokyo", "-", "-");

    assertThat(corroboration()).isEqualTo(new Corroboration(0, 0, 1));
  }

  @Test
  void withoutFreshTrialsThereIsNothingToAgree() {
    earlier(BASE, "-", "-", "-").earlier(MARKED, "/", "/");

    assertThat(corroboration()).isEqualTo(new Corroboration(0, 0, 1));
  }

  @Test
  void aSymbolThatALevelNearlyAlwaysHadIsForetold() {
    earlier(BASE, "-", "-", "-", "-", "-", "-", "-", "-", "-", "/"); // 9 of 10
    earlier(MARKED, "/", "/", "/", "-"); // 3 of 4
    fresh(BASE, "-", "/").fresh(MARKED, "/", "/");

    Corroboration again = corroboration();

    assertThat(again.foretold()).isEqualTo(2);
    assertThat(again.agreeing()).isEqualTo(1);
  }

  @Test
  void aFewTrialsThatDifferAmongThemselvesForetellNothing() {
    earlier(BASE, "-", "-", "/").earlier(MARKED, "/");
    fresh(BASE, "-").fresh(MARKED, "/");

    assertThat(corroboration().foretold()).isEqualTo(1);
  }

  @Test
  void trialsWithoutThePlaceAreNotCounted() {
    earlier(BASE, "-").earlier(MARKED, "/");
    fresh(BASE, "-").fresh(MARKED, "/");
    int without = trial(MARKED);
    fresh.add(without);

    assertThat(corroboration().foretold()).isEqualTo(2);
  }

  @Test
  void whatAGateLetsThroughIsForetoldForEachLevelThatLeavesItOpen() {
    gates.put("endpoint", new TreeSet<>(Set.of("api.vendor.example")));
    symbols.put(trial(BASE, "one.example"), "-");
    symbols.put(trial(MARKED, "one.example"), "/");
    symbols.put(trial(MARKED, "api.vendor.example"), "-");
    for (String endpoint : List.of("two.example", "api.vendor.example")) {
      int number = trial(MARKED, endpoint);
      fresh.add(number);
      symbols.put(number, endpoint.equals("two.example") ? "/" : "-");
    }

    assertThat(corroboration().agreeing()).isEqualTo(2);
  }

  private Corroboration corroboration() {
    Signal signal =
        new Signal(
            Set.of("timezone"),
            gates,
            Form.FORMAT,
            Carrier.of("POST /v1/messages", "body /system"),
            List.of(),
            List.of(),
            symbols,
            new Capacity(1, 1, 1),
            new Significance("permutation", 0.001, 0.005, symbols.size()));
    return Corroboration.of(signal, trials, fresh, 7);
  }

  private CorroborationTest earlier(String zone, String... said) {
    for (String symbol : said) {
      symbols.put(trial(zone), symbol);
    }
    return this;
  }

  private CorroborationTest fresh(String zone, String... said) {
    for (String symbol : said) {
      int number = trial(zone);
      fresh.add(number);
      symbols.put(number, symbol);
    }
    return this;
  }

  private int trial(String zone) {
    return trial(zone, "models.example");
  }

  private int trial(String zone, String endpoint) {
    int number = trials.size() + 1;
    Environment environment = Environment.base().with("timezone", zone).with("endpoint", endpoint);
    trials.add(new Traffic(number, environment, List.of()));
    return number;
  }
}
