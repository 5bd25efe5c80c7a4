package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;

/**
 * Whether fresh trials show what earlier ones foretold of a signal. The earlier ones foretell the
 * symbol of levels that had it always, or nearly so in several trials.
 *
 * @param foretold fresh trials of which the symbol was foretold
 * @param agreeing of these, those that had it
 * @param p how often dealing the fresh trials' symbols anew gives as many that agree, in (0, 1]; of
 *     {@value #DEALS} deals
 */
public record Corroboration(int foretold, int agreeing, double p) {
  private static final int DEALS = 20_000;

  /** Of levels whose symbols vary, in so many trials this part must be one symbol. */
  private static final int SEVERAL = 4;

  private static final double NEARLY = 0.9;

  /**
   * Of the trials of which the signal was inferred.
   *
   * @param trials all, the fresh ones too
   * @param fresh numbers of trials that were run because of signals
   */
  public static Corroboration of(
      Signal signal, List<Traffic> trials, Set<Integer> fresh, long seed) {
    Map<List<String>, List<String>> earlier = new HashMap<>();
    for (Traffic trial : trials) {
      String symbol = signal.symbols().get(trial.trial());
      if (symbol != null && !fresh.contains(trial.trial())) {
        earlier.computeIfAbsent(levels(signal, trial), _ -> new ArrayList<>()).add(symbol);
      }
    }
    Map<List<String>, Optional<String>> usual = new HashMap<>();
    earlier.forEach((levels, had) -> usual.put(levels, usual(had)));
    List<String> symbols = new ArrayList<>();
    List<Optional<String>> foretold = new ArrayList<>();
    for (Traffic trial : trials) {
      String symbol = signal.symbols().get(trial.trial());
      if (symbol != null && fresh.contains(trial.trial())) {
        symbols.add(symbol);
        foretold.add(usual.getOrDefault(levels(signal, trial), Optional.empty()));
      }
    }
    int agreeing = agreeing(symbols, foretold);
    int all = (int) foretold.stream().filter(Optional::isPresent).count();
    List<String> dealt = new ArrayList<>(symbols);
    Random random = new Random(seed);
    int asMany = 0;
    for (int deal = 0; deal < DEALS; deal++) {
      Collections.shuffle(dealt, random);
      asMany += agreeing(dealt, foretold) >= agreeing ? 1 : 0;
    }
    return new Corroboration(all, agreeing, (asMany + 1.0) / (DEALS + 1.0));
  }

  private static List<String> levels(Signal signal, Traffic trial) {
    SortedMap<String, String> levels = trial.environment().of(signal.all());
    List<String> all = new ArrayList<>();
    signal.factors().forEach(factor -> all.add(levels.getOrDefault(factor, "")));
    // Of a gate it matters only whether it is closed: which level keeps it open does not.
    signal
        .gates()
        .forEach((gate, closed) ->
            all.add(closed.contains(levels.getOrDefault(gate, "")) ? "closed" : "open"));
    return all;
  }

  private static Optional<String> usual(List<String> symbols) {
    for (String symbol : symbols) {
      int same = Collections.frequency(symbols, symbol);
      if (same == symbols.size() || symbols.size() >= SEVERAL && same >= NEARLY * symbols.size()) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }

  private static int agreeing(List<String> symbols, List<Optional<String>> foretold) {
    int agreeing = 0;
    for (int i = 0; i < symbols.size(); i++) {
      agreeing += foretold.get(i).filter(symbols.get(i)::equals).isPresent() ? 1 : 0;
    }
    return agreeing;
  }
}
