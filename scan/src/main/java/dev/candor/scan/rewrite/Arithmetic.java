package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Numbers;
import java.util.Map;
import java.util.Optional;

/** What an expression of constants amounts to (ECMA-262, 13). */
final class Arithmetic {
  private static final int DEEPEST = 60;
  private static final int LONGEST = 1 << 16;

  private Arithmetic() {}

  static Optional<Value> of(Node node) {
    return of(node, Map.of(), 0);
  }

  /**
   * @param given values of names, which stand for parameters
   */
  static Optional<Value> of(Node node, Map<String, Value> given) {
    return of(node, given, 0);
  }

  private static Optional<Value> of(Node node, Map<String, Value> given, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (node) {
      case Node.Text text -> Optional.of(new Value.Text(text.value()));
      case Node.Digits digits when !Double.isNaN(digits.value()) ->
          Optional.of(new Value.Amount(digits.value()));
      case Node.Constant constant ->
          switch (constant.text()) {
            case "true" -> Optional.of(new Value.Truth(true));
            case "false" -> Optional.of(new Value.Truth(false));
            default -> Optional.empty();
          };
      case Node.Name name -> Optional.ofNullable(given.get(name.text()));
      case Node.Unary unary -> unary(unary, given, depth);
      case Node.Binary binary ->
          of(binary.left(), given, depth + 1)
              .flatMap(left ->
                  of(binary.right(), given, depth + 1)
                      .flatMap(right -> binary(binary.operator(), left, right)));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> unary(Node.Unary unary, Map<String, Value> given, int depth) {
    if (unary.operator().equals("!")
        && unary.operand() instanceof Node.Array array
        && array.elements().isEmpty()) {
      return Optional.of(new Value.Truth(false));
    }
    return of(unary.operand(), given, depth + 1)
        .flatMap(value ->
            switch (unary.operator()) {
              case "!" -> Optional.of(new Value.Truth(!isTrue(value)));
              case "-" -> number(value).map(n -> new Value.Amount(-n));
              case "+" -> number(value).map(Value.Amount::new);
              case "~" -> number(value).map(n -> new Value.Amount(~(int) n.longValue()));
              default -> Optional.empty();
            });
  }

  private static boolean isTrue(Value value) {
    return switch (value) {
      case Value.Text(String text) -> !text.isEmpty();
      case Value.Amount(double number) -> number != 0 && !Double.isNaN(number);
      case Value.Truth(boolean truth) -> truth;
    };
  }

  private static Optional<Double> number(Value value) {
    return value instanceof Value.Amount(double number) ? Optional.of(number) : Optional.empty();
  }

  private static Optional<Value> binary(String operator, Value left, Value right) {
    boolean equal = left.equals(right);
    boolean alike = left.getClass() == right.getClass();
    return switch (operator) {
      case "===" -> Optional.of(new Value.Truth(alike && equal));
      case "!==" -> Optional.of(new Value.Truth(!(alike && equal)));
      case "==" -> alike ? Optional.of(new Value.Truth(equal)) : Optional.empty();
      case "!=" -> alike ? Optional.of(new Value.Truth(!equal)) : Optional.empty();
      default ->
          operator.equals("+") && (left instanceof Value.Text || right instanceof Value.Text)
              ? joined(left, right)
              : number(left).flatMap(a -> number(right).flatMap(b -> calculated(operator, a, b)));
    };
  }

  private static Optional<Value> joined(Value left, Value right) {
    return text(left)
        .flatMap(a -> text(right).map(a::concat))
        .filter(all -> all.length() < LONGEST)
        .map(Value.Text::new);
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(text);
      case Value.Amount(double number) when Numbers.isWhole(number) ->
          Optional.of(Numbers.spelt(number));
      case Value.Amount number -> Optional.empty();
      case Value.Truth(boolean truth) -> Optional.of(Boolean.toString(truth));
    };
  }

  private static Optional<Value> calculated(String operator, double a, double b) {
    double result =
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "%" -> a % b;
          case "^" -> (int) (long) a ^ (int) (long) b;
          case "&" -> (int) (long) a & (int) (long) b;
          case "|" -> (int) (long) a | (int) (long) b;
          default -> Double.NaN;
        };
    return Double.isNaN(result) || Double.isInfinite(result)
        ? Optional.empty()
        : Optional.of(new Value.Amount(result));
  }
}
