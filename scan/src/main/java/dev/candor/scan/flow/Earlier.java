package dev.candor.scan.flow;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import java.util.Optional;

/** Tells which uses of a variable run before it is set to a value. */
final class Earlier {
  private final Code code;
  private final Binding binding;
  private final Optional<Node> setting;

  /**
   * @param target the name where it is set
   */
  Earlier(Code code, Binding binding, Node.Name target) {
    this.code = code;
    this.binding = binding;
    this.setting = setting(code, target);
  }

  /**
   * Whether the use cannot see the value: it stands in front, in the same run of the function that
   * the variable belongs to, and no loop comes back to it.
   */
  boolean is(Node use) {
    if (setting.isEmpty() || use.first() > setting.get().last()) {
      return false;
    }
    Optional<Node.Function> run = code.functionAround(setting.get());
    return isSame(run, code.functionAround(use))
        && isSame(run, code.functionAround(binding.declarations().getFirst()))
        && !isRepeated(setting.get(), use);
  }

  /** What sets the variable, by itself or in a pattern; empty for parameters and loops. */
  private static Optional<Node> setting(Code code, Node.Name target) {
    Optional<Node> found = Optional.empty();
    Node next = target;
    while (true) {
      Node inner = next;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.Assign assign when assign.target().is(inner) -> found = Optional.of(assign);
        case Node.Declarator one when one.target().is(inner) -> {
          return Optional.of(one);
        }
        case Node.Field field when field.value().is(inner) -> {}
        case Node.Fields pattern -> {}
        case Node.Array pattern -> {}
        case Node.Unary rest when rest.operator().equals("...") -> {}
        default -> {
          return found;
        }
      }
      next = around;
    }
  }

  private static boolean isSame(Optional<Node.Function> one, Optional<Node.Function> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().is(other.orElseThrow()));
  }

  /** Whether a loop goes around both. */
  private boolean isRepeated(Node set, Node use) {
    Optional<Node> around = code.syntax().parent(set);
    while (around.isPresent() && !(around.get() instanceof Node.Function)) {
      if ((around.get() instanceof Node.Loop || around.get() instanceof Node.Each)
          && around.get().first() <= use.first()
          && use.last() <= around.get().last()) {
        return true;
      }
      around = code.syntax().parent(around.get());
    }
    return false;
  }
}
