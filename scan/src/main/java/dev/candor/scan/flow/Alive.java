package dev.candor.scan.flow;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a variable is set to in one place may still be in it in another. It is not where a
 * function speaks of its own variable before it sets it, and where it certainly sets the variable
 * to something else in between: minifiers use one variable for several things in turn. Where loops
 * or functions within functions make the order hard to tell, it may.
 */
final class Alive {
  /** Of a variable that is set more often, not every place is looked at. */
  private static final int MOST_WRITES = 40;

  private final Code code;
  private final Binding binding;
  private final Node.Name set;
  private final Optional<Node.Function> function;
  private final boolean ordered;
  private final int end;
  private final List<Node.Name> writes;

  /**
   * @param set the name in the declarator, the assignment or the list of parameters by which the
   *     variable gets the value
   */
  Alive(Code code, Binding binding, Node.Name set) {
    this.code = code;
    this.binding = binding;
    this.set = set;
    this.function = code.functionAround(set);
    this.writes = code.scopes().assigned(binding);
    this.ordered = isOwn() && !isInClass(set);
    this.end = end();
  }

  /** The last token of what sets the variable. */
  private int end() {
    Node node = set;
    while (!(node instanceof Node.Function)) {
      if (node instanceof Node.Assign || node instanceof Node.Declarator) {
        return node.last();
      }
      node = parent(node);
      if (node.is(code.syntax().module())) {
        break;
      }
    }
    return set.last();
  }

  /** Another call may find what an earlier one left, unless the variable is the function's own. */
  private boolean isOwn() {
    Node scope = binding.scope();
    return function
        .map(f -> f.first() <= scope.first() && scope.last() <= f.last())
        .orElseGet(() -> scope.is(code.syntax().module()));
  }

  boolean at(Node.Name use) {
    boolean plainlyBehind = use.first() > end && writes.stream().allMatch(w -> w.is(set));
    if (plainlyBehind || !ordered || !isSameFunction(use) || isInClass(use)) {
      return true;
    }
    return !isBefore(use) && !isOverwritten(use);
  }

  private boolean isSameFunction(Node node) {
    Optional<Node.Function> around = code.functionAround(node);
    return around.isPresent() == function.isPresent()
        && around.stream().allMatch(f -> f.is(function.orElse(f)));
  }

  /** Fields of a class are set when an object is made, not where they stand. */
  private boolean isInClass(Node node) {
    Optional<Node> around = code.syntax().parent(node);
    while (around.isPresent() && !(around.get() instanceof Node.Function)) {
      if (around.get() instanceof Node.ClassOf) {
        return true;
      }
      around = code.syntax().parent(around.get());
    }
    return false;
  }

  /** Whether the use is done with when the variable is set: no loop comes back to it. */
  private boolean isBefore(Node.Name use) {
    boolean before = false;
    Node child = set;
    Optional<Node> around = code.syntax().parent(set);
    while (around.isPresent() && !(around.get() instanceof Node.Function)) {
      Node inner = child;
      Node outer = around.get();
      switch (outer) {
        case Node.Assign assign when assign.target().is(inner) -> {
          if (assign.operator().equals(":=")) {
            return false; // may stand behind what it decides
          }
          before |= contains(assign.value(), use) || use.first() < set.first();
        }
        case Node.Declarator declarator when declarator.target().is(inner) ->
            before |=
                declarator.value().filter(value -> contains(value, use)).isPresent()
                    || use.first() < set.first();
        case Node.Loop loop -> before &= !contains(loop, use);
        case Node.Each loop -> before &= !contains(loop, use);
        case Node.Other unknown -> before &= !contains(unknown, use);
        default -> {}
      }
      child = outer;
      around = code.syntax().parent(outer);
    }
    return before;
  }

  /** Whether the variable is set to something else on every way to the use. */
  private boolean isOverwritten(Node.Name use) {
    return writes.size() <= MOST_WRITES
        && writes.stream()
            .anyMatch(
                write -> write.first() < use.first() && !write.is(set) && overwrites(write, use));
  }

  private boolean overwrites(Node.Name write, Node.Name use) {
    if (!(parent(write) instanceof Node.Assign assign)
        || !assign.target().is(write)
        || !assign.operator().equals("=")) {
      return false;
    }
    // One of several statements or of several expressions in a row, before that of the use.
    Node done = assign;
    Node list = parent(done);
    while (list instanceof Node.Sequence && !contains(list, use)) {
      done = list;
      list = parent(done);
    }
    boolean inOrder =
        list instanceof Node.Sequence
            || list instanceof Node.Block
            || list instanceof Node.Body
            || list instanceof Node.Case one && one.statements().stream().anyMatch(done::is);
    return inOrder
        && !contains(done, use)
        && contains(list, use)
        && isSameFunction(write)
        && isNotSetBetween(done, list, use);
  }

  /** Whether the value is not set between what overwrites it and the end of the use's statement. */
  private boolean isNotSetBetween(Node done, Node list, Node.Name use) {
    Node statement = use;
    while (!parent(statement).is(list)) {
      statement = parent(statement);
    }
    return set.first() < done.first() || set.first() > statement.last();
  }

  private Node parent(Node node) {
    return code.syntax().parent(node).orElse(code.syntax().module());
  }

  private static boolean contains(Node node, Node inner) {
    return node.first() <= inner.first() && inner.first() <= node.last();
  }
}
