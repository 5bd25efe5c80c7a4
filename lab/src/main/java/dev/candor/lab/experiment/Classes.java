package dev.candor.lab.experiment;

import dev.candor.core.Match;
import dev.candor.lab.experiment.LevelClass.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What can be tried, in classes, after what was recovered has been made into levels.
 *
 * @param recovered in the order in which it came; what two of these match together behind them
 * @param dictionary those that are known from elsewhere
 * @param untried what was recovered and cannot be tried, and why
 */
record Classes(List<LevelClass> recovered, List<LevelClass> dictionary, List<Untried> untried) {
  /** Of two lists, so many members of both at once are made. */
  private static final int BOTH = 4;

  /** So many pairs of lists are taken together, the first ones. */
  private static final int PAIRS = 3;

  static Classes of(Levels levels, List<Recovered> recovered, Random random) {
    List<LevelClass> classes = new ArrayList<>();
    List<Untried> untried = new ArrayList<>();
    List<Recovered> used = new ArrayList<>();
    for (Recovered found : new LinkedHashSet<>(recovered)) {
      if (!levels.of().containsKey(found.factor())) {
        untried.add(new Untried(found.factor(), found.values(), "no such factor can be set"));
        continue;
      }
      LevelClass made = made(levels, found, untried);
      if (!made.candidates().isEmpty()) {
        classes.add(made);
        used.add(found);
      }
    }
    classes = withBoth(classes, used, levels, random);
    List<LevelClass> dictionary = new ArrayList<>();
    levels.of().values().forEach(one -> dictionary.addAll(one.dictionary()));
    return new Classes(List.copyOf(classes), List.copyOf(dictionary), List.copyOf(untried));
  }

  /** What two lists match together stands behind the second of them. */
  private static List<LevelClass> withBoth(
      List<LevelClass> classes, List<Recovered> used, Levels levels, Random random) {
    List<LevelClass> all = new ArrayList<>();
    int pairs = 0;
    for (int i = 0; i < used.size(); i++) {
      all.add(classes.get(i));
      for (int j = 0; j < i && pairs < PAIRS; j++) {
        Optional<LevelClass> both = both(levels, used.get(j), used.get(i), random);
        both.ifPresent(all::add);
        pairs += both.isPresent() ? 1 : 0;
      }
    }
    return all;
  }

  private static LevelClass made(Levels levels, Recovered found, List<Untried> untried) {
    Witnesses witnesses = new Witnesses(found.factor(), levels.known(found.factor()));
    Set<String> seen = new LinkedHashSet<>();
    List<Candidate> candidates = new ArrayList<>();
    List<String> without = new ArrayList<>();
    List<String> values =
        found.match() == Match.PRESENCE && found.values().isEmpty() ? List.of("") : found.values();
    int turn = 0;
    for (String value : values) {
      Optional<Candidate> candidate = witnesses.of(value, found.match(), turn++);
      candidate.filter(one -> seen.add(one.level())).ifPresent(candidates::add);
      if (candidate.isEmpty()) {
        without.add(value);
      }
    }
    if (!without.isEmpty()) {
      untried.add(new Untried(found.factor(), without, "no level is known that matches"));
    }
    return new LevelClass(found.factor(), name(found), Origin.RECOVERED, candidates);
  }

  private static String name(Recovered found) {
    return found.values().size() == 1
        ? found.match().word() + " " + found.values().getFirst()
        : found.match().word() + ", one of " + found.values().size();
  }

  private static Optional<LevelClass> both(
      Levels levels, Recovered one, Recovered other, Random random) {
    if (!one.factor().equals(other.factor())) {
      return Optional.empty();
    }
    Witnesses witnesses = new Witnesses(one.factor(), levels.known(one.factor()));
    List<String> ones = drawn(one.values(), random);
    List<String> others = drawn(other.values(), random);
    Set<Candidate> candidates = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      witnesses
          .both(ones.get(i), one.match(), others.get(i), other.match())
          .ifPresent(candidates::add);
    }
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LevelClass(
                one.factor(),
                name(one) + " and " + name(other),
                Origin.COMBINED,
                List.copyOf(candidates)));
  }

  private static List<String> drawn(List<String> values, Random random) {
    List<String> drawn = new ArrayList<>(values);
    Collections.shuffle(drawn, random);
    return drawn.subList(0, Math.min(BOTH, drawn.size()));
  }
}
