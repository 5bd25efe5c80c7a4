package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Scopes;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.List;
import java.util.Optional;

/** One state of a text that is being rewritten. */
record View(Tokens tokens, Occurrences occurrences, Syntax syntax, Scopes scopes) {
  /** Tokens of a function that is short. */
  private static final int LONGEST_BODY = 400;

  static View of(Tokens tokens, Occurrences occurrences) {
    Syntax syntax = Syntax.javaScript(tokens);
    return new View(tokens, occurrences, syntax, new Scopes(syntax, occurrences));
  }

  Optional<Node> at(int token) {
    return syntax.at(token);
  }

  /** What a node stands in, the module where there is nothing else. */
  Node parent(Node node) {
    return syntax.parent(node).orElse(syntax.module());
  }

  /** The one value that a variable ever has; empty for parameters, functions and what varies. */
  Optional<Node> onlyValue(Binding binding) {
    if (binding.declarations().size() != 1
        || !(binding.declarations().getFirst() instanceof Node.Name declared)
        || !(parent(declared) instanceof Node.Declarator declarator)
        || !declarator.target().is(declared)) {
      return Optional.empty();
    }
    var assigned =
        scopes.assigned(binding).stream().filter(use -> !use.is(declared)).limit(2).toList();
    if (declarator.value().isPresent()) {
      return assigned.isEmpty() ? declarator.value() : Optional.empty();
    }
    return assigned.size() == 1
            && parent(assigned.getFirst()) instanceof Node.Assign assign
            && assign.target().is(assigned.getFirst())
            && assign.operator().equals("=")
        ? Optional.of(assign.value())
        : Optional.empty();
  }

  /** What a function gives back, where that and what it declares is all that it does. */
  Optional<Node> onlyResult(Node.Function function) {
    return switch (function.body()) {
      case Node.Body body when body.last() - body.first() < LONGEST_BODY -> {
        List<Node> statements = syntax.statements(body);
        int last = statements.size() - 1;
        yield last >= 0
                && statements.get(last) instanceof Node.Return way
                && statements.subList(0, last).stream().allMatch(View::isTable)
            ? way.value()
            : Optional.empty();
      }
      case Node.Body body -> Optional.empty();
      case Node.Block block -> Optional.empty();
      case Node expression -> Optional.of(expression);
    };
  }

  /** A declaration of objects, which are read but not called where they stand. */
  private static boolean isTable(Node statement) {
    return statement instanceof Node.Declare declare
        && declare.declarators().stream()
            .allMatch(d ->
                d instanceof Node.Declarator one
                    && one.value().orElse(null) instanceof Node.Fields fields
                    && fields.fields().stream()
                        .allMatch(f ->
                            f instanceof Node.Field field
                                && Arithmetic.of(field.value()).isPresent()));
  }

  /** The function around a node, the module where there is none. */
  Node functionAround(Node node) {
    Node around = parent(node);
    while (!(around instanceof Node.Function) && !around.is(syntax.module())) {
      around = parent(around);
    }
    return around;
  }
}
