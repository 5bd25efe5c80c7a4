package dev.candor.audit.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing, and what each tool has of it.
 *
 * @param key what the row is about
 * @param cells in the order of the tools; one of them is seen at least
 */
public record Row<K, T>(K key, List<Cell<T>> cells) {
  public Row {
    cells = List.copyOf(cells);
  }

  /** Whether all have the same of it, as far as words for it tell. */
  public boolean alike(Function<List<T>, ? extends Collection<String>> words) {
    Set<Object> different = new HashSet<>();
    for (Cell<T> cell : cells) {
      different.add(
          switch (cell) {
            case Cell.Seen<T>(var what) -> new HashSet<>(words.apply(what));
            case Cell.NotSeen<T> absent -> absent;
            case Cell.NotTried<T> untried -> untried;
          });
    }
    return different.size() == 1;
  }

  /** Whether one has it and another one certainly not. */
  boolean differs() {
    return cells.stream().anyMatch(cell -> cell instanceof Cell.NotSeen);
  }

  /** Whether each that could have it has it. */
  boolean isUnsettled() {
    return !differs() && cells.stream().anyMatch(cell -> cell instanceof Cell.NotTried);
  }
}
