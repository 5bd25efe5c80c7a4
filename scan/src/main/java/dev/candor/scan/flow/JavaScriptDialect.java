package dev.candor.scan.flow;

import dev.candor.artifact.Language;
import dev.candor.scan.syntax.Allowance;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.List;
import java.util.Set;

/** JavaScript and TypeScript on Node, Deno and Bun. */
final class JavaScriptDialect implements Dialect {
  static final Dialect INSTANCE = new JavaScriptDialect();

  private static final List<String> ENVIRONMENTS =
      List.of("process.env.", "Bun.env.", "import.meta.env.");

  private static final Set<String> OPENING =
      Set.of(
          "readFileSync",
          "readFile",
          "readlinkSync",
          "readlink",
          "realpathSync",
          "realpath",
          "open",
          "openSync",
          "createReadStream",
          "existsSync",
          "exists",
          "statSync",
          "stat",
          "accessSync",
          "access",
          "readTextFile",
          "readTextFileSync");

  private static final Set<String> SENDING =
      Set.of("fetch", "request", "post", "send", "end", "setHeader");

  private static final Set<String> SCREENS = Set.of("console");

  private JavaScriptDialect() {}

  @Override
  public Language language() {
    return Language.JAVASCRIPT;
  }

  @Override
  public Syntax syntax(Tokens tokens, Allowance allowance) {
    return Syntax.javaScript(tokens, allowance);
  }

  @Override
  public List<Integer> probeSeeds(Tokens tokens, Catalogue catalogue) {
    return ProbeSeeds.of(tokens, catalogue);
  }

  @Override
  public PickSeeds pickSeeds(Tokens tokens) {
    return PickSeeds.of(tokens);
  }

  @Override
  public Modules modules(Program program) {
    return new JavaScriptModules(program);
  }

  @Override
  public String method(String name) {
    return name;
  }

  @Override
  public String module(String name) {
    return ExpressionNames.module(name);
  }

  @Override
  public List<String> environments() {
    return ENVIRONMENTS;
  }

  @Override
  public String variable(String name) {
    return "process.env." + name;
  }

  @Override
  public int mostLookedUpBy() {
    return 1;
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
    return "";
  }

  @Override
  public boolean mayBeThis(Tokens tokens, int token) {
    return tokens.is(token, "this");
  }

  @Override
  public boolean isThis(Code code, Node name) {
    return name instanceof Node.Name n && n.text().equals("this");
  }
}
