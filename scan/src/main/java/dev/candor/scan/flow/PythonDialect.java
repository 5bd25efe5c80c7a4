package dev.candor.scan.flow;

import dev.candor.artifact.Language;
import dev.candor.scan.syntax.Allowance;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Python 3, its standard library, and the usual clients of HTTP. */
final class PythonDialect implements Dialect {
  static final Dialect INSTANCE = new PythonDialect();

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("startswith", "startsWith"),
          Map.entry("endswith", "endsWith"),
          Map.entry("find", "indexOf"),
          Map.entry("index", "indexOf"),
          Map.entry("rfind", "lastIndexOf"),
          Map.entry("rindex", "lastIndexOf"),
          Map.entry("fullmatch", "match"),
          Map.entry("upper", "toUpperCase"),
          Map.entry("lower", "toLowerCase"),
          Map.entry("casefold", "toLowerCase"),
          Map.entry("strip", "trim"),
          Map.entry("rstrip", "trimEnd"),
          Map.entry("lstrip", "trimStart"),
          Map.entry("append", "push"),
          Map.entry("appendleft", "unshift"),
          Map.entry("insert", "push"),
          Map.entry("__contains__", "includes"));

  private static final List<String> ENVIRONMENTS = List.of("os.environ.");

  private static final Set<String> OPENING =
      Set.of("open", "Path", "readlink", "realpath", "read_text", "exists", "isfile", "stat");

  private static final Set<String> SENDING =
      Set.of(
          "post",
          "put",
          "patch",
          "request",
          "send",
          "sendall",
          "stream",
          "urlopen",
          "Request",
          "putheader",
          "write_message");

  private static final Set<String> SCREENS =
      Set.of("console", "logging", "logger", "log", "warnings", "click", "typer");

  private PythonDialect() {}

  @Override
  public Language language() {
    return Language.PYTHON;
  }

  @Override
  public Syntax syntax(Tokens tokens, Allowance allowance) {
    return Syntax.python(tokens, allowance);
  }

  @Override
  public List<Integer> probeSeeds(Tokens tokens, Catalogue catalogue) {
    return PythonProbeSeeds.of(tokens, catalogue);
  }

  @Override
  public PickSeeds pickSeeds(Tokens tokens) {
    return PythonPickSeeds.of(tokens);
  }

  @Override
  public Modules modules(Program program) {
    return new PythonModules(program);
  }

  @Override
  public String method(String name) {
    return METHODS.getOrDefault(name, name);
  }

  @Override
  public String module(String name) {
    return name;
  }

  @Override
  public List<String> environments() {
    return ENVIRONMENTS;
  }

  @Override
  public String variable(String name) {
    return "os.environ[\"" + name + "\"]";
  }

  @Override
  public int mostLookedUpBy() {
    return 2;
  }

  @Override
  public Set<String> opening() {
    return OPENING;
  }

  @Override
  public Set<String> sending() {
    return SENDING;
  }

  @Override
  public Set<String> screens() {
    return SCREENS;
  }

  @Override
  public String constructor() {
    return "__init__";
  }

  @Override
  public boolean mayBeThis(Tokens tokens, int token) {
    return tokens.kind(token) == Tokens.WORD;
  }

  /** The first parameter of a method, whatever its name is. */
  @Override
  public boolean isThis(Code code, Node name) {
    return name instanceof Node.Name n
        && code.scopes()
            .resolve(n)
            .map(Binding::declarations)
            .filter(all ->
                code.syntax().parent(all.getFirst()).orElse(null) instanceof Node.Unary unary
                    && unary.operator().equals(Syntax.RECEIVER))
            .isPresent();
  }
}
