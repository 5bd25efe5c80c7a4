package dev.candor.audit.compare;

import dev.candor.audit.Engine;
import dev.candor.audit.Verdict;
import dev.candor.core.Form;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/**
 * Receipts of several tools side by side.
 *
 * @param columns one a tool, in the order in which they were named
 * @param unopen signals that are not open, by factors and form
 * @param facts what is told, to the endpoint first, then to others
 * @param unreadable bodies that nobody can read; one row, or none
 * @param versions each with the one of the same tool that was named before it
 * @param notes what a reader should know about how this came to be
 */
public record SideBySide(
    List<Column> columns,
    List<Row<Dependence, Unopen>> unopen,
    List<Row<Telling, Told>> facts,
    List<Row<String, UnreadableBody>> unreadable,
    List<Versions> versions,
    List<String> notes,
    Engine engine,
    Instant created) {
  /** More do not fit any window. */
  public static final int MOST = 12;

  private static final String BODIES = "bodies";

  /** What a signal depends on, and how it shows. */
  public record Dependence(SortedSet<String> factors, Form form) {}

  /**
   * What is told to whom.
   *
   * @param toEndpoint whether to what the tool was told to ask
   */
  public record Telling(boolean toEndpoint, String fact) {
    /** What goes to the endpoint first, then by fact. */
    private String rank() {
      return (toEndpoint ? "1 " : "2 ") + fact;
    }
  }

  public SideBySide {
    columns = List.copyOf(columns);
    unopen = List.copyOf(unopen);
    facts = List.copyOf(facts);
    unreadable = List.copyOf(unreadable);
    versions = List.copyOf(versions);
    notes = List.copyOf(notes);
  }

  /**
   * Puts them side by side.
   *
   * @param columns at least one
   */
  public static SideBySide of(
      List<Column> columns, List<String> notes, Engine engine, Instant created) {
    return new SideBySide(
        columns,
        Rows.byKey(
            columns,
            Column::unopen,
            one -> new Dependence(one.factors(), one.form()),
            (column, _) -> column.ran()),
        Rows.byKey(
                columns,
                Column::told,
                told -> new Telling(told.place().isEndpoint(), told.fact()),
                Column::tried)
            .stream()
            .sorted(Comparator.comparing(row -> row.key().rank()))
            .toList(),
        Rows.byKey(columns, Column::unreadable, _ -> BODIES, (column, _) -> column.ran()),
        Versions.among(columns),
        notes,
        engine,
        created);
  }

  /** The one that decides: covert before inconclusive before opaque before candid. */
  public Verdict verdict() {
    List<Verdict> order =
        List.of(Verdict.COVERT, Verdict.INCONCLUSIVE, Verdict.OPAQUE, Verdict.CANDID);
    return columns.stream()
        .map(column -> column.heading().verdict())
        .min(Comparator.comparingInt(order::indexOf))
        .orElse(Verdict.INCONCLUSIVE);
  }
}
