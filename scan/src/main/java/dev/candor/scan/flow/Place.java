package dev.candor.scan.flow;

import dev.candor.core.Location;
import dev.candor.scan.syntax.Node;
import org.jspecify.annotations.Nullable;

/** A node of one of the modules. The same node is the same place, equal text elsewhere is not. */
final class Place {
  private final Code code;
  private final Node node;

  Place(Code code, Node node) {
    this.code = code;
    this.node = node;
  }

  Code code() {
    return code;
  }

  Node node() {
    return node;
  }

  Place at(Node other) {
    return new Place(code, other);
  }

  Location location() {
    return code.locate(node);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place that && node.is(that.node);
  }

  @Override
  public int hashCode() {
    return node.first() * 31 + node.last();
  }
}
