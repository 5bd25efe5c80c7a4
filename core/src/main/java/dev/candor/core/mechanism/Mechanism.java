package dev.candor.core.mechanism;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an artifact marks what it sends by its environment: conditions, and the symbols that stand
 * for them. {@code docs/mechanism.md} describes the file that holds one.
 *
 * @param name short, lower case with dashes, as {@code claude-code-date}
 * @param summary one or two sentences for people; may be empty
 * @param purl the package, without a version
 * @param versions in which it is, as a VERS range ({@code vers:npm/>=2.1.91|<2.1.198}); empty where
 *     only those are known that were seen
 * @param seen artifacts in which it was found
 * @param established how it was found
 * @param conditions with different ids
 * @param gate when nothing is marked
 * @param marks at least one; those in the same text have the same carrier
 */
public record Mechanism(
    String name,
    String summary,
    String purl,
    String versions,
    List<Seen> seen,
    Established established,
    List<Condition> conditions,
    Gate gate,
    List<Mark> marks) {
  /** More would make tables of truth values that nobody reads. */
  public static final int MOST_CONDITIONS = 16;

  /**
   * @throws IllegalArgumentException if the parts do not fit together; the message says how
   */
  public Mechanism {
    seen = List.copyOf(seen);
    conditions = List.copyOf(conditions);
    marks = List.copyOf(marks);
    if (conditions.size() > MOST_CONDITIONS) {
      throw new IllegalArgumentException("has more than " + MOST_CONDITIONS + " conditions");
    }
    if (marks.isEmpty()) {
      throw new IllegalArgumentException("marks nothing");
    }
    Set<String> ids = new HashSet<>();
    for (Condition condition : conditions) {
      if (!ids.add(condition.id())) {
        throw new IllegalArgumentException("has two conditions " + condition.id());
      }
    }
    gate.closed().forEach(truths -> known(ids, truths.values().keySet(), "the gate"));
    Map<String, Carrier> carriers = new LinkedHashMap<>();
    Set<String> slots = new HashSet<>();
    for (Mark mark : marks) {
      known(ids, mark.conditions(), "a codebook");
      Carrier same = carriers.putIfAbsent(mark.carrier().id(), mark.carrier());
      if (same != null && !same.equals(mark.carrier())) {
        throw new IllegalArgumentException("has two carriers " + mark.carrier().id());
      }
      if (!slots.add(mark.carrier().id() + "{" + mark.slot())) {
        throw new IllegalArgumentException(
            "has two marks at " + mark.carrier().id() + " " + mark.slot());
      }
    }
    carriers.values().forEach(carrier -> filled(carrier, slots));
  }

  private static void known(Set<String> ids, Set<String> used, String where) {
    for (String id : used) {
      if (!ids.contains(id)) {
        throw new IllegalArgumentException(where + " names the condition " + id + ", which is not");
      }
    }
  }

  private static void filled(Carrier carrier, Set<String> slots) {
    if (carrier instanceof Carrier.Text text) {
      for (String slot : text.template().slots()) {
        if (!text.fillers().containsKey(slot) && !slots.contains(text.id() + "{" + slot)) {
          throw new IllegalArgumentException(
              "has a slot {" + slot + "} with neither a mark nor a filler");
        }
      }
    }
  }

  /** What marks stand in, each once. */
  public List<Carrier> carriers() {
    return marks.stream().map(Mark::carrier).distinct().toList();
  }

  /** The marks of a carrier. */
  public List<Mark> marksOf(Carrier carrier) {
    return marks.stream().filter(mark -> mark.carrier().equals(carrier)).toList();
  }

  /** The condition of that id. */
  public Optional<Condition> condition(String id) {
    return conditions.stream().filter(condition -> condition.id().equals(id)).findFirst();
  }

  /** The factors on which it depends, those of the gate included, each once. */
  public List<String> factors() {
    return conditions.stream().map(Condition::factor).distinct().toList();
  }

  /**
   * Which conditions hold.
   *
   * @param levels by factor; an empty one for what is known not to be there. A factor that is not a
   *     key is not known, and neither are its conditions
   */
  public Truths truths(Map<String, Optional<String>> levels) {
    Map<String, Boolean> values = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      Optional<String> level = levels.get(condition.factor());
      if (level != null) {
        values.put(condition.id(), condition.holds(level));
      }
    }
    return new Truths(values);
  }

  /**
   * The symbols that a mark may have: one where enough is known.
   *
   * @param truths of some or all conditions
   */
  public List<String> symbols(Mark mark, Truths truths) {
    List<String> symbols = new ArrayList<>();
    switch (gate.state(truths)) {
      case CLOSED -> symbols.add(mark.unmarked());
      case OPEN -> symbols.addAll(mark.symbols(truths));
      case UNKNOWN -> {
        symbols.add(mark.unmarked());
        symbols.addAll(mark.symbols(truths));
      }
    }
    return symbols.stream().distinct().toList();
  }
}
