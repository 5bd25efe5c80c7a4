package dev.candor.lab.inference;

import dev.candor.core.Form;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.inference.Attribution.Explanation;
import dev.candor.wire.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The way from observations to an inference. */
final class Inferring {
  /** A carrier that varies by itself is asked for its symbols, or for features of so many. */
  private static final int FEW = 8;

  /** What varies by itself is worth fresh trials where most of such would be discoveries. */
  private static final double WORTH_TRYING = 0.25;

  /** In so many equal trials a place that varies by itself would mostly have varied. */
  private static final int SEVERAL = 3;

  private final List<Traffic> trials;
  private final long seed;
  private final LevelTable levels;
  private final int[] environments;

  Inferring(List<Traffic> trials, long seed) {
    this.trials = List.copyOf(trials);
    this.seed = seed;
    levels = new LevelTable(trials);
    environments = levels.environments();
  }

  /** A column that may depend on factors, and the one that it is part of. */
  private record Finding(Column column, Column whole, Explanation explanation) {}

  private record Same(
      List<String> factors,
      SortedMap<String, SortedSet<String>> gates,
      Form form,
      List<CodebookEntry> codebook) {}

  Inference inference() {
    Places places = places();
    Attribution values = new Attribution(levels, seed);
    Attribution features = new Attribution(levels, ~seed);
    Map<Column, Finding> findings = new LinkedHashMap<>();
    List<Column> varying = places.columns().stream().filter(c -> !isExplained(c)).toList();
    for (Column column : varying) {
      if (places.isLength(column)) {
        continue;
      }
      finding(column, values, features).ifPresent(found -> findings.put(column, found));
    }
    double[] ofValues = values.adjusted();
    double[] ofFeatures = features.adjusted();
    List<Explained> explained = new ArrayList<>(places.explained());
    List<Noise> noise = new ArrayList<>();
    Map<Same, Signal> sure = new LinkedHashMap<>();
    Map<Same, Signal> unsure = new LinkedHashMap<>();
    for (Column column : varying) {
      Finding found = findings.get(column);
      if (found == null) {
        noise.add(noise(column));
        continue;
      }
      if (isOfLocale(found, places)) {
        explained.add(
            new Explained("locale", Form.LOCALISED, "sign", shown(found.column().carrier())));
        continue;
      }
      boolean isFeature = found.column().kind().isFeature();
      int index = found.explanation().index();
      // Half the rate for either family: many features must not drown the few places.
      double adjusted = Math.min(1, 2 * (isFeature ? ofFeatures[index] : ofValues[index]));
      boolean isSure = adjusted <= Discovery.RATE;
      if (!isSure && !isWorthTrying(found, adjusted)
          || !add(found, adjusted, isSure ? sure : unsure)) {
        noise.add(noise(column));
      }
    }
    unsure.keySet().removeAll(sure.keySet());
    List<Signal> candidates = new ArrayList<>(Rewording.of(unsure.values(), sure.values()));
    candidates.sort(Comparator.comparingDouble(signal -> signal.significance().p()));
    List<Explained> readable =
        explained.stream()
            .map(e -> new Explained(e.factor(), e.form(), e.rendering(), shown(e.carrier())))
            .distinct()
            .toList();
    return new Inference(Rewording.of(sure.values(), unsure.values()), candidates, readable, noise);
  }

  private Places places() {
    List<Facts> facts = new ArrayList<>();
    Map<Environment, List<Facts.Known>> read = new HashMap<>();
    for (Traffic trial : trials) {
      List<Instant> times =
          trial.exchanges().stream().map(Exchange::timing).map(t -> t.started()).sorted().toList();
      Instant from = times.isEmpty() ? Instant.EPOCH : times.getFirst();
      facts.add(
          Facts.of(trial.environment(), from, times.isEmpty() ? from : times.getLast(), read));
    }
    Places places = new Places(facts);
    RequestColumns columns = new RequestColumns(places);
    Requests.Aligned aligned = Requests.of(trials, facts);
    TreeSet<Integer> all = new TreeSet<>(IntStream.range(0, trials.size()).boxed().toList());
    aligned.requests().forEach(requests -> columns.collect(requests, all));
    aligned
        .retries()
        .forEach(again ->
            places.add(
                Carrier.of(again.name(), "request (sent again)"),
                Column.Kind.REQUEST,
                again.again()));
    return places;
  }

  /** A value of the environment stands there, readable. */
  private static boolean isExplained(Column column) {
    return column.kind() == Column.Kind.TEXT
        && column.symbols().stream().anyMatch(symbol -> symbol.contains(Facts.OPEN));
  }

  private Optional<Finding> finding(Column column, Attribution values, Attribution features) {
    if (!isNoisy(column)) {
      return values.of(column, false).map(found -> new Finding(column, column, found));
    }
    List<Column> asked = new ArrayList<>();
    if (column.symbols().size() <= FEW) {
      asked.add(column);
    }
    boolean isValue = column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.NUMBER;
    if (isValue && column.symbols().size() > FEW) {
      asked.addAll(Features.of(column));
    }
    Finding best = null;
    for (Column one : asked) {
      Attribution family = one.kind().isFeature() ? features : values;
      Optional<Explanation> found = family.of(one, true);
      if (found.isPresent() && (best == null || found.get().p() < best.explanation().p())) {
        best = new Finding(one, column, found.get());
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether equal environments had different symbols, or nothing says that they would not. */
  private boolean isNoisy(Column column) {
    int[] chosen = column.trials();
    int[] environment = Arrays.stream(chosen).map(trial -> environments[trial]).toArray();
    return !Permutation.isFunction(environment, column.at(chosen))
        || column.symbols().size() > FEW && column.symbols().size() > chosen.length / 2;
  }

  private boolean isOfLocale(Finding found, Places places) {
    Column column = found.column();
    return column.kind() == Column.Kind.TEXT
        && found.explanation().factors().equals(List.of("locale"))
        && Arrays.stream(column.trials())
            .allMatch(
                trial -> places.facts(trial).isOfLocale(column.symbols().get(column.at()[trial])));
  }

  private boolean isWorthTrying(Finding found, double q) {
    return found.explanation().determined()
            && found.column().equals(found.whole())
            && isSteady(found.column())
        || q <= WORTH_TRYING;
  }

  /** Whether some environment had the place several times, with the same symbol. */
  private boolean isSteady(Column column) {
    Map<Integer, Integer> times = new HashMap<>();
    for (int trial : column.trials()) {
      times.merge(environments[trial], 1, Integer::sum);
    }
    return times.values().stream().anyMatch(n -> n >= SEVERAL);
  }

  private static Noise noise(Column column) {
    return new Noise(shown(column.carrier()), column.symbols().size(), column.trials().length);
  }

  private static Carrier shown(Carrier carrier) {
    return carrier.spanning(
        Facts.shown(carrier.before()), Facts.shown(carrier.span()), Facts.shown(carrier.after()));
  }

  /** Whether the codebook parts any levels: there may be a dependence too faint to tell which. */
  private boolean add(Finding found, double q, Map<Same, Signal> into) {
    Column column = found.column();
    Explanation explanation = found.explanation();
    Form form = Forms.of(column);
    Optional<Gating> gating =
        explanation.determined()
            ? Gating.of(column, explanation.factors(), levels)
            : Optional.empty();
    List<String> factors = gating.map(one -> List.of(one.trigger())).orElse(explanation.factors());
    int[] chosen = column.trials();
    List<CodebookEntry> codebook =
        Codebook.of(column, factors, levels, gating.map(Gating::open).orElse(chosen));
    if (codebook.stream().map(CodebookEntry::symbol).distinct().count() < 2) {
      return false;
    }
    SortedMap<String, SortedSet<String>> gates = new TreeMap<>();
    gating.ifPresent(one -> gates.put(one.gate(), one.closed()));
    Carrier carrier = shown(column.carrier());
    Same same = new Same(factors, gates, form, codebook);
    Signal before = into.get(same);
    if (before != null) {
      into.put(same, before.also(carrier));
      return true;
    }
    int[] classes = levels.of(explanation.factors(), chosen);
    into.put(
        same,
        new Signal(
            new TreeSet<>(factors),
            gates,
            form,
            carrier,
            List.of(),
            codebook,
            symbols(column, chosen),
            Capacity.of(merged(classes, codebook, explanation, chosen), column.at(chosen), seed),
            new Significance(explanation.test(), explanation.p(), q, chosen.length)));
    return true;
  }

  private SortedMap<Integer, String> symbols(Column column, int[] chosen) {
    SortedMap<Integer, String> symbols = new TreeMap<>();
    for (int trial : chosen) {
      symbols.put(trials.get(trial).trial(), Facts.shown(column.symbols().get(column.at()[trial])));
    }
    return symbols;
  }

  /** Levels of one class are one input; the channel from each level would seem wider by chance. */
  private int[] merged(
      int[] classes, List<CodebookEntry> codebook, Explanation explanation, int[] chosen) {
    if (explanation.determined()) {
      return classes;
    }
    Map<List<String>, String> symbols = new HashMap<>();
    return LevelTable.numbered(
        Arrays.stream(chosen)
            .mapToObj(
                trial -> explanation.factors().stream().map(f -> levels.level(trial, f)).toList())
            .map(key -> symbols.computeIfAbsent(key, k -> symbol(codebook, explanation, k)))
            .toList());
  }

  private static String symbol(
      List<CodebookEntry> codebook, Explanation explanation, List<String> key) {
    return codebook.stream()
        .filter(entry -> {
          for (int i = 0; i < key.size(); i++) {
            if (!entry
                .levels()
                .getOrDefault(explanation.factors().get(i), Collections.emptySortedSet())
                .contains(key.get(i))) {
              return false;
            }
          }
          return true;
        })
        .findFirst()
        .map(CodebookEntry::symbol)
        .orElse("");
  }
}
