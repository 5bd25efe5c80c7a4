package dev.candor.lab.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One carrier through all trials.
 *
 * @param symbols what stood there, each once, in the order of the first trial that had it
 * @param at by trial, the number of its symbol; {@link #MISSING} where the trial has no such place
 */
record Column(Carrier carrier, Kind kind, List<String> symbols, int[] at) {
  static final int MISSING = -1;

  /** What varies at the place. */
  enum Kind {
    /** Whether there is such a request. */
    REQUEST,
    /** Whether there is such a header, member or element. */
    THERE,
    /** Which of several texts that have little in common. */
    VARIANT,
    ORDER,
    LETTER_CASE,
    SPACING,
    TEXT,
    NUMBER,
    BYTES,
    /** One property of a value that varies by itself. */
    FEATURE,
    /** The same of a digit in it. */
    DIGIT;

    boolean isFeature() {
      return this == FEATURE || this == DIGIT;
    }
  }

  Column {
    symbols = List.copyOf(symbols);
  }

  /**
   * @param found by trial; trials that are not in it have no such place
   */
  static Column of(Carrier carrier, Kind kind, Map<Integer, String> found, int trials) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] at = new int[trials];
    Arrays.fill(at, MISSING);
    for (int trial = 0; trial < trials; trial++) {
      String symbol = found.get(trial);
      if (symbol != null) {
        at[trial] = numbers.computeIfAbsent(symbol, _ -> numbers.size());
      }
    }
    return new Column(carrier, kind, new ArrayList<>(numbers.keySet()), at);
  }

  boolean varies() {
    return symbols.size() > 1;
  }

  /** Trials that have the place. */
  int[] trials() {
    return IntStream.range(0, at.length).filter(trial -> at[trial] != MISSING).toArray();
  }

  /** The symbols of those trials. */
  int[] at(int[] chosen) {
    return Arrays.stream(chosen).map(trial -> at[trial]).toArray();
  }

  /** The number of the symbol that most trials have. */
  int usual() {
    int[] counts = new int[symbols.size()];
    Arrays.stream(at).filter(symbol -> symbol != MISSING).forEach(symbol -> counts[symbol]++);
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }
}
