package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** Where a value is among others. */
final class Elements {
  private Elements() {}

  /** Where the value is in a list; a list that is spread stays one. */
  static List<String> listed(Spot spot, Node node, Node.Array array) {
    if (isSpread(node)) {
      return somewhere(spot.path());
    }
    int index = 0;
    while (!array.elements().get(index).is(node)) {
      if (isSpread(array.elements().get(index))) {
        return spot.within(Spot.ANY);
      }
      index++;
    }
    return spot.within(Integer.toString(index));
  }

  /** Whether a key that stands there in clear may be that of the value. */
  static boolean mayBe(Spot spot, Node key) {
    return switch (key) {
      case Node.Digits digits -> spot.asksFor(Integer.toString((int) digits.value()));
      case Node.Text text -> spot.asksFor(text.value());
      default -> true;
    };
  }

  private static boolean isSpread(Node node) {
    return node instanceof Node.Unary unary && unary.operator().equals("...");
  }

  /** The same in a list whose elements have moved. */
  static List<String> somewhere(List<String> path) {
    if (path.isEmpty() || !path.getFirst().chars().allMatch(Character::isDigit)) {
      return path;
    }
    List<String> moved = new ArrayList<>(path);
    moved.set(0, Spot.ANY);
    return List.copyOf(moved);
  }
}
