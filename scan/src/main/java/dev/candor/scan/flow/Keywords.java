package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Tokens;
import java.util.Optional;

/** Arguments that a call hands over by name: one object behind the others, without braces. */
final class Keywords {
  private Keywords() {}

  /** Whether an argument is what the call hands over by name. */
  static boolean is(Code code, Node argument) {
    if (!(argument instanceof Node.Fields fields)) {
      return false;
    }
    Tokens tokens = code.tokens();
    int first = fields.first();
    return tokens.kind(first) != '{'
        && !(tokens.kind(first - 1) == '(' && tokens.is(first - 2, "dict"));
  }

  /** What the call hands over under the name of a parameter. */
  static Optional<Node> argument(Code code, Node.Call call, Node.Function f, int index) {
    if (call.arguments().isEmpty()
        || index >= f.parameters().size()
        || !(call.arguments().getLast() instanceof Node.Fields fields)
        || !is(code, fields)) {
      return Optional.empty();
    }
    String name = nameOf(f.parameters().get(index));
    for (Node node : fields.fields()) {
      if (node instanceof Node.Field field && field.name().orElse("").equals(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /** The position of the parameter of that name, -1 where there is none. */
  static int indexOf(Node.Function f, String name) {
    for (int i = 0; i < f.parameters().size(); i++) {
      if (nameOf(f.parameters().get(i)).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static String nameOf(Node parameter) {
    return switch (parameter) {
      case Node.Name name -> name.text();
      case Node.Assign given -> nameOf(given.target());
      default -> "";
    };
  }
}
