package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Goes through parts of the code, not further than is worth it: code can be of any size. */
final class Walk {
  private static final int MOST_NODES = 400;

  private Walk() {}

  /** The node and those below it, nearer ones first. */
  static List<Node> through(Node root) {
    return through(List.of(root), _ -> true);
  }

  /**
   * The nodes and those below them, nearer ones first.
   *
   * @param enters whether to look below a node
   */
  static List<Node> through(List<Node> roots, Predicate<Node> enters) {
    List<Node> nodes = new ArrayList<>(roots);
    for (int i = 0; i < nodes.size() && nodes.size() < MOST_NODES; i++) {
      Node node = nodes.get(i);
      if (enters.test(node)) {
        nodes.addAll(node.children());
      }
    }
    return nodes.size() <= MOST_NODES ? nodes : nodes.subList(0, MOST_NODES);
  }
}
