package dev.candor.audit.observed;

import dev.candor.core.Match;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Truths;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.inference.CodebookEntry;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions that a signal's codebook follows: the fewest of those that the code compares its
 * factor with; where these do not tell the observed levels apart, the levels themselves.
 *
 * @param rows the last one is for whatever was not tried
 */
record Fitted(List<Condition> conditions, List<Row> rows) {
  /** A codebook by more is no codebook that anybody wrote. */
  private static final int MOST = 3;

  /** Of what the code compares, the first ones are the most telling. */
  private static final int LOOKED_AT = 8;

  /** Aspects that differ from their factor say which of them is read, not what is compared. */
  private static final String BY = " by ";

  /**
   * @param signal of one factor
   * @param recovered what the code compares factors with
   */
  static Optional<Fitted> of(Signal signal, List<Recovered> recovered) {
    if (signal.factors().size() != 1 || signal.isNoisy()) {
      return Optional.empty();
    }
    String factor = signal.factors().iterator().next();
    Map<String, String> symbols = new LinkedHashMap<>();
    Optional<String> rest = Optional.empty();
    for (CodebookEntry entry : signal.codebook()) {
      rest = entry.rest() ? Optional.of(entry.symbol()) : rest;
      for (String level : entry.levels().getOrDefault(factor, Collections.emptySortedSet())) {
        if (!level.contains(BY)) {
          symbols.put(level, entry.symbol());
        }
      }
    }
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    List<Condition> known = conditions(factor, recovered);
    for (int size = 1; size <= MOST; size++) {
      for (List<Condition> some : choices(known, size, 0)) {
        Optional<Fitted> fitted = fitting(some, symbols, rest.get());
        if (fitted.isPresent()) {
          return fitted;
        }
      }
    }
    return fitting(levels(factor, symbols, rest.get()), symbols, rest.get());
  }

  /** What is compared in the same way is one condition, and each by itself. */
  private static List<Condition> conditions(String factor, List<Recovered> recovered) {
    Map<Match, Set<String>> together = new LinkedHashMap<>();
    List<Condition> all = new ArrayList<>();
    List<Recovered> own =
        recovered.stream()
            .filter(one -> one.factor().equals(factor) && !one.values().isEmpty())
            .limit(LOOKED_AT)
            .toList();
    for (Recovered one : own) {
      condition(factor, one.match(), one.values()).ifPresent(all::add);
      together.computeIfAbsent(one.match(), _ -> new LinkedHashSet<>()).addAll(one.values());
    }
    together.forEach((match, values) ->
        condition(factor, match, List.copyOf(values))
            .filter(one -> all.stream().noneMatch(other -> other.values().equals(one.values())))
            .ifPresent(all::add));
    return all;
  }

  private static Optional<Condition> condition(String factor, Match match, List<String> values) {
    try {
      return Optional.of(
          new Condition(
              id(factor, match), factor, part(factor), match, values.stream().distinct().toList()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a pattern that is none of ours, say
    }
  }

  /** Of addresses the host is compared. */
  static Condition.Part part(String factor) {
    return factor.equals("endpoint") || factor.equals("proxy")
        ? Condition.Part.HOST
        : Condition.Part.WHOLE;
  }

  private static String id(String factor, Match match) {
    return (factor.replaceFirst("^variable:", "") + "-" + match.word())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceFirst("^[^a-z]+", "")
        .replaceFirst("-$", "");
  }

  private static List<List<Condition>> choices(List<Condition> all, int size, int from) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<Condition>> found = new ArrayList<>();
    for (int i = from; i < all.size(); i++) {
      Condition one = all.get(i);
      for (List<Condition> others : choices(all, size - 1, i + 1)) {
        List<Condition> with = new ArrayList<>(List.of(one));
        with.addAll(others);
        if (with.stream().map(Condition::id).distinct().count() == with.size()) {
          found.add(with);
        }
      }
    }
    return found;
  }

  /** For each symbol but the usual one the levels that have it. */
  private static List<Condition> levels(String factor, Map<String, String> symbols, String rest) {
    Map<String, List<String>> bySymbol = new LinkedHashMap<>();
    symbols.forEach((level, symbol) -> {
      if (!symbol.equals(rest)) {
        bySymbol.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(level);
      }
    });
    List<Condition> all = new ArrayList<>();
    for (List<String> levels : bySymbol.values()) {
      all.add(
          new Condition(
              id(factor, Match.EQUAL) + "-" + (all.size() + 1),
              factor,
              part(factor),
              Match.EQUAL,
              levels));
    }
    return all;
  }

  /** Empty where levels of the same truths had different symbols. */
  private static Optional<Fitted> fitting(
      List<Condition> conditions, Map<String, String> symbols, String rest) {
    Map<Truths, String> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : symbols.entrySet()) {
      Truths truths = Truths.ANY;
      for (Condition condition : conditions) {
        truths = truths.and(condition.id(), condition.holds(Optional.of(one.getKey())));
      }
      String before = rows.putIfAbsent(truths, one.getValue());
      if (before != null && !before.equals(one.getValue())) {
        return Optional.empty();
      }
    }
    List<Row> all = new ArrayList<>();
    rows.forEach((truths, symbol) -> all.add(new Row(truths, symbol)));
    all.add(new Row(Truths.ANY, rest));
    return conditions.isEmpty() ? Optional.empty() : Optional.of(new Fitted(conditions, all));
  }
}
