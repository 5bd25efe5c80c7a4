package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers that an expression of constants and conditions may come to. */
final class NumberPicks {
  private static final int MOST = 16;

  private static final int MOST_NODES = 60;

  private final Place place;
  private int looked;
  private final List<Spot> conditions = new ArrayList<>();

  NumberPicks(Place place) {
    this.place = place;
  }

  List<Spot> conditions() {
    return conditions;
  }

  /** In the order of the code; empty where anything else goes into it. */
  Optional<Set<Double>> values(Node node) {
    if (++looked > MOST_NODES) {
      return Optional.empty();
    }
    return switch (node) {
      case Node.Digits digits -> Optional.of(Set.of(digits.value()));
      case Node.Conditional choice -> {
        decides(choice.test());
        yield both(choice.then(), choice.otherwise());
      }
      case Node.Binary choice
          when choice.operator().equals("||")
              && choice.left() instanceof Node.Binary and
              && and.operator().equals("&&") -> {
        decides(and.left());
        yield both(and.right(), choice.right());
      }
      case Node.Binary binary -> arithmetic(binary);
      case Node.Index index when index.object() instanceof Node.Array array -> {
        decides(index.key());
        yield all(array.elements());
      }
      case Node.Unary plus when plus.operator().equals("+") -> truth(plus.operand());
      case Node.Unary minus when minus.operator().equals("-") ->
          values(minus.operand()).or(() -> truth(minus.operand())).map(all -> mapped(all, v -> -v));
      case Node.Call call
          when call.callee() instanceof Node.Name name
              && (name.text().equals("Number") || name.text().equals("int"))
              && call.arguments().size() == 1 ->
          truth(call.arguments().getFirst());
      default -> Optional.empty();
    };
  }

  private void decides(Node test) {
    conditions.add(Spot.of(place.at(test)));
  }

  /** A condition as a number. */
  private Optional<Set<Double>> truth(Node condition) {
    if (condition instanceof Node.Digits) {
      return values(condition);
    }
    decides(condition);
    Set<Double> both = new LinkedHashSet<>(List.of(0.0, 1.0));
    return Optional.of(both);
  }

  private Optional<Set<Double>> both(Node one, Node other) {
    return all(List.of(one, other));
  }

  private Optional<Set<Double>> all(List<Node> nodes) {
    Set<Double> union = new LinkedHashSet<>();
    for (Node node : nodes) {
      Optional<Set<Double>> some = values(node);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      union.addAll(some.get());
    }
    return union.size() <= MOST ? Optional.of(union) : Optional.empty();
  }

  private Optional<Set<Double>> arithmetic(Node.Binary binary) {
    boolean known =
        switch (binary.operator()) {
          case "+", "-", "*", "^", "|", "&", "<<" -> true;
          default -> false;
        };
    if (!known) {
      return Optional.empty();
    }
    Optional<Set<Double>> left = operand(binary.left(), binary.right());
    Optional<Set<Double>> right = operand(binary.right(), binary.left());
    if (left.isEmpty() || right.isEmpty() || left.get().size() * right.get().size() > MOST) {
      return Optional.empty();
    }
    Set<Double> results = new LinkedHashSet<>();
    for (double a : left.get()) {
      for (double b : right.get()) {
        results.add(
            switch (binary.operator()) {
              case "+" -> a + b;
              case "-" -> a - b;
              case "*" -> a * b;
              case "^" -> (double) ((int) a ^ (int) b);
              case "&" -> (double) ((int) a & (int) b);
              case "|" -> (double) ((int) a | (int) b);
              default -> (double) ((int) a << (int) b);
            });
      }
    }
    return Optional.of(results);
  }

  /** Beside a number, anything else is a condition: {@code 8178 * marked}. */
  private Optional<Set<Double>> operand(Node node, Node other) {
    Optional<Set<Double>> values = values(node);
    return values.isEmpty() && other instanceof Node.Digits ? truth(node) : values;
  }

  private static Set<Double> mapped(Set<Double> all, java.util.function.UnaryOperator<Double> by) {
    Set<Double> results = new LinkedHashSet<>();
    all.forEach(v -> results.add(by.apply(v)));
    return results;
  }
}
