package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;

/** One variable: a name in the scope that declares it. The same variable is the same object. */
public final class Binding {
  private final String name;
  private final Node scope;
  private final List<Node> declarations = new ArrayList<>();

  Binding(String name, Node scope) {
    this.name = name;
    this.scope = scope;
  }

  public String name() {
    return name;
  }

  /** The function, block, loop or module that declares it. */
  public Node scope() {
    return scope;
  }

  /**
   * The nodes that declare it: a {@link Node.Name} in a declarator, a pattern, a parameter or an
   * import; a {@link Node.Function}; a {@link Node.ClassOf}.
   */
  public List<Node> declarations() {
    return declarations;
  }

  void declare(Node by) {
    declarations.add(by);
  }
}
