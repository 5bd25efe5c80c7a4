package dev.candor.audit.observed;

import dev.candor.lab.experiment.Budget;
import java.time.Duration;

/**
 * What was asked of an experiment, by which it can be asked for again.
 *
 * @param budget how much might be tried
 * @param prompt what the tool was asked to do
 * @param time that one trial might take
 */
public record Asked(Budget budget, String prompt, Duration time) {
  static Asked of(Observer.Wish wish) {
    return new Asked(wish.budget(), wish.tool().prompt(), wish.tool().bounds().time());
  }
}
