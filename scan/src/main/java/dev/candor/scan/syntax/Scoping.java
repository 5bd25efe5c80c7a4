package dev.candor.scan.syntax;

import java.util.Map;

/** Which names a piece of code declares for what is in it; one for each language. */
@FunctionalInterface
interface Scoping {
  /** Adds the variables that {@code scope} itself declares; nothing where it is no scope. */
  void collect(Syntax syntax, Node scope, Map<String, Binding> into);
}
