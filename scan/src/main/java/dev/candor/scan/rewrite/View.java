package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Occurrences;
import dev.candor.scan.syntax.Scopes;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.Optional;

/** One state of a text that is being rewritten. */
record View(Tokens tokens, Occurrences occurrences, Syntax syntax, Scopes scopes) {
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

  /** What a function gives back, where that is all that it does. */
  Optional<Node> onlyResult(Node.Function function) {
    return switch (function.body()) {
      case Node.Body body -> {
        var statements = body.last() - body.first() > 400 ? null : syntax.statements(body);
        yield statements != null
                && statements.size() == 1
                && statements.getFirst() instanceof Node.Return way
            ? way.value()
            : Optional.empty();
      }
      case Node.Block block -> Optional.empty();
      case Node expression -> Optional.of(expression);
    };
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
