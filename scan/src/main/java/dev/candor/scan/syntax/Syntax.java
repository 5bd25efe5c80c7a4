package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a module, made where it is looked at: a statement when something in it is asked for,
 * the body of a function when something in the body is. A bundle has millions of tokens, and only
 * thousands of them matter.
 */
public final class Syntax {
  /** The operator of the parameter that stands for the object of a method, where it is one. */
  public static final String RECEIVER = "self";

  /** Bodies of so many tokens are parsed statement by statement as asked, not as a whole. */
  private static final int WIDE = 20_000;

  /** Python's modules are no bundles, and the bodies of their functions are left for later. */
  private static final int WIDE_BY_LINES = Integer.MAX_VALUE;

  /** Lists of so many nodes are searched by halves. */
  private static final int LONG = 32;

  /** What is nested deeper is not looked at: a chain of operands is as deep as it is long. */
  private static final int DEEPEST = 1_000;

  /** Statements that only parsing tells from each other. */
  private static final int MOST_UNBROKEN = 8;

  /** How far the beginning of a statement is looked for. */
  private static final int REACH = 400_000;

  /** How far in all: text without statements would cost its square. */
  private static final long MOST_GONE = 50_000_000;

  private final Tokens tokens;
  private final Function<Tokens, Parser> parsers;
  private final Scoping scoping;
  private final int wide;
  private final Allowance allowance;
  private final Node.Body module;
  private final NodePages<Node> parents;
  private final NodeMap<Node> adopted = new NodeMap<>();
  private final NodeMap<List<Node>> whole = new NodeMap<>();
  private final NodeMap<TreeMap<Integer, Node>> parts = new NodeMap<>();

  private long gone;

  private Syntax(
      Tokens tokens,
      Function<Tokens, Parser> parsers,
      Scoping scoping,
      int wide,
      Allowance allowance) {
    this.tokens = tokens;
    this.parsers = parsers;
    this.scoping = scoping;
    this.wide = wide;
    this.allowance = allowance;
    this.module = new Node.Body(-1, tokens.count());
    this.parents = new NodePages<>();
  }

  public static Syntax javaScript(Tokens tokens) {
    return javaScript(tokens, new Allowance());
  }

  public static Syntax javaScript(Tokens tokens, Allowance allowance) {
    return new Syntax(tokens, JavaScriptParser::new, Declarations::collect, WIDE, allowance);
  }

  public static Syntax python(Tokens tokens) {
    return python(tokens, new Allowance());
  }

  public static Syntax python(Tokens tokens, Allowance allowance) {
    PythonLayout layout = PythonLayout.of(tokens);
    return new Syntax(
        tokens,
        some -> new PythonParser(new PythonCursor(some, layout)),
        PythonDeclarations::collect,
        WIDE_BY_LINES,
        allowance);
  }

  /** What the language lets a scope declare. */
  Scoping scoping() {
    return scoping;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** All of the module. */
  public Node.Body module() {
    return module;
  }

  /** Whether so much was asked for that the rest is left unread. */
  public boolean exhausted() {
    return allowance.isSpent() || gone > MOST_GONE;
  }

  /** Whether the body is so large that {@link #statements} does not give it. */
  public boolean isWide(Node.Body body) {
    return body.last() - body.first() > wide;
  }

  /** The statements of a body, none where it is wide. */
  public List<Node> statements(Node body) {
    return switch (body) {
      case Node.Block block -> block.statements();
      case Node.Body lazy when isWide(lazy) -> List.of();
      case Node.Body lazy -> whole(lazy);
      default -> List.of();
    };
  }

  private List<Node> whole(Node.Body body) {
    List<Node> known = whole.get(body);
    if (known != null) {
      return known;
    }
    List<Node> statements = exhausted() ? List.of() : parsed(body);
    whole.put(body, statements);
    statements.forEach(statement -> parents.put(statement, body));
    return statements;
  }

  private List<Node> parsed(Node.Body body) {
    Parser parser = parsers.apply(tokens);
    List<Node> statements = parser.statements(body.from(), endOf(body));
    allowance.take(parser.taken());
    return statements;
  }

  private int endOf(Node.Body body) {
    return Math.min(body.to(), tokens.count());
  }

  /** Tells what stands directly in a node so; only on the way to what is looked at. */
  private void adopt(Node node, List<Node> children) {
    if (!children.isEmpty() && parents.get(children.getFirst()) == null) {
      for (Node child : children) {
        parents.put(child, node);
      }
    }
  }

  /** The same for all nodes of a statement. */
  private void adoptAll(Node statement) {
    if (adopted.put(statement, statement) != null) {
      return;
    }
    List<Node> open = new ArrayList<>(List.of(statement));
    while (!open.isEmpty()) {
      Node node = open.removeLast();
      for (Node child : node.children()) {
        parents.put(child, node);
        open.add(child);
      }
    }
  }

  /** What a node stands in; empty for the module. */
  public Optional<Node> parent(Node node) {
    Node known = parents.get(node);
    if (known == null && node.first() >= 0) {
      at(node.first()); // adopts what is on the way to it
      known = parents.get(node);
    }
    if (known == null && node.first() >= 0) {
      adoptAround(node);
      known = parents.get(node);
    }
    return Optional.ofNullable(known);
  }

  /** Where two nodes stand at one token, as in {@code {name}}, the way goes to one of them only. */
  private void adoptAround(Node node) {
    Node around = at(node.first()).orElse(null);
    while (around != null && !(parents.get(around) instanceof Node.Body)) {
      around = parents.get(around);
    }
    if (around != null) {
      adoptAll(around);
    }
  }

  /** Everything directly inside, bodies of functions too. */
  public List<Node> children(Node node) {
    return node instanceof Node.Body body ? statements(body) : node.children();
  }

  /** The innermost node that covers the token; empty where the code could not be read. */
  public Optional<Node> at(int token) {
    if (token < 0 || token >= tokens.count()) {
      return Optional.empty();
    }
    Node.Body body = module;
    for (int depth = 0; depth < DEEPEST; ) {
      Node node = statementAt(body, token).orElse(null);
      if (node == null) {
        return Optional.empty();
      }
      Node.@Nullable Body deeper = null;
      while (deeper == null) {
        if (++depth > DEEPEST) {
          return Optional.empty();
        }
        List<Node> children = node.children();
        adopt(node, children);
        Node inner = covering(children, token);
        if (inner == null) {
          return Optional.of(node);
        }
        if (inner instanceof Node.Body lazy) {
          if (token < lazy.from() || token >= lazy.to()) {
            return Optional.of(node);
          }
          deeper = lazy;
        }
        node = inner;
      }
      body = deeper;
    }
    return Optional.empty();
  }

  private static @Nullable Node covering(List<Node> nodes, int token) {
    int from = 0;
    if (nodes.size() > LONG) {
      // Elements and statements stand in the order of the text.
      int low = 0;
      int high = nodes.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (nodes.get(middle).first() <= token) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      from = low;
    }
    for (int i = from; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node.first() <= token && token <= node.last()) {
        return node;
      }
    }
    return null;
  }

  private Optional<Node> statementAt(Node.Body body, int token) {
    return isWide(body)
        ? statementInWide(body, token)
        : Optional.ofNullable(covering(whole(body), token));
  }

  private Optional<Node> statementInWide(Node.Body body, int token) {
    TreeMap<Integer, Node> known = parts.computeIfAbsent(body, b -> new TreeMap<>());
    Map.Entry<Integer, Node> before = known.floorEntry(token);
    if (before != null && before.getValue().last() >= token) {
      return Optional.of(before.getValue());
    }
    if (exhausted()) {
      return Optional.empty();
    }
    int start = startOfStatement(body, token);
    for (int i = 0; i < MOST_UNBROKEN && start <= token; i++) {
      Node statement = known.get(start);
      if (statement == null) {
        Parser parser = parsers.apply(tokens);
        statement = parser.statement(start, endOf(body));
        allowance.take(parser.taken());
        parents.put(statement, body);
        known.put(start, statement);
      }
      if (statement.last() >= token) {
        return Optional.of(statement);
      }
      // A declared function ends with its brace, whatever stands behind.
      start = Math.max(start, statement.last()) + 1;
    }
    return Optional.empty();
  }

  /** The first token of the statement, directly in the body, that covers the token. */
  private int startOfStatement(Node.Body body, int token) {
    int at = token;
    for (int around = tokens.around(at); around > body.first(); around = tokens.around(at)) {
      at = around;
    }
    if (Tokens.closes(tokens.kind(at)) && tokens.partner(at) > body.first()) {
      at = tokens.partner(at);
    }
    int steps = 0;
    while (at - 1 > body.first() && steps++ < REACH) {
      gone++;
      byte before = tokens.kind(at - 1);
      if (before == ';' || Statements.breaksBetween(tokens, at - 1, at)) {
        break;
      }
      int partner = Tokens.closes(before) ? tokens.partner(at - 1) : -1;
      at = partner > body.first() ? partner : at - 1;
    }
    return at;
  }
}
