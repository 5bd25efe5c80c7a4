package dev.candor.audit.track;

import dev.candor.audit.difference.Delta;
import dev.candor.audit.difference.Deltas;
import dev.candor.audit.difference.Difference;
import dev.candor.audit.difference.DifferenceItems;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Two versions that were looked at, one after the other, and differ.
 *
 * @param between how many versions between them nobody looked at
 */
public record Border(Entry older, Entry newer, int between, Difference difference) {

  /** As {@code 2.1.90 to 2.1.91}. */
  public String title() {
    return older.version().version()
        + " to "
        + newer.version().version()
        + (between == 0 ? "" : ", " + between + " between them not looked at");
  }

  /**
   * What is new, a line each.
   *
   * @param all also what has no part in a mechanism
   */
  public List<String> appeared(boolean all) {
    return items(DifferenceItems::appeared, all);
  }

  /** The same for what is there in another state. */
  public List<String> changed(boolean all) {
    return items(DifferenceItems::changed, all);
  }

  /** The same for what is gone. */
  public List<String> vanished(boolean all) {
    return items(DifferenceItems::vanished, all);
  }

  private List<String> items(BiFunction<DifferenceItems, Deltas, List<String>> which, boolean all) {
    DifferenceItems items =
        new DifferenceItems(difference.older().findings(), difference.newer().findings(), all);
    return Stream.of(difference.mechanism(), difference.gone(), all ? difference.rest() : tables())
        .flatMap(deltas -> which.apply(items, deltas).stream())
        .distinct()
        .toList();
  }

  /** Tables make a border, whether a flow was followed from them or not. */
  private Deltas tables() {
    Deltas rest = difference.rest();
    return new Deltas(none(), rest.tables(), rest.unreadable(), none(), none());
  }

  private static <T> Delta<T> none() {
    return new Delta<>(List.of(), List.of(), List.of());
  }
}
