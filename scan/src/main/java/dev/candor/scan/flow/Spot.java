package dev.candor.scan.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that a search asks for or follows.
 *
 * @param place the expression
 * @param path the fields of its value that are meant, outermost first; empty for all of it
 * @param calls how the search came there
 */
record Spot(Place place, List<String> path, Calls calls) {
  /** Any field: an element of an array, a value of a map. */
  static final String ANY = "*";

  private static final int DEEPEST = 4;

  static Spot of(Place place) {
    return new Spot(place, List.of(), Calls.NONE);
  }

  Spot at(Place other) {
    return new Spot(other, path, calls);
  }

  Spot at(Place other, List<String> newPath) {
    return new Spot(other, newPath, calls);
  }

  Spot by(Calls newCalls) {
    return new Spot(place, path, newCalls);
  }

  /** A field of what is asked for now. */
  List<String> within(String field) {
    List<String> longer = new ArrayList<>(path.size() + 1);
    longer.add(field);
    longer.addAll(path.size() < DEEPEST ? path : path.subList(0, DEEPEST - 1));
    return List.copyOf(longer);
  }

  List<String> rest() {
    return path.isEmpty() ? path : path.subList(1, path.size());
  }

  /** Whether the outermost field may be this one. */
  boolean asksFor(String field) {
    return !path.isEmpty() && fits(path.getFirst(), field);
  }

  static boolean fits(String wanted, String field) {
    return wanted.equals(field) || wanted.equals(ANY) || field.equals(ANY);
  }
}
