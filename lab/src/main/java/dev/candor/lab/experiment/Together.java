package dev.candor.lab.experiment;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Factors on which one thing depends together, by a reading of the code: an AND, or a gate. */
public record Together(Set<String> factors) {
  public Together {
    factors = Collections.unmodifiableSet(new TreeSet<>(factors));
  }
}
