package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that one scope of Python declares (The Python Language Reference, 4.2): functions and
 * modules are scopes, blocks are not, whatever a function assigns is its own unless it says {@code
 * global} or {@code nonlocal}. What a class declares is seen through its object only.
 */
final class PythonDeclarations {
  private final Syntax syntax;
  private final Node scope;
  private final Map<String, Binding> into;

  /** Names that the scope does not declare although it assigns them. */
  private final Set<String> others = new HashSet<>();

  private PythonDeclarations(Syntax syntax, Node scope, Map<String, Binding> into) {
    this.syntax = syntax;
    this.scope = scope;
    this.into = into;
  }

  static void collect(Syntax syntax, Node scope, Map<String, Binding> into) {
    new PythonDeclarations(syntax, scope, into).collect();
  }

  private void collect() {
    switch (scope) {
      case Node.Function f -> f.parameters().forEach(this::target);
      case Node.Body body -> {
        if (syntax.parent(body).orElse(null) instanceof Node.Function f) {
          f.parameters().forEach(this::parameter);
        }
        List<Node> nodes = within(syntax.statements(body));
        nodes.forEach(this::outside);
        nodes.forEach(this::declared);
      }
      default -> {}
    }
  }

  /** All nodes but those of functions and classes inside, which have scopes, and of data. */
  private static List<Node> within(List<Node> statements) {
    List<Node> all = new ArrayList<>();
    List<Node> open = new ArrayList<>(statements.reversed());
    while (!open.isEmpty()) {
      Node node = open.removeLast();
      all.add(node);
      boolean data = node instanceof Node.Array || node instanceof Node.Fields;
      if (!(node instanceof Node.Function) && !(node instanceof Node.ClassOf) && !data) {
        open.addAll(node.children().reversed());
      }
    }
    return all;
  }

  private void parameter(Node node) {
    switch (node) {
      case Node.Name name -> others.add(name.text());
      case Node.Assign given -> parameter(given.target());
      case Node.Unary rest -> parameter(rest.operand());
      default -> {}
    }
  }

  private void outside(Node node) {
    if (node instanceof Node.Other statement
        && statement.first() >= 0
        && (syntax.tokens().is(statement.first(), "global")
            || syntax.tokens().is(statement.first(), "nonlocal"))) {
      within(statement.parts()).forEach(this::parameter);
    }
  }

  private void declared(Node node) {
    switch (node) {
      case Node.Assign assign -> target(assign.target());
      case Node.Each each -> target(each.target());
      case Node.Import imports ->
          imports.names().forEach(one -> declare(one.local().text(), one.local()));
      case Node.Function f when f.declaration() ->
          f.name().ifPresent(name -> declare(name.text(), f));
      case Node.ClassOf type -> type.name().ifPresent(name -> declare(name.text(), type));
      case Node.Case one -> one.test().ifPresent(this::target);
      default -> {}
    }
  }

  private void target(Node node) {
    switch (node) {
      case Node.Name name -> declare(name.text(), name);
      case Node.Assign given -> target(given.target());
      case Node.Array several -> several.elements().forEach(this::target);
      case Node.Unary rest -> target(rest.operand());
      default -> {}
    }
  }

  private void declare(String name, Node by) {
    if (!others.contains(name) || scope instanceof Node.Function) {
      into.computeIfAbsent(name, n -> new Binding(n, scope)).declare(by);
    }
  }
}
