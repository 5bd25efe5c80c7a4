package dev.candor.scan.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How modules of one program take from each other; one for each language. */
interface Modules {
  /** The module of the program that {@code from} names so. */
  Optional<Code> imported(Code from, String specifier);

  /** All modules of the program that one imports. */
  Set<Code> importsOf(Code code);

  /**
   * What a module gives to others.
   *
   * @param path the exported name, then fields of it; empty for all that it exports
   */
  List<Spot> exported(Code code, List<String> path);

  /** Where other modules speak of a variable of the module. */
  List<Place> uses(Code giver, String variable);
}
