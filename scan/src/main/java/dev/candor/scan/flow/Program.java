package dev.candor.scan.flow;

import dev.candor.core.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Modules that are looked at together, and what one of them takes from another. */
final class Program {
  private final List<Code> modules;
  private final Modules dialect;
  private final Map<String, Code> byName = new HashMap<>();
  private final Map<Code, Set<Code>> imports = new HashMap<>();

  /** All of one language. */
  Program(Dialect dialect, List<Code> modules) {
    this.modules = List.copyOf(modules);
    this.dialect = dialect.modules(this);
    modules.forEach(code -> byName.putIfAbsent(code.name(), code));
  }

  List<Code> modules() {
    return modules;
  }

  /** The module at a path of the artifact. */
  Optional<Code> named(String path) {
    return Optional.ofNullable(byName.get(path));
  }

  /** The module of this program that {@code from} names so. */
  Optional<Code> imported(Code from, String specifier) {
    return dialect.imported(from, specifier);
  }

  /** All of a data file that {@code from} names by a relative path; it is no module of ours. */
  Optional<Location> beside(Code from, String specifier) {
    return specifier.length() < 200 && specifier.endsWith(".json")
        ? Optional.of(
            new Location(JavaScriptModules.resolve(from.name(), specifier), 0, Integer.MAX_VALUE))
        : Optional.empty();
  }

  /** Whether {@code taker} is the module or imports it: names of others are no hint. */
  boolean mayUse(Code taker, Code giver) {
    return taker.equals(giver)
        || imports.computeIfAbsent(taker, dialect::importsOf).contains(giver);
  }

  /**
   * What a module gives to others.
   *
   * @param path the exported name, then fields of it; empty for all that it exports
   */
  List<Spot> exported(Code code, List<String> path) {
    return dialect.exported(code, path);
  }

  /** Where other modules speak of a variable of the module. */
  List<Place> usesElsewhere(Code giver, String variable) {
    return dialect.uses(giver, variable);
  }
}
