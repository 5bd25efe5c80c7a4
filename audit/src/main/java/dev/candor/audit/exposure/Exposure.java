package dev.candor.audit.exposure;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Truths;
import dev.candor.text.mechanism.Rendering;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one mechanism would make of an environment.
 *
 * @param readings one for each factor that its conditions look at
 * @param conditions which hold, and by what
 * @param gate whether it would mark at all
 * @param marks the symbols that would be sent
 */
public record Exposure(
    Mechanism mechanism,
    List<Reading> readings,
    List<Held> conditions,
    Gate.State gate,
    List<Sent> marks) {
  /** Whether an environment would be marked. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * @param holds empty where it is not known
   * @param by the values that match
   */
  public record Held(Condition condition, Optional<Boolean> holds, List<String> by) {}

  /**
   * @param symbols one, or those that are possible
   */
  public record Sent(Mark mark, List<String> symbols) {
    /** Whether it is another than where no condition holds. */
    public Answer marked() {
      long marked = symbols.stream().filter(symbol -> !symbol.equals(mark.unmarked())).count();
      return marked == 0 ? Answer.NO : marked == symbols.size() ? Answer.YES : Answer.UNKNOWN;
    }
  }

  public Exposure {
    readings = List.copyOf(readings);
    conditions = List.copyOf(conditions);
    marks = List.copyOf(marks);
  }

  /** By what was read, one reading for each factor. */
  public static Exposure of(Mechanism mechanism, List<Reading> readings) {
    Map<String, Optional<String>> levels = new LinkedHashMap<>();
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Found found ->
            levels.put(found.factor(), Optional.of(level(mechanism, found)));
        case Reading.Absent absent -> levels.put(absent.factor(), Optional.empty());
        case Reading.Unreadable _ -> {}
      }
    }
    Truths truths = mechanism.truths(levels);
    return new Exposure(
        mechanism,
        readings,
        mechanism.conditions().stream().map(one -> held(one, truths, levels)).toList(),
        mechanism.gate().state(truths),
        mechanism.marks().stream()
            .map(mark -> new Sent(mark, mechanism.symbols(mark, truths)))
            .toList());
  }

  /** Of several names for the same the one that a condition knows. */
  private static String level(Mechanism mechanism, Reading.Found found) {
    return found.levels().stream()
        .filter(level ->
            mechanism.conditions().stream()
                .filter(condition -> condition.factor().equals(found.factor()))
                .anyMatch(condition -> !condition.matching(level).isEmpty()))
        .findFirst()
        .orElse(found.levels().getFirst());
  }

  private static Held held(
      Condition condition, Truths truths, Map<String, Optional<String>> levels) {
    Optional<Boolean> holds = Optional.ofNullable(truths.values().get(condition.id()));
    List<String> by =
        Optional.ofNullable(levels.get(condition.factor()))
            .flatMap(level -> level)
            .map(condition::matching)
            .orElse(List.of());
    return new Held(condition, holds, by);
  }

  /** Whether anything would be marked. */
  public Answer marked() {
    if (marks.stream().anyMatch(mark -> mark.marked() == Answer.YES)) {
      return Answer.YES;
    }
    return marks.stream().anyMatch(mark -> mark.marked() == Answer.UNKNOWN)
        ? Answer.UNKNOWN
        : Answer.NO;
  }

  /**
   * The texts that would be sent, with {@code …} for what varies otherwise; those that are known.
   */
  public List<String> texts() {
    return mechanism.carriers().stream()
        .filter(Carrier.Text.class::isInstance)
        .map(Carrier.Text.class::cast)
        .flatMap(text -> text(text).stream())
        .toList();
  }

  private Optional<String> text(Carrier.Text text) {
    Map<String, String> slots = new LinkedHashMap<>();
    text.fillers().keySet().forEach(slot -> slots.put(slot, "…"));
    Truths truths = Truths.ANY;
    for (Held held : conditions) {
      if (held.holds().isPresent()) {
        truths = truths.and(held.condition().id(), held.holds().get());
      }
    }
    Truths known = truths;
    boolean sure =
        mechanism.marksOf(text).stream()
            .allMatch(mark -> mechanism.symbols(mark, known).size() == 1);
    return sure ? Optional.of(Rendering.of(mechanism, text, known, slots)) : Optional.empty();
  }
}
