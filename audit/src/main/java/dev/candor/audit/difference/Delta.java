package dev.candor.audit.difference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What two lists of findings of one kind differ in.
 *
 * @param appeared in the order of the newer list
 * @param changed in the order of the newer list
 * @param vanished in the order of the older list
 */
public record Delta<T>(List<T> appeared, List<Change<T>> changed, List<T> vanished) {
  public Delta {
    appeared = List.copyOf(appeared);
    changed = List.copyOf(changed);
    vanished = List.copyOf(vanished);
  }

  /** The same thing in another state. */
  public record Change<T>(T older, T newer) {}

  /**
   * Compares without regard to order and number.
   *
   * @param content two things with the same content are the same
   * @param kin whether an older thing has become the newer one; each has one partner at most
   */
  static <T> Delta<T> between(
      List<T> older, List<T> newer, Function<T, ?> content, BiPredicate<T, T> kin) {
    Map<Object, T> left = byContent(older, content);
    Map<Object, T> right = byContent(newer, content);
    List<T> vanished = without(left, right);
    List<T> appeared = new ArrayList<>();
    List<Change<T>> changed = new ArrayList<>();
    for (T after : without(right, left)) {
      take(vanished, before -> kin.test(before, after))
          .ifPresentOrElse(
              before -> changed.add(new Change<>(before, after)), () -> appeared.add(after));
    }
    return new Delta<>(appeared, changed, vanished);
  }

  /** That part of it; a change belongs to it by its newer state. */
  public Delta<T> where(Predicate<T> part) {
    return new Delta<>(
        appeared.stream().filter(part).toList(),
        changed.stream().filter(change -> part.test(change.newer())).toList(),
        vanished.stream().filter(part).toList());
  }

  public boolean isEmpty() {
    return appeared.isEmpty() && changed.isEmpty() && vanished.isEmpty();
  }

  private static <T> Map<Object, T> byContent(List<T> all, Function<T, ?> content) {
    Map<Object, T> map = new LinkedHashMap<>();
    all.forEach(one -> map.putIfAbsent(content.apply(one), one));
    return map;
  }

  private static <T> List<T> without(Map<Object, T> all, Map<Object, T> others) {
    Map<Object, T> rest = new LinkedHashMap<>(all);
    rest.keySet().removeAll(others.keySet());
    return new ArrayList<>(rest.values());
  }

  /** Removes the first that is wanted. */
  private static <T> Optional<T> take(List<T> from, Predicate<T> wanted) {
    for (Iterator<T> all = from.iterator(); all.hasNext(); ) {
      T one = all.next();
      if (wanted.test(one)) {
        all.remove();
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
