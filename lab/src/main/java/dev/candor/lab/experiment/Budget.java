package dev.candor.lab.experiment;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much may be tried. A third is kept for trials that what was seen calls for: confirmations.
 *
 * @param trials at most, all together; at least 2
 * @param time after which no trial begins
 * @param thorough whether each level is tried that is known; without a number, as many trials as
 *     that takes
 */
public record Budget(OptionalInt trials, Optional<Duration> time, boolean thorough) {
  /** Of an audit that nobody has told otherwise. */
  public static final Budget STANDARD = trials(60);

  /** No design is longer. */
  static final int MOST = 20_000;

  /** Of so many, one is kept. */
  private static final int KEPT = 3;

  public Budget {
    if (trials.isPresent() && (trials.getAsInt() < 2 || trials.getAsInt() > MOST)) {
      throw new IllegalArgumentException("a budget is of 2 to " + MOST + " trials");
    }
    if (time.isPresent() && !time.get().isPositive()) {
      throw new IllegalArgumentException("a budget of time is positive");
    }
    if (trials.isEmpty() && time.isEmpty() && !thorough) {
      throw new IllegalArgumentException("a budget is of trials or time");
    }
  }

  public static Budget trials(int trials) {
    return new Budget(OptionalInt.of(trials), Optional.empty(), false);
  }

  public static Budget time(Duration time) {
    return new Budget(OptionalInt.empty(), Optional.of(time), false);
  }

  /** Each level that is known, however long that takes. */
  public static Budget everything() {
    return new Budget(OptionalInt.empty(), Optional.empty(), true);
  }

  /** Of how many trials a design may be. */
  public int designed() {
    return trials.isPresent() ? trials.getAsInt() - trials.getAsInt() / KEPT : MOST;
  }

  /** How long trials of the design begin. */
  public Optional<Duration> designedTime() {
    return time.map(all -> all.minus(all.dividedBy(KEPT)));
  }
}
