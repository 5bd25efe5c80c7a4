package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads statements of Python (The Python Language Reference, chapters 7 and 8) out of tokens and
 * their layout, as the nodes that JavaScript has for the same meaning. Never throws: what it does
 * not know becomes {@link Node.Other}. Bodies of functions are left for later.
 */
final class PythonParser implements Parser {
  private static final Set<String> SIMPLE = Set.of("pass", "break", "continue");
  private static final Set<String> LISTING = Set.of("del", "assert", "global", "nonlocal");

  private final PythonCursor c;
  private final PythonExpressions expressions;
  private final PythonLists lists;

  private int from;

  PythonParser(PythonCursor cursor) {
    this.c = cursor;
    this.expressions = new PythonExpressions(cursor);
    this.lists = new PythonLists(cursor, expressions);
  }

  @Override
  public int taken() {
    return c.at - from;
  }

  @Override
  public List<Node> statements(int start, int to) {
    from = start;
    c.at = start;
    c.limit = to;
    return statements();
  }

  @Override
  public Node statement(int start, int to) {
    from = start;
    c.at = start;
    c.limit = to;
    return statement();
  }

  private List<Node> statements() {
    List<Node> statements = new ArrayList<>();
    while (c.at < c.limit) {
      if (c.kind() == ';') {
        c.at++;
      } else {
        int before = c.at;
        statements.add(statement());
        c.at = Math.max(c.at, before + 1);
      }
    }
    return statements;
  }

  private Node statement() {
    return c.deeper(
        () -> c.kind() == '@' ? decorated() : c.kind() == Tokens.WORD ? worded() : simple());
  }

  private Node worded() {
    String word = c.tokens.end(c.at) - c.tokens.start(c.at) > 8 ? "" : c.tokens.source(c.at);
    return switch (word) {
      case "if" -> choice();
      case "for" -> each();
      case "while" -> loop();
      case "try" -> attempt();
      case "with" -> with();
      case "def" -> function(c.at, false);
      case "class" -> classOf(c.at);
      case "async" -> async();
      case "match" -> isMatch() ? match() : simple();
      default -> simple();
    };
  }

  private Node async() {
    int first = c.at;
    if (c.isWord(first + 1, "def")) {
      return function(first, false);
    }
    if (c.isWord(first + 1, "for") || c.isWord(first + 1, "with")) {
      c.at++;
      Node inner = worded();
      return new Node.Other(first, Math.max(first, c.last()), List.of(inner));
    }
    return simple();
  }

  // One line.

  private Node simple() {
    int first = c.at;
    int end = c.layout.endOfLine(first);
    return c.inside(
        end,
        () -> {
          Node node = c.kind() == Tokens.WORD ? keyword(first) : assignment();
          if (c.at >= c.limit || c.kind() == ';') {
            return node;
          }
          // Syntax that is not known: what can be read of the rest of the line.
          List<Node> parts = new ArrayList<>(List.of(node));
          while (c.at < c.limit && c.kind() != ';') {
            int before = c.at;
            parts.add(expressions.tuple());
            c.at = Math.max(c.at, before + 1);
          }
          return new Node.Other(first, c.last(), parts);
        });
  }

  private Node keyword(int first) {
    if (c.isOne(SIMPLE)) {
      c.at++;
      return new Node.Other(first, first, List.of());
    }
    if (c.accept("return")) {
      Optional<Node> value = rest();
      return new Node.Return(first, c.last(), value);
    }
    if (c.accept("raise")) {
      Optional<Node> value = rest();
      if (c.accept("from")) {
        rest();
      }
      return value.isPresent()
          ? new Node.Throw(first, c.last(), value.get())
          : new Node.Other(first, c.last(), List.of());
    }
    if (c.isWord("import")) {
      return new PythonImports(c).plain();
    }
    if (c.isWord("from")) {
      return new PythonImports(c).from();
    }
    if (c.isOne(LISTING) || c.isWord("print") && isPrintStatement()) {
      c.at++;
      List<Node> parts = rest().map(List::of).orElse(List.of());
      return new Node.Other(first, c.last(), parts);
    }
    return assignment();
  }

  /** As Python 2 has it. */
  private boolean isPrintStatement() {
    byte next = c.kindAt(c.at + 1);
    return next == Tokens.STRING || next == Tokens.WORD || next == Tokens.NUMBER;
  }

  private Optional<Node> rest() {
    return c.at < c.limit && c.kind() != ';' ? Optional.of(expressions.tuple()) : Optional.empty();
  }

  private Node assignment() {
    int first = c.at;
    Node target = expressions.tuple();
    if (c.kind() == ':') {
      c.at++;
      expressions.expression(); // its type
    }
    if (c.kind() != '=' && c.kind() != Tokens.UPDATE) {
      return target;
    }
    String operator = c.tokens.source(c.at);
    c.at++;
    Node value = c.deeper(this::assignment);
    return new Node.Assign(first, Math.max(first, c.last()), operator, target, value);
  }

  // Suites.

  /** The statements behind the colon of the line that begins at {@code header}. */
  private Node suite(int header) {
    int colon = colon();
    int end = endOfSuite(header);
    List<Node> statements = c.inside(end, this::statements);
    c.at = Math.min(c.limit, Math.max(c.at, end));
    return new Node.Block(colon, Math.max(colon, c.last()), statements);
  }

  /** Passes over what is left of a head; the colon, or the last token where there is none. */
  private int colon() {
    int end = Math.min(c.limit, c.layout.endOfLine(c.last()));
    while (c.at < end && c.kind() != ':') {
      c.at = Tokens.opens(c.kind()) ? c.close(c.at) + 1 : c.at + 1;
    }
    c.at = Math.min(c.at, end);
    if (c.at < end) {
      c.at++;
    }
    return c.last();
  }

  private int endOfSuite(int header) {
    int lineEnd = c.layout.endOfLine(header);
    return Math.min(c.limit, c.at < lineEnd ? lineEnd : c.layout.endOfSuite(header));
  }

  /** Whether the next line goes on with a statement that began in the column of {@code header}. */
  private boolean goesOn(int header, String word) {
    return c.isWord(word)
        && c.layout.begins(c.at)
        && c.layout.column(c.at) == c.layout.column(header);
  }

  private Node head(int header, java.util.function.Supplier<Node> read) {
    int end = c.layout.endOfLine(header);
    return c.inside(end, () -> c.at < c.limit ? read.get() : c.nothing());
  }

  private Node choice() {
    int first = c.at++;
    Node test = head(first, expressions::named);
    Node then = suite(first);
    Optional<Node> otherwise = Optional.empty();
    if (goesOn(first, "elif")) {
      otherwise = Optional.of(c.deeper(this::choice));
    } else {
      otherwise = otherwise(first);
    }
    return new Node.If(first, c.last(), test, then, otherwise);
  }

  private Optional<Node> otherwise(int header) {
    if (!goesOn(header, "else")) {
      return Optional.empty();
    }
    int first = c.at++;
    return Optional.of(suite(first));
  }

  /** What stands behind a loop that was not left early is reached as well. */
  private Node withElse(int first, Node loop) {
    Optional<Node> otherwise = otherwise(first);
    return otherwise.isEmpty()
        ? loop
        : new Node.Block(first, c.last(), List.of(loop, otherwise.get()));
  }

  private Node each() {
    int first = c.at++;
    Node target = head(first, expressions::target);
    c.accept("in");
    Node iterated = head(first, expressions::tuple);
    Node body = suite(first);
    return withElse(first, new Node.Each(first, c.last(), target, iterated, false, body));
  }

  private Node loop() {
    int first = c.at++;
    Node test = head(first, expressions::named);
    Node body = suite(first);
    return withElse(first, new Node.Loop(first, c.last(), Optional.empty(), List.of(test), body));
  }

  private Node attempt() {
    int first = c.at++;
    List<Node> blocks = new ArrayList<>(List.of(suite(first)));
    while (goesOn(first, "except") || goesOn(first, "else") || goesOn(first, "finally")) {
      int header = c.at;
      boolean caught = c.isWord("except");
      c.at++;
      if (caught && c.kind() != ':') {
        blocks.add(caught(header));
      } else {
        blocks.add(suite(header));
      }
    }
    return new Node.Try(first, c.last(), blocks, Optional.empty());
  }

  /** {@code except Type as name}: the name is no value of the program's own. */
  private Node caught(int header) {
    c.accept('*');
    Node type = head(header, expressions::tuple);
    List<Node> parts = new ArrayList<>();
    if (c.accept("as") && c.kind() == Tokens.WORD) {
      Node name = new Node.Name(c.at, c.tokens.source(c.at));
      c.at++;
      Node raised = new Node.Other(type.first(), type.last(), List.of(type));
      parts.add(new Node.Assign(type.first(), name.last(), "=", name, raised));
    } else {
      parts.add(type);
    }
    parts.add(suite(header));
    return new Node.Block(header, c.last(), parts);
  }

  private Node with() {
    int first = c.at++;
    int end = c.layout.endOfLine(first);
    boolean bracketed =
        c.kind() == '(' && c.kindAt(c.close(c.at) + 1) == ':' && c.close(c.at) < end;
    int until = bracketed ? c.close(c.at) : end;
    if (bracketed) {
      c.at++;
    }
    List<Node> parts = new ArrayList<>();
    c.inside(
        until,
        () -> {
          while (c.at < c.limit && c.kind() != ':') {
            int before = c.at;
            parts.add(opened());
            c.accept(',');
            c.at = Math.max(c.at, before + 1);
          }
          return parts;
        });
    parts.add(suite(first));
    return new Node.Block(first, c.last(), parts);
  }

  private Node opened() {
    int first = c.at;
    Node value = expressions.expression();
    if (!c.accept("as")) {
      return value;
    }
    Node target =
        c.at < c.limit
            ? c.kind() == '(' ? expressions.expression() : expressions.singleTarget()
            : c.nothing();
    return new Node.Assign(first, Math.max(first, c.last()), "=", target, value);
  }

  private boolean isMatch() {
    int end = c.layout.endOfLine(c.at);
    return end < c.limit
        && c.tokens.kind(end - 1) == ':'
        && c.isWord(end, "case")
        && c.layout.column(end) > c.layout.column(c.at);
  }

  private Node match() {
    int first = c.at++;
    Node subject = head(first, expressions::tuple);
    colon();
    int end = endOfSuite(first);
    List<Node> cases = new ArrayList<>();
    c.inside(
        end,
        () -> {
          while (c.at < c.limit) {
            int before = c.at;
            if (c.isWord("case")) {
              oneCase(cases);
            } else {
              cases.add(statement());
            }
            c.at = Math.max(c.at, before + 1);
          }
          return cases;
        });
    return new Node.Switch(first, c.last(), subject, cases);
  }

  /** Patterns that stand for each other are cases that run into the next one. */
  private void oneCase(List<Node> into) {
    int first = c.at++;
    boolean all = c.isWord("_") && c.kindAt(c.at + 1) == ':';
    Node pattern = head(first, expressions::target);
    Node last = pattern;
    if (pattern instanceof Node.Binary or && or.operator().equals("|")) {
      alternatives(or.left(), into);
      last = or.right();
    }
    List<Node> body = new ArrayList<>();
    int from = Math.max(first, last.first());
    if (c.accept("if")) {
      Node test = head(first, expressions::named);
      Node then = suite(first);
      body.add(new Node.If(test.first(), c.last(), test, then, Optional.empty()));
    } else {
      body.add(suite(first));
    }
    into.add(
        new Node.Case(
            last.is(pattern) ? first : from,
            c.last(),
            all ? Optional.empty() : Optional.of(last),
            body));
  }

  private static void alternatives(Node pattern, List<Node> into) {
    Node left = pattern;
    List<Node> found = new ArrayList<>();
    while (left instanceof Node.Binary or && or.operator().equals("|")) {
      found.addFirst(or.right());
      left = or.left();
    }
    found.addFirst(left);
    for (Node one : found) {
      into.add(new Node.Case(one.first(), one.last(), Optional.of(one), List.of()));
    }
  }

  // Functions and classes.

  /** A statement with what stands at its head; the decorators are read, not followed. */
  private Node decorated() {
    int first = c.at;
    List<Node> parts = new ArrayList<>();
    while (c.kind() == '@') {
      int header = c.at++;
      parts.add(head(header, expressions::named));
      c.at = Math.min(c.limit, Math.max(c.at, c.layout.endOfLine(header)));
    }
    if (c.at < c.limit) {
      parts.add(c.kind() == Tokens.WORD ? worded() : simple());
    }
    return new Node.Other(first, Math.max(first, c.last()), parts);
  }

  private Node function(int first, boolean method) {
    c.accept("async");
    c.at++;
    Optional<Node.Name> name = Optional.empty();
    if (c.kind() == Tokens.WORD) {
      name = Optional.of(new Node.Name(c.at, c.tokens.source(c.at)));
      c.at++;
    }
    if (c.kind() == '[') {
      c.at = Math.min(c.limit, c.close(c.at) + 1); // its type parameters
    }
    List<Node> parameters = List.of();
    if (c.kind() == '(') {
      int end = c.close(c.at);
      c.at++;
      parameters = c.inside(end, () -> lists.parameters(true));
      c.at = Math.min(c.limit, end + 1);
    }
    int colon = colon();
    int from = c.at;
    int end = Math.max(from, endOfSuite(first));
    c.at = end;
    Node body = new Node.Body(colon, Math.max(colon, end - 1), from, end);
    return new Node.Function(
        first,
        Math.max(first, c.last()),
        method ? Optional.empty() : name,
        parameters,
        body,
        !method,
        false);
  }

  private Node classOf(int first) {
    c.at++;
    Optional<Node.Name> name = Optional.empty();
    if (c.kind() == Tokens.WORD) {
      name = Optional.of(new Node.Name(c.at, c.tokens.source(c.at)));
      c.at++;
    }
    colon();
    int end = endOfSuite(first);
    List<Node> members = new ArrayList<>();
    c.inside(
        end,
        () -> {
          while (c.at < c.limit) {
            int before = c.at;
            if (!c.accept(';')) {
              members.add(c.deeper(this::member));
            }
            c.at = Math.max(c.at, before + 1);
          }
          return members;
        });
    c.at = Math.min(c.limit, Math.max(c.at, end));
    return new Node.ClassOf(first, Math.max(first, c.last()), name, members, true);
  }

  /** A method or an attribute as JavaScript has them; another statement as it is. */
  private Node member() {
    int first = c.at;
    boolean property = false;
    boolean bound = true;
    while (c.kind() == '@') {
      int end = c.layout.endOfLine(c.at);
      property |= c.isWord(end - 1, "property") || c.isWord(end - 1, "cached_property");
      bound &= !c.isWord(end - 1, "staticmethod");
      c.at = Math.min(c.limit, Math.max(c.at + 1, end));
    }
    if (c.isWord("def") || c.isWord("async") && c.isWord(c.at + 1, "def")) {
      int word = c.at + (c.isWord("async") ? 2 : 1);
      String name = c.kindAt(word) == Tokens.WORD ? c.tokens.source(word) : "";
      Node method = method((Node.Function) function(c.at, true), bound, property);
      return new Node.Field(first, c.last(), Optional.of(name), Optional.empty(), method);
    }
    if (c.at > first) {
      Node decorated = c.at < c.limit ? statement() : c.nothing();
      return new Node.Other(first, Math.max(first, c.last()), List.of(decorated));
    }
    Node node = statement();
    return node instanceof Node.Assign assign
            && assign.operator().equals("=")
            && assign.target() instanceof Node.Name name
        ? new Node.Field(
            first, c.last(), Optional.of(name.text()), Optional.empty(), assign.value())
        : node;
  }

  /** The object of a method is no argument of its calls, so it stands behind the parameters. */
  private static Node method(Node.Function f, boolean bound, boolean property) {
    List<Node> parameters = new ArrayList<>(f.parameters());
    if (bound && !parameters.isEmpty() && parameters.getFirst() instanceof Node.Name self) {
      parameters.removeFirst();
      parameters.add(new Node.Unary(self.first(), self.last(), Syntax.RECEIVER, self));
    }
    return new Node.Function(f.first(), f.last(), f.name(), parameters, f.body(), false, property);
  }
}
