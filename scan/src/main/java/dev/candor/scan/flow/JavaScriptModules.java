package dev.candor.scan.flow;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Modules of JavaScript: {@code require}, {@code import}, and the ways to export. */
final class JavaScriptModules implements Modules {
  private static final List<String> ENDINGS =
      List.of("", ".js", ".cjs", ".mjs", ".ts", "/index.js", "/index.cjs", "/index.mjs");

  private final Program program;

  JavaScriptModules(Program program) {
    this.program = program;
  }

  @Override
  public Optional<Code> imported(Code from, String specifier) {
    if (!specifier.startsWith(".")) {
      return Optional.empty();
    }
    String path = resolve(from.name(), specifier);
    return ENDINGS.stream().flatMap(ending -> program.named(path + ending).stream()).findFirst();
  }

  @Override
  public Set<Code> importsOf(Code code) {
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

  static String resolve(String from, String specifier) {
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

  @Override
  public List<Spot> exported(Code code, List<String> path) {
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

  /** What is exported is followed through the object that it is put in. */
  @Override
  public List<Place> uses(Code giver, String variable) {
    return List.of();
  }
}
