package dev.candor.scan.flow;

import dev.candor.core.Form;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds choices between the same members in another order. */
final class Orders {
  private Orders() {}

  /** The pick that a choice is, if both ways hold the same members. */
  static Optional<Pick> of(Place place, Node.Conditional choice) {
    List<String> one = members(place.code(), choice.then());
    List<String> other = members(place.code(), choice.otherwise());
    if (one.size() >= 2
        && !one.equals(other)
        && one.size() == other.size()
        && new HashSet<>(one).equals(new HashSet<>(other))
        && new HashSet<>(one).size() == one.size()) {
      return Optional.of(pick(place.at(choice), choice.test(), one, other, place.at(choice)));
    }
    return early(place, choice.test(), choice.then(), choice)
        .or(() -> early(place, choice.test(), choice.otherwise(), choice));
  }

  /** {@code ...(test && {key: value})} in front of the same key. */
  static Optional<Pick> of(Place place, Node.Binary both) {
    return early(place, both.left(), both.right(), both);
  }

  private static Pick pick(
      Place shown, Node test, List<String> one, List<String> other, Place value) {
    return new Pick(
        Form.ORDER,
        List.of(String.join(",", one), String.join(",", other)),
        List.of(Spot.of(shown.at(test))),
        List.of(value),
        shown);
  }

  /** A member that is put in early under a condition and stands behind that anyway. */
  private static Optional<Pick> early(Place place, Node test, Node put, Node choice) {
    if (!(put instanceof Node.Fields early)
        || early.fields().size() != 1
        || !(early.fields().getFirst() instanceof Node.Field field)
        || field.name().isEmpty()) {
      return Optional.empty();
    }
    Node around = place.code().syntax().parent(choice).orElse(choice);
    Node whole =
        around instanceof Node.Unary spread && spread.operator().equals("...")
            ? place.code().syntax().parent(spread).orElse(spread)
            : around;
    List<String> names = new ArrayList<>();
    switch (whole) {
      case Node.Fields fields -> fields.fields().forEach(f -> addName(f, names));
      case Node.Call call when isAssign(call) ->
          call.arguments()
              .forEach(a -> {
                if (a instanceof Node.Fields fields) {
                  fields.fields().forEach(f -> addName(f, names));
                }
              });
      default -> {
        return Optional.empty();
      }
    }
    String name = field.name().get();
    if (names.size() < 2 || names.indexOf(name) < 1) {
      return Optional.empty();
    }
    List<String> moved = new ArrayList<>(names);
    moved.remove(name);
    moved.addFirst(name);
    Place value = place.at(whole);
    return Optional.of(pick(value, test, moved, names, value));
  }

  private static boolean isAssign(Node.Call call) {
    return call.callee() instanceof Node.Member member && member.property().equals("assign");
  }

  private static void addName(Node node, List<String> into) {
    if (node instanceof Node.Field field) {
      field.name().ifPresent(into::add);
    }
  }

  private static List<String> members(Code code, Node node) {
    List<String> members = new ArrayList<>();
    switch (node) {
      case Node.Fields fields -> fields.fields().forEach(f -> addName(f, members));
      case Node.Array array ->
          array
              .elements()
              .forEach(e -> {
                if (e instanceof Node.Fields fields && fields.fields().size() == 1) {
                  addName(fields.fields().getFirst(), members);
                } else if (e.last() - e.first() < 60) {
                  members.add(code.source(e));
                }
              });
      default -> {}
    }
    return members;
  }
}
