package dev.candor.audit.terminal;

import dev.candor.audit.compare.Cell;
import dev.candor.audit.compare.Row;
import dev.candor.audit.compare.Told;
import dev.candor.audit.compare.UnreadableBody;
import dev.candor.audit.compare.Versions;
import dev.candor.core.Count;
import dev.candor.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether versions of a tool tell the same.
 *
 * @param names of all columns
 */
record VersionsSection(Page page, List<String> names) {
  private static final int LONGEST_VALUE = 40;

  /** As {@code claude-code@2.1.90 and claude-code@2.1.91: the receipts are the same}. */
  String sentence(Versions versions) {
    String said =
        versions.isSame()
            ? "the receipts are the same"
            : "the receipts differ in "
                + Count.of(versions.differences().size() + versions.unreadable().size(), "place");
    String unsettled =
        versions.unsettled().isEmpty()
            ? ""
            : "; %s %s not tried with both"
                .formatted(
                    Count.of(versions.unsettled().size(), "place"),
                    versions.unsettled().size() == 1 ? "was" : "were");
    return listed(versions.columns())
        + ": "
        + said
        + (versions.inFull() ? "" : ", as far as was seen")
        + unsettled;
  }

  void differences(Versions versions) {
    Map<String, List<String>> items = new LinkedHashMap<>();
    add(items, versions, versions.differences(), VersionsSection::place);
    add(items, versions, versions.unreadable(), VersionsSection::body);
    add(items, versions, versions.unsettled(), VersionsSection::place);
    items.forEach(page::list);
  }

  private <T> void add(
      Map<String, List<String>> items,
      Versions versions,
      List<Row<T, T>> rows,
      Function<T, String> words) {
    for (Row<T, T> row : rows) {
      items
          .computeIfAbsent(title(versions, row), _ -> new ArrayList<>())
          .add(
              words.apply(
                  row.cells().stream().flatMap(c -> c.seen().stream()).toList().getFirst()));
    }
  }

  private <T> String title(Versions versions, Row<T, T> row) {
    List<Integer> telling = new ArrayList<>();
    List<Integer> silent = new ArrayList<>();
    List<Integer> untried = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      int column = versions.columns().get(i);
      switch (row.cells().get(i)) {
        case Cell.Seen<T> _ -> telling.add(column);
        case Cell.NotSeen<T> _ -> silent.add(column);
        case Cell.NotTried<T> _ -> untried.add(column);
      }
    }
    return "Seen of "
        + listed(telling)
        + (silent.isEmpty() ? "" : ", not of " + listed(silent))
        + (untried.isEmpty() ? "" : ", not tried of " + listed(untried));
  }

  private String listed(List<Integer> columns) {
    List<String> all = columns.stream().map(names::get).toList();
    return all.size() == 1
        ? all.getFirst()
        : all.stream().limit(all.size() - 1L).collect(Collectors.joining(", "))
            + " and "
            + all.getLast();
  }

  /** As {@code hostname to api.example.com in POST /log, body /host, plain}. */
  static String place(Told told) {
    return "%s to %s in %s, %s, %s%s"
        .formatted(
            told.fact(),
            told.place().destination(),
            told.place().request(),
            told.place().where(),
            told.place().rendering(),
            told.only()
                .map(value -> ", \"" + Visible.of(value, LONGEST_VALUE) + "\" only")
                .orElse(""));
  }

  static String body(UnreadableBody body) {
    return "a body to %s in %s that nobody can read: %s"
        .formatted(body.destination(), body.request(), body.why());
  }
}
