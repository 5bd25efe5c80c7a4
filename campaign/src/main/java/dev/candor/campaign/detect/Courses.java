package dev.candor.campaign.detect;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Tells when accounts came, from what detection knows of them. */
final class Courses {
  private static final int MINUTES_A_DAY = 1_440;
  private static final int HOURS_A_DAY = 24;

  /** Models that are told of a campaign. */
  private static final int MODELS = 3;

  private final Evidence evidence;
  private final BitSet others = new BitSet();
  private final TreeSet<Integer> told = new TreeSet<>();

  Courses(Evidence evidence) {
    this.evidence = evidence;
    others.set(0, evidence.accounts().size());
  }

  /** Of a campaign, with the models to which at least half of its members came. */
  Course of(int[] members) {
    BitSet those = new BitSet();
    Arrays.stream(members).forEach(those::set);
    others.andNot(those);
    List<Integer> models = models(members);
    told.addAll(models);
    return course(those, models);
  }

  /** Of all who are in none of the campaigns that were asked for, with the models of those. */
  Course others() {
    return course(others, told);
  }

  private List<Integer> models(int[] members) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int member : members) {
      evidence.pivot().of(member).keySet().forEach(model -> counts.merge(model, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(model -> model.getValue() >= members.length * Profiling.MOST_OF_THEM)
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MODELS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Course course(BitSet those, Collection<Integer> models) {
    Accounts accounts = evidence.accounts();
    SortedMap<String, SortedMap<LocalDate, Long>> moved = new TreeMap<>();
    for (int model : models) {
      moved.put(
          evidence.pivot().name(model),
          days(those, a -> evidence.pivot().hour(a, model), HOURS_A_DAY));
    }
    return new Course(
        those.cardinality(),
        days(those, a -> accounts.created()[a], MINUTES_A_DAY),
        days(those, a -> accounts.first()[a], MINUTES_A_DAY),
        moved);
  }

  /** How many accounts have their time on which day, where it is known. */
  private static SortedMap<LocalDate, Long> days(BitSet those, IntUnaryOperator time, int aDay) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    those.stream()
        .map(time)
        .filter(at -> at != Accounts.UNKNOWN)
        .forEach(at -> days.merge(LocalDate.ofEpochDay(Math.floorDiv(at, aDay)), 1L, Long::sum));
    return days;
  }
}
