package dev.candor.cli.recall;

import dev.candor.core.Comparison;
import dev.candor.core.HiddenTable;
import dev.candor.core.Match;
import dev.candor.core.StaticFindings;
import dev.candor.core.UnreadableTable;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether reported comparisons of a factor are those of a label. */
final class ComparisonFit {
  private final List<Comparison> compares;
  private final Examined one;

  ComparisonFit(List<Comparison> compares, Examined one) {
    this.compares = compares;
    this.one = one;
  }

  boolean fits(Condition condition, Label label) {
    List<String> values = condition.values();
    return switch (condition.match()) {
      case EQUAL -> hold(Match.EQUAL, values);
      case SUFFIX -> hold(Match.DOT_SUFFIX, values);
      case SUBSTRING -> hold(Match.SUBSTRING, values);
      case PREFIX -> hold(Match.PREFIX, values);
      case DIGEST -> label.unreadable().stream().anyMatch(digests -> hold(Match.DIGEST, digests));
      // The variable's name is told by what is read.
      case SET, UNSET -> any(compared -> compared.match() == Match.PRESENCE);
      case DERIVED ->
          any(compared ->
              Set.of(Match.EQUAL, Match.SUBSTRING, Match.PATTERN, Match.RANGE)
                      .contains(compared.match())
                  && values.stream().anyMatch(value -> derived(values(compared), value)));
    };
  }

  private boolean any(Predicate<Comparison> test) {
    return compares.stream().anyMatch(test);
  }

  /** One comparison, or several one after the other, hold all that is wanted and little else. */
  private boolean hold(Match match, Collection<String> wanted) {
    Set<String> joined = new HashSet<>();
    for (Comparison compared : compares) {
      Set<String> values = values(compared);
      if (compared.match() != match || Collections.disjoint(values, wanted)) {
        continue;
      }
      if (holds(values, wanted)) {
        return true;
      }
      // Another specimen's values must not fill a gap.
      if (one.holds(compared.location())) {
        joined.addAll(values);
      }
    }
    return holds(joined, wanted);
  }

  private static boolean holds(Set<String> values, Collection<String> wanted) {
    return values.containsAll(wanted) && values.size() <= 2 * wanted.size();
  }

  private Set<String> values(Comparison compared) {
    StaticFindings findings = one.findings();
    Set<String> values = new HashSet<>(compared.values());
    compared
        .table()
        .ifPresent(id ->
            Stream.concat(
                    findings.tables().stream()
                        .filter(t -> t.id().equals(id))
                        .map(HiddenTable::entries),
                    findings.unreadable().stream()
                        .filter(t -> t.id().equals(id))
                        .map(UnreadableTable::values))
                .forEach(values::addAll));
    return values;
  }

  /** Offsets are compared in minutes or hours. */
  private static boolean derived(Set<String> values, String wanted) {
    return values.contains(wanted)
        || (wanted.matches("-?\\d+")
            && values.contains(Integer.toString(Integer.parseInt(wanted) / 60)));
  }
}
