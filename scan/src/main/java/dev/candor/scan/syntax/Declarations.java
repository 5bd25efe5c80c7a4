package dev.candor.scan.syntax;

import java.util.List;
import java.util.Map;

/** The names that one scope of JavaScript declares. */
final class Declarations {
  private final Syntax syntax;
  private final Node scope;
  private final Map<String, Binding> into;

  private Declarations(Syntax syntax, Node scope, Map<String, Binding> into) {
    this.syntax = syntax;
    this.scope = scope;
    this.into = into;
  }

  static void collect(Syntax syntax, Node scope, Map<String, Binding> into) {
    new Declarations(syntax, scope, into).collect();
  }

  private void collect() {
    switch (scope) {
      case Node.Function f -> {
        if (!f.declaration()) {
          f.name().ifPresent(name -> declare(name.text(), f));
        }
        f.parameters().forEach(this::pattern);
      }
      case Node.Body body -> {
        List<Node> statements = syntax.statements(body);
        statements.forEach(this::block);
        statements.forEach(this::hoisted);
      }
      case Node.Block block -> block.statements().forEach(this::block);
      case Node.Case one -> one.statements().forEach(this::block);
      case Node.Loop loop -> loop.start().ifPresent(this::block);
      case Node.Each each -> block(each.target());
      case Node.Try block -> block.caught().ifPresent(this::pattern);
      case Node.ClassOf type -> {
        if (!type.declaration()) {
          type.name().ifPresent(name -> declare(name.text(), type));
        }
      }
      default -> {}
    }
  }

  private void declare(String name, Node by) {
    into.computeIfAbsent(name, n -> new Binding(n, scope)).declare(by);
  }

  /** What a statement declares for the block that it stands in. */
  private void block(Node statement) {
    switch (statement) {
      case Node.Declare declare when !declare.kind().equals("var") ->
          declare.declarators().forEach(this::declarator);
      case Node.Function f when f.declaration() ->
          f.name().ifPresent(name -> declare(name.text(), f));
      case Node.ClassOf type when type.declaration() ->
          type.name().ifPresent(name -> declare(name.text(), type));
      case Node.Import imports ->
          imports.names().forEach(n -> declare(n.local().text(), n.local()));
      // export default and the like
      case Node.Other other -> other.parts().forEach(this::block);
      default -> {}
    }
  }

  /** What {@code var} declares for the function, however deep in blocks. */
  private void hoisted(Node node) {
    switch (node) {
      case Node.Declare declare when declare.kind().equals("var") ->
          declare.declarators().forEach(this::declarator);
      case Node.Block b -> b.statements().forEach(this::hoisted);
      case Node.If i -> {
        hoisted(i.then());
        i.otherwise().ifPresent(this::hoisted);
      }
      case Node.Loop loop -> {
        loop.start().ifPresent(this::hoisted);
        hoisted(loop.body());
      }
      case Node.Each each -> {
        hoisted(each.target());
        hoisted(each.body());
      }
      case Node.Switch s -> s.cases().forEach(this::hoisted);
      case Node.Case c -> c.statements().forEach(this::hoisted);
      case Node.Try t -> t.blocks().forEach(this::hoisted);
      case Node.Other other -> other.parts().forEach(this::hoisted);
      default -> {}
    }
  }

  private void declarator(Node node) {
    if (node instanceof Node.Declarator declarator) {
      pattern(declarator.target());
    }
  }

  private void pattern(Node target) {
    switch (target) {
      case Node.Name name -> declare(name.text(), name);
      case Node.Assign given -> pattern(given.target());
      case Node.Array array -> array.elements().forEach(this::pattern);
      case Node.Fields fields -> fields.fields().forEach(this::pattern);
      case Node.Field field -> pattern(field.value());
      case Node.Unary rest -> pattern(rest.operand());
      default -> {}
    }
  }
}
