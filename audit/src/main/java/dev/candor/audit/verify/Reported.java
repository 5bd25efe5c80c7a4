package dev.candor.audit.verify;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.lab.environment.Environment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A report that satisfies the schema. */
public final class Reported {
  /** Experiments have at most 20,000, and a few that are run anew. */
  private static final int MOST_TRIALS = 100_000;

  private static final int MOST_SIGNALS = 20_000;

  private final At root;
  private final boolean ours;
  private final Map<String, At> trials = new TreeMap<>();
  private final Map<String, Environment> environments = new HashMap<>();
  private final Report expected;

  /**
   * @param engine that looks at it
   * @throws IllegalArgumentException if what it tells cannot be
   */
  Reported(JsonNode json, Engine engine) {
    root = new At("", json);
    ours = root.get("engine").text("version").equals(engine.version());
    List<At> listed = observed().each("environments");
    if (listed.size() > MOST_TRIALS || signals().size() > MOST_SIGNALS) {
      throw new IllegalArgumentException("more trials or signals than any audit has");
    }
    for (At trial : listed) {
      trials.putIfAbsent(trial.get("trial").json().asString(""), trial);
    }
    expected = new Rebuilding(root).expected();
  }

  At root() {
    return root;
  }

  /** Of no value in the report of a scan alone. */
  At observed() {
    return root.get("observed");
  }

  boolean hasTrials() {
    return root.has("observed");
  }

  /** The first trial of that number. */
  Optional<At> trial(String number) {
    return Optional.ofNullable(trials.get(number));
  }

  /** The environment of the first trial of that number, as far as this Candor knows the base. */
  Optional<Environment> environment(String number) {
    return trial(number)
        .map(trial ->
            environments.computeIfAbsent(
                number, _ -> Environment.differing(RebuildingObserved.texts(trial, "levels"))));
  }

  /** Confirmed signals, then those that are not. */
  Map<String, At> signals() {
    Map<String, At> all = new LinkedHashMap<>();
    for (String list : new String[] {"signals", "unconfirmed"}) {
      observed().each(list).forEach(signal -> all.put(signal.pointer(), signal));
    }
    return all;
  }

  /**
   * Whether this version of Candor wrote it: then all that follows from other members must read as
   * it would be written today.
   */
  boolean isOurs() {
    return ours;
  }

  /** What this Candor concludes from what the report says was found. */
  public Report expected() {
    return expected;
  }
}
