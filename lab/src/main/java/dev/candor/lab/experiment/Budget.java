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
 * @param reserve trials beyond these, for what a reading of the code foretells and they do not show
 */
public record Budget(OptionalInt trials, Optional<Duration> time, boolean thorough, int reserve) {
  /** Of an audit that nobody has told otherwise. */
  public static final Budget STANDARD =
      new Budget(OptionalInt.of(60), Optional.empty(), false, 100);

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
    if (reserve < 0 || reserve > MOST) {
      throw new IllegalArgumentException("a reserve is of 0 to " + MOST + " trials");
    }
    if (trials.isEmpty() && time.isEmpty() && !thorough) {
      throw new IllegalArgumentException("a budget is of trials or time");
    }
  }

  public static Budget trials(int trials) {
    return new Budget(OptionalInt.of(trials), Optional.empty(), false, 0);
  }

  public static Budget time(Duration time) {
    return new Budget(OptionalInt.empty(), Optional.of(time), false, 0);
  }

  /** Each level that is known, however long that takes. */
  public static Budget everything() {
    return new Budget(OptionalInt.empty(), Optional.empty(), true, 0);
  }

  /** How many trials there may be, all together. */
  public int most() {
    return trials.orElse(MOST) + reserve;
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
