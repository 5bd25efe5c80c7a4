package dev.candor.lab.inference;

import java.util.List;

/**
 * What an experiment tells.
 *
 * @param signals what depends on the environment, unexplained, at a false discovery rate of 1 %
 * @param candidates what seems to, on too few trials: to be tried again in fresh ones
 * @param explained where values of the environment can be read
 * @param noise what varies without it
 */
public record Inference(
    List<Signal> signals, List<Signal> candidates, List<Explained> explained, List<Noise> noise) {
  public Inference {
    signals = List.copyOf(signals);
    candidates = List.copyOf(candidates);
    explained = List.copyOf(explained);
    noise = List.copyOf(noise);
  }

  /**
   * Of the trials of one experiment. Equal trials and seed give an equal inference.
   *
   * @param seed of what is drawn
   */
  public static Inference of(List<Traffic> trials, long seed) {
    return new Inferring(trials, seed).inference();
  }
}
