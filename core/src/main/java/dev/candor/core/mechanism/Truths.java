package dev.candor.core.mechanism;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which conditions hold.
 *
 * @param values by a condition's id; one that is not a key may hold or not
 */
public record Truths(Map<String, Boolean> values) {
  /** Nothing is known, or anything will do. */
  public static final Truths ANY = new Truths(Map.of());

  public Truths {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The same, and that condition holds or does not. */
  public Truths and(String condition, boolean holds) {
    Map<String, Boolean> more = new LinkedHashMap<>(values);
    more.put(condition, holds);
    return new Truths(more);
  }

  /**
   * Whether the others may be so where these are: no condition holds in one and fails in the other.
   */
  public boolean agreesWith(Truths others) {
    return values.entrySet().stream()
        .allMatch(
            one -> others.values.getOrDefault(one.getKey(), one.getValue()).equals(one.getValue()));
  }

  /** Whether the others are so wherever these are. */
  public boolean implies(Truths others) {
    return others.values.entrySet().stream()
        .allMatch(one -> one.getValue().equals(values.get(one.getKey())));
  }

  /** All ways in which those conditions can be, as far as these leave it open. */
  public List<Truths> over(Collection<String> conditions) {
    List<Truths> all = new ArrayList<>();
    all.add(ANY);
    for (String condition : conditions) {
      Boolean known = values.get(condition);
      List<Truths> longer = new ArrayList<>();
      for (Truths one : all) {
        if (known == null || !known) {
          longer.add(one.and(condition, false));
        }
        if (known == null || known) {
          longer.add(one.and(condition, true));
        }
      }
      all = longer;
    }
    return all;
  }
}
