package dev.candor.audit.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Makes rows of what columns hold. */
final class Rows {
  private Rows() {}

  /**
   * One row a key, in the order in which columns have them.
   *
   * @param tried whether a column that has nothing there could have some of it
   */
  static <K, T> List<Row<K, T>> byKey(
      List<Column> columns,
      Function<Column, List<T>> content,
      Function<T, K> key,
      BiPredicate<Column, T> tried) {
    Map<K, List<List<T>>> found = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      for (T one : content.apply(columns.get(i))) {
        found.computeIfAbsent(key.apply(one), _ -> empty(columns.size())).get(i).add(one);
      }
    }
    List<Row<K, T>> rows = new ArrayList<>();
    found.forEach((about, cells) -> {
      List<T> anywhere = cells.stream().flatMap(List::stream).toList();
      List<Cell<T>> row = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        row.add(
            !cells.get(i).isEmpty()
                ? new Cell.Seen<>(cells.get(i))
                : anywhere.stream().anyMatch(one -> tried.test(column, one))
                    ? new Cell.NotSeen<>()
                    : new Cell.NotTried<>());
      }
      rows.add(new Row<>(about, row));
    });
    return rows;
  }

  private static <T> List<List<T>> empty(int count) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }
}
