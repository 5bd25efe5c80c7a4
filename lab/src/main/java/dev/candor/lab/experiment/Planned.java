package dev.candor.lab.experiment;

import dev.candor.lab.environment.Environment;

/**
 * A trial to be run.
 *
 * @param number its place in the order, from 1; no two of an experiment have the same
 */
public record Planned(int number, Environment environment, Purpose purpose) {
  Wanted wanted() {
    return new Wanted(environment, purpose);
  }
}
