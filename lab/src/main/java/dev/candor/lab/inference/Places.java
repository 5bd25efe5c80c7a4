package dev.candor.lab.inference;

import dev.candor.core.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** The columns that vary, and what was explained on the way to them. */
final class Places {
  private final List<Facts> facts;
  private final List<Column> columns = new ArrayList<>();
  private final Set<Explained> explained = new LinkedHashSet<>();
  private final Lengths lengths = new Lengths();

  Places(List<Facts> facts) {
    this.facts = List.copyOf(facts);
  }

  int trials() {
    return facts.size();
  }

  Facts facts(int trial) {
    return facts.get(trial);
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  List<Explained> explained() {
    return List.copyOf(explained);
  }

  /** Remembers how long a text is, of which a number may tell. */
  void measure(Map<String, List<Integer>> texts) {
    lengths.add(texts, trials());
  }

  /** Whether it is the length of a text that was sent in the same trial. */
  boolean isLength(Column column) {
    return lengths.explain(column);
  }

  /** Keeps a column, where it varies. */
  void add(Carrier carrier, Column.Kind kind, Map<Integer, String> found) {
    Column column = Column.of(carrier, kind, found, trials());
    if (column.varies()) {
      columns.add(column);
    }
  }

  /** Whether something is there, of those trials that could have it. */
  void there(Carrier carrier, Column.Kind kind, Set<Integer> could, Set<Integer> have) {
    if (have.size() < could.size()) {
      Map<Integer, String> found = new HashMap<>();
      could.forEach(trial -> found.put(trial, have.contains(trial) ? "there" : "not there"));
      add(carrier, kind, found);
    }
  }

  /** Notes what the placeholders of a text stand for. */
  void explain(Carrier carrier, String text) {
    Matcher matcher = Facts.PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      boolean localised = matcher.group(1).equals("locale") && matcher.group(2).startsWith("day");
      explained.add(
          new Explained(
              matcher.group(1),
              localised ? Form.LOCALISED : Form.PLAIN,
              matcher.group(2),
              carrier));
    }
  }
}
