package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls by which a search came into the function where it is, innermost first, so that it
 * leaves by the same call and not by another one.
 */
final class Calls {
  private static final int DEEPEST = 5;

  static final Calls NONE = new Calls();

  private final Node.@Nullable Function function;
  private final @Nullable Place call;
  private final @Nullable Calls outer;
  private final int depth;

  private Calls() {
    this.function = null;
    this.call = null;
    this.outer = null;
    this.depth = 0;
  }

  private Calls(Node.Function function, Place call, Calls outer) {
    this.function = function;
    this.call = call;
    this.outer = outer;
    this.depth = outer.depth + 1;
  }

  /** Into {@code function} by {@code call}; far out calls are forgotten. */
  Calls into(Node.Function entered, Place by) {
    return new Calls(entered, by, depth == DEEPEST ? NONE : this);
  }

  /** The call by which this function was entered; empty where any may be meant. */
  Optional<Place> callOf(Node.Function entered) {
    for (Calls c = this; c != null; c = c.outer) {
      if (c.function != null && c.function.is(entered)) {
        return Optional.ofNullable(c.call);
      }
    }
    return Optional.empty();
  }

  /** What was entered before this function was. */
  Calls before(Node.Function entered) {
    for (Calls c = this; c != null; c = c.outer) {
      if (c.function != null && c.function.is(entered)) {
        return c.outer == null ? NONE : c.outer;
      }
    }
    return NONE;
  }

  boolean isIn(Node.Function entered) {
    return callOf(entered).isPresent();
  }

  /** Whether the outermost of the calls is this one. */
  boolean beginWith(Place by) {
    for (Calls c = this; c != null; c = c.outer) {
      if (c.outer == null || c.outer.call == null) {
        return by.equals(c.call);
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Calls that) || depth != that.depth) {
      return false;
    }
    if (call == null || that.call == null) {
      return call == null && that.call == null;
    }
    return call.equals(that.call) && java.util.Objects.equals(outer, that.outer);
  }

  @Override
  public int hashCode() {
    return call == null ? 0 : call.hashCode() * 31 + depth;
  }
}
