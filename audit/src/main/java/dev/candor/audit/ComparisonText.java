package dev.candor.audit;

import dev.candor.core.Count;
import dev.candor.core.Match;
import dev.candor.core.StaticFindings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a probe is compared with, in lines: {@code equal "a", "b"} for constants, {@code substring
 * table-0a (11 entries)} for tables.
 */
public final class ComparisonText {
  private static final int VALUES = 6;

  private final Map<String, String> sizes = new LinkedHashMap<>();
  private final boolean all;

  /**
   * @param findings whose tables may be referred to
   * @param all whether every constant is shown
   */
  public ComparisonText(StaticFindings findings, boolean all) {
    this.all = all;
    findings
        .tables()
        .forEach(
            table -> sizes.put(table.id(), Count.of(table.entries().size(), "entry", "entries")));
    findings
        .unreadable()
        .forEach(table -> sizes.put(table.id(), Count.of(table.values().size(), "digest")));
  }

  /** First those with tables, then one for each match with constants. */
  public List<String> lines(Collection<Compared> compares) {
    Map<Match, List<String>> constants = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (Compared compared : compares) {
      Match match = compared.match();
      compared.table().ifPresent(table -> lines.add(match.word() + " " + table(table)));
      if (compared.table().isEmpty()) {
        List<String> values = constants.computeIfAbsent(match, k -> new ArrayList<>());
        compared.value().ifPresent(value -> values.add('"' + value + '"'));
      }
    }
    constants.forEach((match, values) -> lines.add(constants(match, values)));
    return lines;
  }

  private String table(String id) {
    return Optional.ofNullable(sizes.get(id)).map(size -> id + " (" + size + ")").orElse(id);
  }

  private String constants(Match match, List<String> values) {
    if (values.isEmpty()) {
      return match.word();
    }
    int shown = all ? values.size() : Math.min(VALUES, values.size());
    return match.word()
        + " "
        + String.join(", ", values.subList(0, shown))
        + (shown < values.size() ? " and " + (values.size() - shown) + " more" : "");
  }
}
