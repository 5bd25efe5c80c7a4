package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.NodeMap;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls with constants of functions of the module, through other names of them and through
 * functions that only hand their arguments on: all that call the same with the same are one.
 */
final class DecoderCalls {
  private static final int DEEPEST = 12;
  private static final int MOST_ARGUMENTS = 60;

  private final View view;
  private final Tokens tokens;
  private final Map<Binding, Optional<Target>> targets = new HashMap<>();
  private final Map<Integer, Function> found = new LinkedHashMap<>();
  private final NodeMap<Optional<Node>> results = new NodeMap<>();

  /**
   * A function that is called with constants.
   *
   * @param name token of the name that it was given
   * @param binding the variable of that name
   * @param calls by the arguments, written as code, where it is so called
   */
  record Function(int name, Binding binding, Map<String, List<Node.Call>> calls) {}

  private record Target(int name, Binding binding, Node.Function function) {}

  private record Resolved(Target target, List<Value> arguments) {}

  private DecoderCalls(View view) {
    this.view = view;
    this.tokens = view.tokens();
  }

  /**
   * All of them, in the order of the text.
   *
   * @param onlyNames whether only those are looked at that give the name of a member
   */
  static List<Function> in(View view, boolean onlyNames) {
    return new DecoderCalls(view).collect(onlyNames);
  }

  private List<Function> collect(boolean onlyNames) {
    for (int t = 0; t + 2 < tokens.count(); t++) {
      if (tokens.kind(t) == Tokens.WORD
          && tokens.kind(t + 1) == '('
          && (!onlyNames || tokens.kind(t - 1) == '[')
          && mayBeConstant(t)) {
        call(t);
      }
    }
    return List.copyOf(found.values());
  }

  /** Told from tokens: most calls are given something else than literals. */
  private boolean mayBeConstant(int t) {
    byte before = tokens.kind(t - 1);
    int close = tokens.partner(t + 1);
    if (before == '.'
        || before == Tokens.OPTIONAL_DOT
        || close <= t + 2
        || close > t + MOST_ARGUMENTS
        || before == Tokens.WORD && (tokens.is(t - 1, "function") || tokens.is(t - 1, "new"))) {
      return false;
    }
    for (int i = t + 2; i < close; i++) {
      switch (tokens.kind(i)) {
        case Tokens.STRING, Tokens.NUMBER -> {}
        case ',', '+', '-', '*', '/', '%', '^', '(', ')', '!', '~' -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  private void call(int t) {
    if (!(view.at(t).orElse(null) instanceof Node.Name name)
        || !(view.parent(name) instanceof Node.Call call)
        || !call.callee().is(name)) {
      return;
    }
    Optional<Target> target = target(name, 0);
    if (target.isEmpty()) {
      return;
    }
    Optional<List<Value>> arguments = values(call.arguments(), Map.of());
    if (arguments.isEmpty()) {
      return;
    }
    Resolved resolved = resolve(new Resolved(target.get(), arguments.get()), 0);
    Node.Function body = resolved.target().function();
    if (call.first() >= body.first() && call.last() <= body.last()) {
      return; // a call of itself
    }
    Target called = resolved.target();
    String written = String.join(",", resolved.arguments().stream().map(Value::literal).toList());
    found
        .computeIfAbsent(
            called.name(), k -> new Function(k, called.binding(), new LinkedHashMap<>()))
        .calls()
        .computeIfAbsent(written, k -> new ArrayList<>(2))
        .add(call);
  }

  private static Optional<List<Value>> values(List<Node> nodes, Map<String, Value> given) {
    List<Value> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      Optional<Value> value = Arithmetic.of(node, given).or(() -> noNumber(node, given));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /** What is subtracted from a text: wrappers fill up their arguments with such. */
  private static Optional<Value> noNumber(Node node, Map<String, Value> given) {
    return node instanceof Node.Binary binary
            && binary.operator().equals("-")
            && Arithmetic.of(binary.left(), given).filter(DecoderCalls::isNoNumber).isPresent()
            && Arithmetic.of(binary.right(), given).isPresent()
        ? Optional.of(new Value.Amount(Double.NaN))
        : Optional.empty();
  }

  private static boolean isNoNumber(Value value) {
    return value instanceof Value.Text
        || value instanceof Value.Amount(double number) && Double.isNaN(number);
  }

  /** The function that a name stands for, whatever other names it was given. */
  private Optional<Target> target(Node.Name name, int depth) {
    Binding binding = view.scopes().resolve(name).orElse(null);
    if (binding == null || depth > DEEPEST) {
      return Optional.empty();
    }
    Optional<Target> known = targets.get(binding);
    if (known == null) {
      targets.put(binding, Optional.empty()); // ends a cycle
      known = find(binding, depth);
      targets.put(binding, known);
    }
    return known;
  }

  private Optional<Target> find(Binding binding, int depth) {
    if (binding.declarations().size() == 1
        && binding.declarations().getFirst() instanceof Node.Function function
        && function.declaration()
        && function.name().isPresent()) {
      return Optional.of(new Target(function.name().get().first(), binding, function));
    }
    Node value = view.onlyValue(binding).orElse(null);
    return switch (value) {
      case Node.Name other -> target(other, depth + 1);
      case Node.Function function
          when binding.declarations().getFirst() instanceof Node.Name declared ->
          Optional.of(new Target(declared.first(), binding, function));
      case null, default -> Optional.empty();
    };
  }

  /** Through functions that do nothing but call another. */
  private Resolved resolve(Resolved call, int depth) {
    if (depth > DEEPEST) {
      return call;
    }
    Node.Function function = call.target().function();
    if (!(results.computeIfAbsent(function, f -> view.onlyResult(function)).orElse(null)
            instanceof Node.Call inner)
        || !(inner.callee() instanceof Node.Name name)) {
      return call;
    }
    Map<String, Value> given = new HashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      if (!(function.parameters().get(i) instanceof Node.Name parameter)) {
        return call;
      }
      if (i < call.arguments().size()) {
        given.put(parameter.text(), call.arguments().get(i));
      }
      if (parameter.text().equals(name.text())) {
        return call;
      }
    }
    Optional<Target> target = target(name, 0);
    Optional<List<Value>> arguments = values(inner.arguments(), given);
    return target.isPresent() && arguments.isPresent() && !target.get().function().is(function)
        ? resolve(new Resolved(target.get(), arguments.get()), depth + 1)
        : call;
  }
}
