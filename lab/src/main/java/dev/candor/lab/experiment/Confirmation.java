package dev.candor.lab.experiment;

import dev.candor.lab.environment.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fresh trials for signals that were seen. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * A signal that is to be seen again.
   *
   * @param signal as inference calls it
   * @param symbols for each the environments in which it is expected, at least one; they are taken
   *     in turn
   */
  public record Suspect(String signal, List<List<Environment>> symbols) {
    public Suspect {
      symbols = symbols.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Trials of each symbol of each, in rounds: each round has one trial of each symbol, in drawn
   * order, so that drift in time does not pass for a signal. A trial that several suspects ask for
   * serves them all.
   *
   * @param rounds how many trials of each symbol
   */
  public static List<Wanted> of(List<Suspect> suspects, int rounds, long seed) {
    Random random = new Random(seed);
    List<Wanted> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Wanted> trials = new ArrayList<>(round(suspects, round).values());
      Collections.shuffle(trials, random);
      all.addAll(trials);
    }
    return all;
  }

  private static Map<Environment, Wanted> round(List<Suspect> suspects, int round) {
    Map<Environment, Wanted> trials = new LinkedHashMap<>();
    for (Suspect suspect : suspects) {
      for (int symbol = 0; symbol < suspect.symbols().size(); symbol++) {
        List<Environment> environments = suspect.symbols().get(symbol);
        Environment environment = environments.get(round % environments.size());
        trials.putIfAbsent(
            environment,
            new Wanted(environment, new Purpose.Confirmation(suspect.signal(), symbol)));
      }
    }
    return trials;
  }
}
