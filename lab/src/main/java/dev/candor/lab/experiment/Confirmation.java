package dev.candor.lab.experiment;

import dev.candor.lab.environment.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fresh trials for a signal that was seen. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * Trials of each of its symbols, in rounds: each round has one trial of each symbol, in drawn
   * order, so that drift in time does not pass for the signal.
   *
   * @param signal as inference calls it
   * @param symbols for each the environments in which it is expected, at least one; they are taken
   *     in turn
   * @param rounds how many trials of each symbol
   */
  public static List<Wanted> of(
      String signal, List<List<Environment>> symbols, int rounds, long seed) {
    Random random = new Random(seed);
    List<Wanted> all = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Wanted> trials = new ArrayList<>();
      for (int symbol = 0; symbol < symbols.size(); symbol++) {
        List<Environment> environments = symbols.get(symbol);
        trials.add(
            new Wanted(
                environments.get(round % environments.size()),
                new Purpose.Confirmation(signal, symbol)));
      }
      Collections.shuffle(trials, random);
      all.addAll(trials);
    }
    return all;
  }
}
