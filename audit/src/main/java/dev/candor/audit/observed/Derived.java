package dev.candor.audit.observed;

import dev.candor.core.Match;
import dev.candor.core.Subject;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Truths;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The mechanism that confirmed signals in texts make: each a mark of its own, its conditions what
 * the code was seen to compare. Signals that are no texts, or of two factors at once, are in the
 * report only.
 */
public final class Derived {
  private static final int LONGEST_NAME = 58;

  private final List<Condition> conditions = new ArrayList<>();
  private final List<Truths> closed = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  private Derived() {}

  /**
   * @param subject what was audited
   * @param recovered what its code compares factors with
   */
  public static Optional<Mechanism> of(
      Subject subject, Observed observed, List<Recovered> recovered, Established established) {
    Derived derived = new Derived();
    observed.signals().stream()
        .map(Confirmed::signal)
        .filter(signal -> signal.form().isUnnoticed())
        .forEach(signal -> derived.add(signal, recovered));
    if (derived.marks.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Mechanism(
            name(observed.tool()),
            "",
            subject.purl().replaceFirst("@[^@/]*$", ""),
            "",
            List.of(new Seen(subject.purl(), subject.digest())),
            established,
            derived.conditions,
            new Gate(derived.closed, false),
            derived.marks));
  }

  private static String name(String tool) {
    String name = tool.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String whole = name.matches("[a-z].*") ? name : "tool-" + name;
    return whole.substring(0, Math.min(LONGEST_NAME, whole.length())) + "-marks";
  }

  private void add(Signal signal, List<Recovered> recovered) {
    int conditionsBefore = conditions.size();
    int closedBefore = closed.size();
    fitting(signal, recovered)
        .ifPresentOrElse(
            marks::add,
            () -> {
              conditions.subList(conditionsBefore, conditions.size()).clear();
              closed.subList(closedBefore, closed.size()).clear();
            });
  }

  /** Empty also for what is too much for a mechanism, or what no file can hold. */
  private Optional<Mark> fitting(Signal signal, List<Recovered> recovered) {
    try {
      return mark(signal, recovered).filter(_ -> conditions.size() <= Mechanism.MOST_CONDITIONS);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Mark> mark(Signal signal, List<Recovered> recovered) {
    String id = "text-" + (marks.size() + 1);
    Optional<Fitted> fitted = Fitted.of(signal, recovered);
    Optional<Carrier.Text> text =
        Sentence.around(id, signal.carrier(), signal.carrier().where().replaceFirst("^body ", ""));
    if (fitted.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> renamed = new LinkedHashMap<>();
    fitted.get().conditions().forEach(condition -> renamed.put(condition.id(), known(condition)));
    List<Row> rows =
        fitted.get().rows().stream()
            .map(row -> new Row(renamed(row.when(), renamed), row.symbol()))
            .toList();
    signal
        .gates()
        .forEach((factor, levels) -> {
          Condition gate =
              new Condition(
                  "gate-" + (closed.size() + 1), factor, Match.EQUAL, List.copyOf(levels));
          closed.add(Truths.ANY.and(known(gate), true));
        });
    return Optional.of(new Mark(text.get(), Sentence.SLOT, signal.form(), rows));
  }

  private static Truths renamed(Truths truths, Map<String, String> names) {
    Map<String, Boolean> values = new LinkedHashMap<>();
    truths.values().forEach((id, holds) -> values.put(names.getOrDefault(id, id), holds));
    return new Truths(values);
  }

  /** The id of such a condition, which is added where there is none. */
  private String known(Condition condition) {
    for (Condition other : conditions) {
      if (other.factor().equals(condition.factor())
          && other.match() == condition.match()
          && other.values().equals(condition.values())) {
        return other.id();
      }
    }
    boolean taken = conditions.stream().anyMatch(other -> other.id().equals(condition.id()));
    String id = taken ? condition.id() + "-" + (conditions.size() + 1) : condition.id();
    conditions.add(
        new Condition(
            id, condition.factor(), condition.part(), condition.match(), condition.values()));
    return id;
  }
}
