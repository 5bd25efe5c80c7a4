package dev.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleOrderTest {
  /** Whatever rules there are: their order in the file decides nothing. */
  @Property(tries = 400)
  void theOrderOfRulesDoesNotMatter(@ForAll("rules") List<String> rules, @ForAll long seed) {
    List<String> numbered =
        IntStream.range(0, rules.size())
            .mapToObj(i -> "- {id: r%d, %s}".formatted(i, rules.get(i)))
            .toList();
    List<String> shuffled = new ArrayList<>(numbered);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(decision(shuffled)).isEqualTo(decision(numbered));
  }

  /** A rule that is milder and no higher than the one that decides changes nothing. */
  @Property(tries = 200)
  void aMilderRuleOfTheSameRankChangesNothing(@ForAll("rules") List<String> rules) {
    List<String> all = new ArrayList<>();
    all.add("- {id: strict, product: heron, action: deny, rank: 1, reason: r}");
    Decision alone = decision(all);
    for (int i = 0; i < rules.size(); i++) {
      all.add("- {id: r%d, %s}".formatted(i, rules.get(i)));
    }
    assertThat(decision(all).action()).isEqualTo(alone.action());
  }

  private static Decision decision(List<String> rules) {
    return Examples.of(rules.isEmpty() ? "[]" : String.join("\n", rules))
        .decide(Examples.heron(), Examples.NOON);
  }

  @Provide
  Arbitrary<List<String>> rules() {
    return Combinators.combine(
            Arbitraries.of("heron", "her*", "pkg:npm/heron", "egret", "'*'"),
            Arbitraries.of("deny", "warn", "allow"),
            Arbitraries.of("", ", rank: 1", ", rank: -2"),
            Arbitraries.of("", ", from: 2026-07-01", ", from: 2026-08-01", ", until: 2026-07-03"),
            Arbitraries.of(
                "", ", place: {upstream: x}", ", place: {machine: laptop-1}", ", place: {path: x}"),
            Arbitraries.of(
                "",
                ", waivers: [{place: {machine: laptop-1}, by: a, reason: r, until: never}]",
                ", waivers: [{place: {machine: other}, by: a, reason: r, until: never}]"))
        .as((product, action, rank, term, place, waivers) ->
            "product: %s, action: %s, reason: r%s%s%s%s"
                .formatted(product, action, rank, term, place, waivers))
        .list()
        .ofMaxSize(8);
  }
}
