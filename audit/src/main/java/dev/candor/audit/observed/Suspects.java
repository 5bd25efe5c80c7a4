package dev.candor.audit.observed;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Confirmation.Suspect;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;

/** Says in which environments a signal is expected to show which symbol. */
record Suspects(Environment base, long seed) {
  /** Of a class of levels so many are tried again. */
  private static final int MOST_OF_A_CLASS = 8;

  /**
   * Of more symbols than these some are tried again: a value of the environment in a hidden
   * rendering has as many as levels were tried, and two trials of each of a dozen leave no doubt.
   */
  private static final int MOST_SYMBOLS = 12;

  Suspect of(Signal signal) {
    Map<String, List<Environment>> bySymbol = new LinkedHashMap<>();
    for (CodebookEntry entry : signal.codebook()) {
      bySymbol
          .computeIfAbsent(entry.symbol(), _ -> new ArrayList<>())
          .addAll(holdsBase(entry) ? List.of(base) : environments(entry));
    }
    return new Suspect(name(signal), some(List.copyOf(bySymbol.values())));
  }

  /** By the environments alone, so that signals of the same levels share trials. */
  private List<List<Environment>> some(List<List<Environment>> symbols) {
    if (symbols.size() <= MOST_SYMBOLS) {
      return symbols;
    }
    List<List<Environment>> drawn = new ArrayList<>(symbols);
    drawn.sort(Comparator.comparingInt(this::drawn));
    return List.copyOf(drawn.subList(0, MOST_SYMBOLS));
  }

  /** The base goes before all others, which are in an order that the seed tells. */
  private int drawn(List<Environment> environments) {
    return environments.contains(base)
        ? Integer.MIN_VALUE
        : new Random(seed ^ environments.hashCode()).nextInt();
  }

  static String name(Signal signal) {
    return String.join(" and ", signal.factors()) + " in " + signal.carrier().where();
  }

  /** The base stands for all of its class: what else is tried again differs from it in little. */
  private boolean holdsBase(CodebookEntry entry) {
    Map<String, String> levels = base.of(entry.levels().keySet());
    return entry.levels().entrySet().stream()
        .allMatch(one -> one.getValue().contains(levels.getOrDefault(one.getKey(), "")));
  }

  private List<Environment> environments(CodebookEntry entry) {
    List<Environment> environments = List.of(base);
    for (Map.Entry<String, SortedSet<String>> factor : entry.levels().entrySet()) {
      List<Environment> with = new ArrayList<>();
      for (Environment environment : environments) {
        for (String level : factor.getValue()) {
          with.add(environment.with(factor.getKey(), level));
        }
      }
      // By the class alone, so that signals of equal classes share trials.
      Collections.shuffle(with, new Random(seed ^ factor.getValue().hashCode()));
      environments = with.subList(0, Math.min(MOST_OF_A_CLASS, with.size()));
    }
    return environments;
  }
}
