package dev.candor.audit.compare;

import dev.candor.audit.Verdict;
import dev.candor.audit.compare.Column.Heading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Two versions of one tool, place by place: whether their receipts are the same.
 *
 * @param tool its name
 * @param columns which two of all columns they are, counted from 0
 * @param differences facts at places where one tells them and another one does not; the cells are
 *     those of these columns
 * @param unsettled facts at places that one tells, and the other was not tried with
 * @param unreadable bodies that one sends and another one does not
 * @param inFull whether none of them is inconclusive: then what was not seen is not told
 */
public record Versions(
    String tool,
    List<Integer> columns,
    List<Row<Told, Told>> differences,
    List<Row<Told, Told>> unsettled,
    List<Row<UnreadableBody, UnreadableBody>> unreadable,
    boolean inFull) {
  public Versions {
    columns = List.copyOf(columns);
    differences = List.copyOf(differences);
    unsettled = List.copyOf(unsettled);
    unreadable = List.copyOf(unreadable);
  }

  /** Whether no place differs. */
  public boolean isSame() {
    return differences.isEmpty() && unreadable.isEmpty();
  }

  /** Each version with the one of the same tool that was named before it, tool by tool. */
  static List<Versions> among(List<Column> columns) {
    Map<String, List<Integer>> byTool = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Heading heading = columns.get(i).heading();
      byTool.computeIfAbsent(heading.tool(), _ -> new ArrayList<>()).add(i);
    }
    return byTool.entrySet().stream()
        .flatMap(tool ->
            IntStream.range(1, tool.getValue().size())
                .mapToObj(i -> of(tool.getKey(), tool.getValue().subList(i - 1, i + 1), columns)))
        .toList();
  }

  private static Versions of(String tool, List<Integer> which, List<Column> all) {
    List<Column> columns = which.stream().map(all::get).toList();
    List<Row<Told, Told>> rows = Rows.byKey(columns, Column::told, Told::bare, Column::tried);
    return new Versions(
        tool,
        which,
        rows.stream().filter(Row::differs).toList(),
        rows.stream().filter(Row::isUnsettled).toList(),
        Rows.byKey(columns, Column::unreadable, body -> body, (column, _) -> column.ran()).stream()
            .filter(Row::differs)
            .toList(),
        columns.stream().noneMatch(column -> column.heading().verdict() == Verdict.INCONCLUSIVE));
  }
}
