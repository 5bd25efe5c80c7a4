package dev.candor.audit;

import dev.candor.core.Location;
import dev.candor.core.Step;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One finding of a rule, in the form that every code-scanning format has.
 *
 * @param fingerprint the same for the same finding in every version of the artifact
 * @param message one or two sentences, what comes from the artifact made visible
 * @param location where to look first
 * @param related further places and what they are
 * @param steps the chain that leads to it, in the order in which the code takes it; empty where
 *     there is none
 * @param properties the finding as data, as stored
 */
public record Finding(
    String fingerprint,
    String message,
    Location location,
    List<Related> related,
    List<Step> steps,
    SortedMap<String, List<String>> properties) {
  public Finding {
    related = List.copyOf(related);
    steps = List.copyOf(steps);
    properties = new TreeMap<>(properties);
  }

  /** A further place and what it is. */
  public record Related(Location location, String what) {}
}
