package dev.candor.scan.flow;

import dev.candor.core.Location;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Modules that are looked at together, and what one of them takes from another. */
final class Program {
  private static final List<String> ENDINGS =
      List.of(
          "",
          ".js",
          ".cjs",
          ".mjs",
          ".ts",
          "/index.js",
          "/index.cjs",
          "/index.mjs",
          ".py",
          "/__init__.py");

  private final List<Code> modules;
  private final Map<String, Code> byName = new HashMap<>();
  private final Map<Code, Set<Code>> imports = new HashMap<>();

  Program(List<Code> modules) {
    this.modules = List.copyOf(modules);
    modules.forEach(code -> byName.putIfAbsent(code.name(), code));
  }

  List<Code> modules() {
    return modules;
  }

  /** The module of this program that {@code from} names by a relative path. */
  Optional<Code> imported(Code from, String specifier) {
    if (!specifier.startsWith(".")) {
      return Optional.empty();
    }
    String path = resolve(from.name(), specifier);
    return ENDINGS.stream()
        .map(ending -> byName.get(path + ending))
        .filter(code -> code != null)
        .findFirst();
  }

  /** All of a data file that {@code from} names by a relative path; it is no module of ours. */
  Optional<Location> beside(Code from, String specifier) {
    return specifier.length() < 200 && specifier.endsWith(".json")
        ? Optional.of(new Location(resolve(from.name(), specifier), 0, Integer.MAX_VALUE))
        : Optional.empty();
  }

  /** Whether {@code taker} is the module or imports it: names of others are no hint. */
  boolean mayUse(Code taker, Code giver) {
    return taker.equals(giver) || imports.computeIfAbsent(taker, this::importsOf).contains(giver);
  }

  private Set<Code> importsOf(Code code) {
    Set<Code> found = new HashSet<>();
    Tokens tokens = code.tokens();
    for (String word : List.of("require", "from", "import")) {
      for (int t : code.occurrences().named(word, 2_000)) {
        int text = tokens.kind(t + 1) == '(' ? t + 2 : t + 1;
        if (tokens.kind(text) == Tokens.STRING) {
          imported(code, Literals.string(tokens, text)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static String resolve(String from, String specifier) {
    List<String> parts = new ArrayList<>(List.of(from.split("/")));
    parts.removeLast();
    for (String part : specifier.split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /**
   * What a module gives to others.
   *
   * @param path the exported name, then fields of it; empty for all that it exports
   */
  List<Spot> exported(Code code, List<String> path) {
    List<Spot> found = new ArrayList<>();
    Tokens tokens = code.tokens();
    for (int t : code.occurrences().named("exports", 200)) {
      if (tokens.kind(t + 1) == '=' && tokens.kind(t - 1) == '.' && tokens.is(t - 2, "module")) {
        valueAssignedAt(code, t)
            .ifPresent(value -> found.add(new Spot(new Place(code, value), path, Calls.NONE)));
      }
    }
    if (path.isEmpty()) {
      return found;
    }
    List<String> rest = path.subList(1, path.size());
    for (int t : code.occurrences().named(path.getFirst(), 200)) {
      exportedAt(code, t)
          .ifPresent(node -> found.add(new Spot(new Place(code, node), rest, Calls.NONE)));
    }
    return found;
  }

  private static Optional<Node> exportedAt(Code code, int t) {
    Tokens tokens = code.tokens();
    if (tokens.kind(t - 1) == '.'
        && (tokens.is(t - 2, "exports") || tokens.is(t - 2, "module"))
        && tokens.kind(t + 1) == '=') {
      return valueAssignedAt(code, t);
    }
    if (tokens.is(t - 1, "as") && tokens.kind(t - 2) == Tokens.WORD) {
      return declaredAs(code, t - 2);
    }
    boolean exported =
        tokens.is(t - 2, "export") || tokens.is(t - 3, "export") || isInExportList(tokens, t);
    return exported ? declaredAs(code, t) : Optional.empty();
  }

  private static boolean isInExportList(Tokens tokens, int t) {
    int around = tokens.around(t);
    return around > 0 && tokens.kind(around) == '{' && tokens.is(around - 1, "export");
  }

  private static Optional<Node> declaredAs(Code code, int word) {
    Node.Name name = new Node.Name(word, code.tokens().source(word));
    return code.scopes()
        .resolveFrom(code.syntax().module(), name)
        .map(binding -> binding.declarations().getFirst());
  }

  private static Optional<Node> valueAssignedAt(Code code, int t) {
    return code.syntax()
        .at(t)
        .filter(node -> node instanceof Node.Member)
        .flatMap(code.syntax()::parent)
        .map(node -> node instanceof Node.Assign assign ? assign.value() : node)
        .filter(node -> !(node instanceof Node.Member));
  }
}
