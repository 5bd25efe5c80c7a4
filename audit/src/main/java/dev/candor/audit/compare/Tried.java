package dev.candor.audit.compare;

import dev.candor.audit.observed.ObservedTrial;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.receipt.Fact;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was tried beside the base environment, by factor. */
final class Tried {
  /** What every trial could have told, in another value where it varied that. */
  private static final Set<String> BASE =
      Environment.base().scene().facts().stream().map(Fact::factor).collect(Collectors.toSet());

  private final Map<String, Set<String>> levels = new HashMap<>();
  private final Map<List<String>, Boolean> asked = new HashMap<>();
  private int size;

  static Tried of(List<ObservedTrial> trials) {
    Tried tried = new Tried();
    trials.forEach(trial -> trial.levels().forEach(tried::add));
    return tried;
  }

  void add(String factor, String level) {
    Set<String> known = levels.computeIfAbsent(factor, _ -> new LinkedHashSet<>());
    if (known.add(level)) {
      size++;
      asked.clear();
      // Facts that levels make, as zh-CN of zh_CN.UTF-8, and a card's number without colons.
      known.add(level.replace('_', '-'));
      known.add(level.replace(":", ""));
    }
  }

  /** How many levels there are. */
  int size() {
    return size;
  }

  /** Whether the base environment has such a fact. */
  static boolean inBase(String fact) {
    return BASE.contains(fact);
  }

  /** Whether some trial had such a fact at all. */
  boolean has(String fact) {
    return inBase(fact) || levels.containsKey(factor(fact));
  }

  /** Whether it is of a level beside the base that some trial had. */
  boolean has(String fact, String value) {
    return asked.computeIfAbsent(
        List.of(fact, value),
        _ ->
            levels.getOrDefault(factor(fact), Set.of()).stream()
                .anyMatch(level -> level.contains(value)));
  }

  /** Of which factor's level a fact comes. */
  private static String factor(String fact) {
    if (fact.equals("home")) {
      return "username";
    }
    return fact.startsWith("variable ") && !fact.equals("variable name")
        ? Environment.VARIABLE + fact.substring("variable ".length())
        : fact;
  }
}
