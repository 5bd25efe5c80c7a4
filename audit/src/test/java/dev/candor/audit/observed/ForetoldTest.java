package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Match;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Levels;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.experiment.Wanted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForetoldTest {
  private static final Upheld NOTHING = new Upheld(List.of(), List.of());

  private static final Recovered USERS =
      new Recovered("username", List.of("tatea6", "bipe", "wuma"), Match.EQUAL);

  @Test
  void whereTheCodeTellsNoLevelTheWellKnownOnesAreTried() {
    Design design = design(List.of());
    List<Wanted> trials = trials(design, Set.of("timezone"));

    assertThat(trials).hasSize(48);
    assertThat(trials)
        .extracting(one -> one.environment().differing().keySet())
        .containsOnly(Set.of(), Set.of("timezone"));
    assertThat(zones(trials)).hasSize(40).doesNotHaveDuplicates();
    assertThat(trials)
        .extracting(Wanted::environment)
        .filteredOn(one -> !one.differing().isEmpty())
        .doesNotContainAnyElementsOf(design.trials().stream().map(Planned::environment).toList());
  }

  /** It may be a gate, which a level would close, or take part, for which it needs one. */
  @Test
  void whereOneFactorIsKnownTheOtherIsVariedHalfOfTheTime() {
    List<Wanted> trials = trials(design(List.of(USERS)), Set.of("timezone", "username"));

    List<Wanted> marking =
        trials.stream()
            .filter(one -> one.environment().differing().containsKey("username"))
            .toList();
    assertThat(trials).hasSize(48);
    assertThat(marking).hasSize(24);
    assertThat(zones(marking)).hasSize(12).doesNotHaveDuplicates();
  }

  /** The base's locale is en_NZ.UTF-8: compared with the base, no locale of the list would tell. */
  @Test
  void whereTheBaseIsOneThatTheCodeComparesWithAnotherStandsForIt() {
    List<String> list = List.of("en_NZ", "nl_NL", "zh_CN");
    List<Wanted> trials =
        trials(design(List.of(new Recovered("locale", list, Match.EQUAL))), Set.of("locale"));

    List<String> others =
        trials.stream()
            .map(one -> one.environment().levels().getOrDefault("locale", ""))
            .filter(locale -> list.stream().noneMatch(locale::startsWith))
            .toList();
    assertThat(trials).hasSize(48);
    assertThat(others).hasSize(24).containsOnly(others.getFirst());
  }

  @Test
  void whatNoRoomCanSetIsNotTried() {
    assertThat(trials(design(List.of()), Set.of("moon"))).isEmpty();
  }

  @Test
  void aFlowIsFollowedOnce() {
    Foretold foretold = new Foretold(design(List.of()), List.of(Set.of("timezone")));

    assertThat(foretold.trials(() -> NOTHING, 100)).isNotEmpty();
    assertThat(foretold.trials(() -> NOTHING, 100)).isEmpty();
  }

  private static List<String> zones(List<Wanted> trials) {
    return trials.stream()
        .map(Wanted::environment)
        .filter(one -> one.differing().containsKey("timezone"))
        .map(one -> one.levels().getOrDefault("timezone", ""))
        .toList();
  }

  private static List<Wanted> trials(Design design, Set<String> flow) {
    return new Foretold(design, List.of(flow)).trials(() -> NOTHING, 100);
  }

  private static Design design(List<Recovered> recovered) {
    return Design.of(
        new Design.Wish(
            Environment.base(), Levels.standard(), recovered, List.of(), Budget.STANDARD, 1));
  }
}
