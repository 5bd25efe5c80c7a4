package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads statements of JavaScript (ECMA-262), and as much of TypeScript as can be skipped, out of
 * tokens. Never throws: what it does not know becomes {@link Node.Other}. Bodies of functions are
 * left for later.
 */
final class JavaScriptParser implements Parser {
  /** Tokens of one statement, bodies of functions left out, behind which lists are cut. */
  private static final int MOST_TAKEN = 300_000;

  private static final int DEEPEST = 300;

  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("??", 1),
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("|", 4),
          Map.entry("^", 5),
          Map.entry("&", 6),
          Map.entry("==", 7),
          Map.entry("!=", 7),
          Map.entry("===", 7),
          Map.entry("!==", 7),
          Map.entry("<", 8),
          Map.entry(">", 8),
          Map.entry("<=", 8),
          Map.entry(">=", 8),
          Map.entry("in", 8),
          Map.entry("instanceof", 8),
          Map.entry("<<", 9),
          Map.entry(">>", 9),
          Map.entry(">>>", 9),
          Map.entry("+", 10),
          Map.entry("-", 10),
          Map.entry("*", 11),
          Map.entry("/", 11),
          Map.entry("%", 11),
          Map.entry("**", 12));

  private static final Set<String> PREFIXES =
      Set.of("typeof", "void", "delete", "await", "yield", "throw");

  private static final Set<String> CONSTANTS =
      Set.of("true", "false", "null", "undefined", "NaN", "Infinity");

  private final Tokens tokens;
  private int at;
  private int limit;
  private int depth;

  private int start;

  /** Tokens that were passed over: bodies of functions, and what is too much. */
  private int left;

  /** Inside the head of a {@code for}, {@code in} is no operator. */
  private boolean noIn;

  JavaScriptParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The rest up to {@code end} is passed over. */
  private void leave(int end) {
    left += Math.max(0, Math.min(limit, end) - at);
  }

  /** A list of so much is data. */
  private boolean isMuch() {
    return taken() > MOST_TAKEN;
  }

  @Override
  public int taken() {
    return at - start - left;
  }

  @Override
  public List<Node> statements(int from, int to) {
    start = from;
    at = from;
    limit = to;
    return statementsUntil(to);
  }

  @Override
  public Node statement(int from, int to) {
    start = from;
    at = from;
    limit = to;
    return statement();
  }

  private List<Node> statementsUntil(int end) {
    List<Node> statements = new ArrayList<>();
    while (at < end) {
      if (kind() == ';') {
        at++;
      } else {
        int before = at;
        statements.add(statement());
        if (at == before) {
          at++;
        }
      }
    }
    return statements;
  }

  private byte kind() {
    return at < limit ? tokens.kind(at) : 0;
  }

  private byte kindAt(int token) {
    return token < limit ? tokens.kind(token) : 0;
  }

  private boolean isWord(String word) {
    return at < limit && tokens.kind(at) == Tokens.WORD && tokens.is(at, word);
  }

  private boolean accept(char symbol) {
    if (kind() == symbol) {
      at++;
      return true;
    }
    return false;
  }

  /** The bracket that closes the one at {@code open}, at most the end. */
  private int close(int open) {
    int partner = tokens.partner(open);
    return partner < 0 ? limit : Math.min(partner, limit);
  }

  private int last() {
    return Math.max(0, at - 1);
  }

  private <T> T inside(int end, Supplier<T> read) {
    int outer = limit;
    boolean outerNoIn = noIn;
    limit = Math.min(outer, end);
    noIn = false;
    try {
      return read.get();
    } finally {
      limit = outer;
      noIn = outerNoIn;
    }
  }

  /** Too deep: the rest up to the next closing bracket is left. */
  private Node tooDeep() {
    int first = at;
    while (at < limit && !Tokens.closes(tokens.kind(at)) && kind() != ';' && kind() != ',') {
      at = Tokens.opens(tokens.kind(at)) ? Math.max(at, close(at)) + 1 : at + 1;
    }
    if (at == first) {
      at++;
    }
    at = Math.min(at, Math.max(limit, first + 1));
    return new Node.Other(first, last(), List.of());
  }

  // Statements.

  private Node statement() {
    if (++depth > DEEPEST) {
      depth--;
      return tooDeep();
    }
    try {
      return kind() == '{'
          ? block()
          : kind() == Tokens.WORD ? wordStatement() : expressionStatement();
    } finally {
      depth--;
    }
  }

  private Node wordStatement() {
    int first = at;
    byte next = kindAt(at + 1);
    if (next == '.' || next == '=' || next == Tokens.OPTIONAL_DOT) {
      return expressionStatement();
    }
    return switch (word()) {
      case "var", "const" -> declare();
      case "let" ->
          next == Tokens.WORD || next == '[' || next == '{' ? declare() : expressionStatement();
      case "using" -> next == Tokens.WORD ? declare() : expressionStatement();
      case "if" -> ifStatement();
      case "return" -> {
        at++;
        Optional<Node> value = valueOnLine();
        accept(';');
        yield new Node.Return(first, last(), value);
      }
      case "throw" -> {
        at++;
        Node value = expression();
        accept(';');
        yield new Node.Throw(first, last(), value);
      }
      case "for" -> forStatement();
      case "while" -> {
        at++;
        Node test = parenthesised();
        Node body = statement();
        yield new Node.Loop(first, last(), Optional.empty(), List.of(test), body);
      }
      case "do" -> {
        at++;
        Node body = statement();
        if (!isWord("while")) {
          yield body;
        }
        at++;
        Node test = parenthesised();
        accept(';');
        yield new Node.Loop(first, last(), Optional.empty(), List.of(test), body);
      }
      case "switch" -> switchStatement();
      case "try" -> tryStatement();
      case "function" -> function(true);
      case "async" ->
          next == Tokens.WORD && tokens.is(at + 1, "function")
              ? function(true)
              : expressionStatement();
      case "class" -> classOf(true);
      case "import" -> next == '(' ? expressionStatement() : importStatement();
      case "export" -> exportStatement();
      case "break", "continue" -> {
        at++;
        if (kind() == Tokens.WORD && !lineBreakBefore(at)) {
          at++;
        }
        accept(';');
        yield new Node.Other(first, last(), List.of());
      }
      case "debugger" -> {
        at++;
        accept(';');
        yield new Node.Other(first, last(), List.of());
      }
      default -> {
        if (next == ':') {
          at += 2;
          Node labelled = at < limit ? statement() : new Node.Other(first, last(), List.of());
          yield new Node.Other(first, last(), List.of(labelled));
        }
        yield expressionStatement();
      }
    };
  }

  private String word() {
    return tokens.end(at) - tokens.start(at) > 10 ? "" : tokens.source(at);
  }

  private Optional<Node> valueOnLine() {
    byte kind = kind();
    return kind == 0 || kind == ';' || kind == '}' || lineBreakBefore(at)
        ? Optional.empty()
        : Optional.of(expression());
  }

  private boolean lineBreakBefore(int token) {
    byte[] text = tokens.text();
    for (int i = tokens.end(token - 1); i < tokens.start(token); i++) {
      if (text[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private Node expressionStatement() {
    Node expression = expression();
    accept(';');
    return expression;
  }

  private Node block() {
    int first = at;
    int end = close(at);
    at++;
    List<Node> statements = inside(end, () -> statementsUntil(end));
    at = Math.min(limit, end + 1);
    return new Node.Block(first, last(), statements);
  }

  private Node declare() {
    int first = at;
    String kind = tokens.source(at++);
    List<Node> declarators = new ArrayList<>();
    do {
      int start = at;
      if (at >= limit) {
        break;
      }
      Node target = target();
      skipType();
      Optional<Node> value =
          kind() == '=' && at++ >= 0 ? Optional.of(assignment()) : Optional.empty();
      declarators.add(new Node.Declarator(start, Math.max(start, last()), target, value));
    } while (accept(','));
    accept(';');
    return new Node.Declare(first, last(), kind, declarators);
  }

  /** A name or a pattern. */
  private Node target() {
    if (kind() == '[' || kind() == '{') {
      return primary();
    }
    if (kind() == Tokens.WORD) {
      Node name = new Node.Name(at, tokens.source(at));
      at++;
      return name;
    }
    int first = at;
    at++;
    return new Node.Other(first, first, List.of());
  }

  /** TypeScript's {@code : type} behind a name. */
  private void skipType() {
    if (kind() == '?' && kindAt(at + 1) == ':') {
      at++;
    }
    if (kind() == '!' && kindAt(at + 1) == ':') {
      at++;
    }
    if (kind() != ':') {
      return;
    }
    at++;
    skipTypeItself();
  }

  private void skipTypeItself() {
    while (at < limit) {
      byte kind = kind();
      if (kind == ',' || kind == ';' || kind == '=' || kind == ')' || kind == ']' || kind == '}') {
        return;
      }
      if (isWord("of") || isWord("in")) {
        return;
      }
      if (kind == '{' && at > 0 && tokens.kind(at - 1) != ':' && tokens.kind(at - 1) != '|') {
        return; // a function's body
      }
      at = Tokens.opens(kind) ? close(at) + 1 : at + 1;
    }
    at = Math.min(at, limit);
  }

  private Node ifStatement() {
    int first = at++;
    Node test = parenthesised();
    Node then = statement();
    Optional<Node> otherwise = Optional.empty();
    if (isWord("else")) {
      at++;
      otherwise = Optional.of(statement());
    }
    return new Node.If(first, last(), test, then, otherwise);
  }

  private Node parenthesised() {
    if (kind() != '(') {
      return expression();
    }
    int end = close(at);
    at++;
    Node inner = inside(end, () -> at < end ? expression() : new Node.Other(at, at, List.of()));
    at = Math.min(limit, end + 1);
    return inner;
  }

  private Node forStatement() {
    int first = at++;
    if (isWord("await")) {
      at++;
    }
    if (kind() != '(') {
      return new Node.Other(first, last(), List.of());
    }
    int end = close(at);
    at++;
    Head head = inside(end, () -> head(end));
    at = Math.min(limit, end + 1);
    Node body = statement();
    return switch (head) {
      case Head.Over(var target, var iterated, var keys) ->
          new Node.Each(first, last(), target, iterated, keys, body);
      case Head.Counted(var start, var tests) -> new Node.Loop(first, last(), start, tests, body);
    };
  }

  private sealed interface Head {
    record Over(Node target, Node iterated, boolean keys) implements Head {}

    record Counted(Optional<Node> start, List<Node> tests) implements Head {}
  }

  private Head head(int end) {
    Optional<Node> start = Optional.empty();
    if (kind() != ';') {
      noIn = true;
      boolean declares =
          (isWord("var") || isWord("let") || isWord("const") || isWord("using"))
              && (kindAt(at + 1) == Tokens.WORD || kindAt(at + 1) == '[' || kindAt(at + 1) == '{');
      Node begun = declares ? declare() : expression();
      noIn = false;
      start = Optional.of(begun);
      if (isWord("of") || isWord("in")) {
        boolean keys = isWord("in");
        at++;
        Node iterated = at < end ? expression() : new Node.Other(last(), last(), List.of());
        return new Head.Over(begun, iterated, keys);
      }
    }
    List<Node> tests = new ArrayList<>();
    while (at < end) {
      if (kind() == ';') {
        at++;
      } else {
        int before = at;
        tests.add(expression());
        at = Math.max(at, before + 1);
      }
    }
    return new Head.Counted(start, tests);
  }

  private Node switchStatement() {
    int first = at++;
    Node subject = parenthesised();
    List<Node> cases = new ArrayList<>();
    if (kind() == '{') {
      int end = close(at);
      at++;
      inside(
          end,
          () -> {
            while (at < end) {
              cases.add(oneCase(end));
            }
            return cases;
          });
      at = Math.min(limit, end + 1);
    }
    return new Node.Switch(first, last(), subject, cases);
  }

  private Node oneCase(int end) {
    int first = at;
    Optional<Node> test = Optional.empty();
    if (isWord("case")) {
      at++;
      test = Optional.of(expression());
    } else {
      at++;
    }
    accept(':');
    List<Node> statements = new ArrayList<>();
    while (at < end && !isWord("case") && !(isWord("default") && kindAt(at + 1) == ':')) {
      if (accept(';')) {
        continue;
      }
      int before = at;
      statements.add(statement());
      at = Math.max(at, before + 1);
    }
    return new Node.Case(first, last(), test, statements);
  }

  private Node tryStatement() {
    int first = at++;
    List<Node> blocks = new ArrayList<>();
    Optional<Node> caught = Optional.empty();
    if (kind() == '{') {
      blocks.add(block());
    }
    if (isWord("catch")) {
      at++;
      if (kind() == '(') {
        int end = close(at);
        at++;
        caught = Optional.of(inside(end, this::target));
        at = Math.min(limit, end + 1);
      }
      if (kind() == '{') {
        blocks.add(block());
      }
    }
    if (isWord("finally")) {
      at++;
      if (kind() == '{') {
        blocks.add(block());
      }
    }
    return new Node.Try(first, last(), blocks, caught);
  }

  private Node importStatement() {
    int first = at++;
    List<Node.Imported> names = new ArrayList<>();
    while (at < limit && kind() != Tokens.STRING && kind() != ';') {
      if (kind() == '*') {
        at++;
        if (isWord("as")) {
          at++;
        }
        imported("*", names);
      } else if (kind() == '{') {
        int end = close(at);
        at++;
        inside(
            end,
            () -> {
              importedNames(end, names);
              return names;
            });
        at = Math.min(limit, end + 1);
      } else if (kind() == Tokens.WORD && !tokens.is(at, "from")) {
        imported("default", names);
      } else {
        at++;
      }
    }
    String from = kind() == Tokens.STRING ? Literals.string(tokens, at++) : "";
    accept(';');
    return new Node.Import(first, last(), names, from);
  }

  private void imported(String exported, List<Node.Imported> names) {
    if (kind() == Tokens.WORD) {
      names.add(new Node.Imported(new Node.Name(at, tokens.source(at)), exported));
      at++;
    }
  }

  private void importedNames(int end, List<Node.Imported> names) {
    while (at < end) {
      if (kind() == Tokens.WORD || kind() == Tokens.STRING) {
        String exported = kind() == Tokens.WORD ? tokens.source(at) : Literals.string(tokens, at);
        if (kindAt(at + 1) == Tokens.WORD && tokens.is(at + 1, "as")) {
          at += 2;
        }
        imported(exported, names);
      } else {
        at++;
      }
    }
  }

  private Node exportStatement() {
    int first = at++;
    if (isWord("default")) {
      at++;
      if (at < limit) {
        Node value = isWord("function") || isWord("class") ? statement() : expressionStatement();
        return new Node.Other(first, last(), List.of(value));
      }
    }
    if (kind() == '{' || kind() == '*') {
      while (at < limit && kind() != ';' && kind() != Tokens.STRING && !isStatementWord()) {
        at = kind() == '{' ? close(at) + 1 : at + 1;
      }
      at = Math.min(at, limit);
      if (kind() == Tokens.STRING) {
        at++;
      }
      accept(';');
      return new Node.Other(first, last(), List.of());
    }
    return at < limit ? statement() : new Node.Other(first, last(), List.of());
  }

  private boolean isStatementWord() {
    return isWord("var")
        || isWord("let")
        || isWord("const")
        || isWord("function")
        || isWord("class")
        || isWord("import")
        || isWord("export");
  }

  // Expressions.

  private Node expression() {
    int first = at;
    Node one = assignment();
    if (kind() != ',') {
      return one;
    }
    List<Node> parts = new ArrayList<>(List.of(one));
    while (accept(',')) {
      if (at >= limit) {
        break;
      }
      parts.add(assignment());
    }
    return new Node.Sequence(first, last(), parts);
  }

  private Node assignment() {
    if (++depth > DEEPEST) {
      depth--;
      return tooDeep();
    }
    try {
      int first = at;
      Node left = conditional();
      byte kind = kind();
      if (kind == '=' || kind == Tokens.UPDATE) {
        String operator = tokens.source(at);
        at++;
        Node value = at < limit ? assignment() : new Node.Other(last(), last(), List.of());
        return new Node.Assign(first, last(), operator, left, value);
      }
      return left;
    } finally {
      depth--;
    }
  }

  private Node conditional() {
    int first = at;
    Node test = binary(1);
    // In TypeScript a question mark may belong to a parameter.
    if (kind() != '?' || kindAt(at + 1) == ':' || kindAt(at + 1) == ',' || kindAt(at + 1) == ')') {
      return test;
    }
    at++;
    boolean outer = noIn;
    noIn = false;
    Node then = assignment();
    noIn = outer;
    if (!accept(':')) {
      return new Node.Other(first, last(), List.of(test, then));
    }
    Node otherwise = at < limit ? assignment() : new Node.Other(last(), last(), List.of());
    return new Node.Conditional(first, last(), test, then, otherwise);
  }

  private Node binary(int least) {
    int first = at;
    Node left = unary();
    while (at < limit) {
      String operator = binaryOperator();
      int precedence = operator.isEmpty() ? 0 : PRECEDENCE.getOrDefault(operator, 0);
      if (precedence < least || precedence == 0) {
        break;
      }
      at++;
      if (at >= limit) {
        break;
      }
      Node right = operand(operator.equals("**") ? precedence : precedence + 1);
      left = new Node.Binary(first, last(), operator, left, right);
    }
    return left;
  }

  private Node operand(int least) {
    if (++depth > DEEPEST) {
      depth--;
      return tooDeep();
    }
    try {
      return binary(least);
    } finally {
      depth--;
    }
  }

  private String binaryOperator() {
    return switch (kind()) {
      case Tokens.OPERATOR -> tokens.source(at);
      case '+', '-', '*', '/', '%', '<', '>', '&', '|', '^' -> String.valueOf((char) kind());
      case Tokens.WORD ->
          tokens.is(at, "instanceof") ? "instanceof" : tokens.is(at, "in") && !noIn ? "in" : "";
      default -> "";
    };
  }

  private Node unary() {
    int first = at;
    byte kind = kind();
    if (kind == '!' || kind == '~' || kind == '+' || kind == '-') {
      at++;
      return unary(first, String.valueOf((char) kind));
    }
    if (kind == Tokens.SPREAD) {
      at++;
      Node operand = at < limit ? assignment() : new Node.Other(first, first, List.of());
      return new Node.Unary(first, last(), "...", operand);
    }
    if (kind == Tokens.OPERATOR && (tokens.is(at, "++") || tokens.is(at, "--"))) {
      at++;
      return unary(first, "++");
    }
    if (kind == Tokens.WORD && isPrefixWord()) {
      String operator = tokens.source(at);
      at++;
      if (operator.equals("yield")) {
        accept('*');
        if (endsExpression()) {
          return new Node.Other(first, first, List.of());
        }
        Node operand = assignment();
        return new Node.Unary(first, last(), operator, operand);
      }
      return unary(first, operator);
    }
    return postfix(first, primary());
  }

  private boolean isPrefixWord() {
    int length = tokens.end(at) - tokens.start(at);
    byte next = kindAt(at + 1);
    return length >= 4
        && length <= 6
        && next != '.'
        && next != '='
        && next != ','
        && next != ')'
        && next != ':'
        && next != Tokens.ARROW
        && PREFIXES.contains(tokens.source(at));
  }

  private boolean endsExpression() {
    byte kind = kind();
    return kind == 0 || kind == ',' || kind == ';' || kind == ':' || Tokens.closes(kind);
  }

  private Node unary(int first, String operator) {
    if (++depth > DEEPEST || at >= limit) {
      depth--;
      return tooDeep();
    }
    try {
      Node operand = unary();
      return new Node.Unary(first, last(), operator, operand);
    } finally {
      depth--;
    }
  }

  private Node postfix(int first, Node start) {
    Node node = start;
    while (at < limit) {
      byte kind = kind();
      if (kind == '.' && (kindAt(at + 1) == Tokens.WORD)) {
        node = new Node.Member(first, at + 1, node, tokens.source(at + 1));
        at += 2;
      } else if (kind == Tokens.OPTIONAL_DOT) {
        at++;
        if (kind() == Tokens.WORD) {
          node = new Node.Member(first, at, node, tokens.source(at));
          at++;
        } else if (kind() != '(' && kind() != '[') {
          return node;
        }
      } else if (kind == '[') {
        node = index(first, node);
      } else if (kind == '(') {
        List<Node> arguments = list();
        node = new Node.Call(first, last(), node, arguments);
      } else if (kind == Tokens.TEMPLATE || kind == Tokens.TEMPLATE_HEAD) {
        Node template = primary();
        node = new Node.Call(first, last(), node, List.of(template));
      } else if (kind == Tokens.OPERATOR
          && (tokens.is(at, "++") || tokens.is(at, "--"))
          && !lineBreakBefore(at)) {
        at++;
        node = new Node.Unary(first, last(), "++", node);
      } else if (kind == '!' && kindAt(at + 1) != '=' && isTypeScriptBang()) {
        at++;
      } else if (kind == Tokens.WORD
          && (isWord("as") || isWord("satisfies"))
          && !lineBreakBefore(at)) {
        at++;
        skipAs();
      } else {
        break;
      }
    }
    return node;
  }

  private boolean isTypeScriptBang() {
    byte next = kindAt(at + 1);
    return next == '.' || next == ')' || next == ',' || next == ';' || next == '[';
  }

  private void skipAs() {
    while (at < limit) {
      byte kind = kind();
      if (kind == Tokens.WORD || kind == Tokens.STRING || kind == '.') {
        at++;
      } else if (kind == '[' || kind == '{') {
        at = close(at) + 1;
      } else if ((kind == '<') && kindAt(at + 1) == Tokens.WORD) {
        while (at < limit && kind() != '>') {
          at++;
        }
        at++;
      } else if (kind == '|' || kind == '&') {
        at++;
      } else {
        break;
      }
    }
    at = Math.min(at, limit);
  }

  private Node index(int first, Node object) {
    int end = close(at);
    at++;
    Node key = inside(end, () -> at < end ? expression() : new Node.Other(at, at, List.of()));
    at = Math.min(limit, end + 1);
    return key instanceof Node.Text text
        ? new Node.Member(first, last(), object, text.value())
        : new Node.Index(first, last(), object, key);
  }

  /** Expressions between the bracket here and its partner; holes are left out. */
  private List<Node> list() {
    int end = close(at);
    at++;
    List<Node> elements =
        inside(
            end,
            () -> {
              List<Node> all = new ArrayList<>();
              while (at < end && !isMuch()) {
                if (kind() == ',') {
                  // A hole counts: [, b] = pair.
                  all.add(new Node.Other(at, at, List.of()));
                  at++;
                  continue;
                }
                int before = at;
                all.add(assignment());
                if (kind() == '?' && (kindAt(at + 1) == ',' || at + 1 >= end)) {
                  at++;
                }
                skipType();
                if (kind() == '=') {
                  at++;
                }
                at = Math.max(at, before + 1);
                accept(',');
              }
              return all;
            });
    leave(end);
    at = Math.min(limit, end + 1);
    return elements;
  }

  private Node primary() {
    int first = at;
    return switch (kind()) {
      case Tokens.WORD -> wordExpression();
      case Tokens.STRING, Tokens.TEMPLATE -> {
        at++;
        yield new Node.Text(first, first, Literals.string(tokens, first));
      }
      case Tokens.TEMPLATE_HEAD -> template();
      case Tokens.NUMBER -> {
        at++;
        yield new Node.Digits(first, Numbers.value(tokens, first));
      }
      case Tokens.REGEX -> {
        at++;
        yield new Node.Regex(first, tokens.source(first));
      }
      case '(' -> isArrowBehind(close(at)) ? arrow(first) : parenthesised();
      case '[' -> {
        List<Node> elements = list();
        yield new Node.Array(first, last(), elements);
      }
      case '{' -> {
        List<Node> fields = fields();
        yield new Node.Fields(first, last(), fields);
      }
      default -> {
        if (at < limit && !Tokens.closes(kind()) && kind() != ',' && kind() != ';') {
          at++;
        }
        yield new Node.Other(first, Math.max(first, last()), List.of());
      }
    };
  }

  /** {@code =>} behind the parenthesis, perhaps with TypeScript's type of the result before it. */
  private boolean isArrowBehind(int close) {
    int t = close + 1;
    if (kindAt(t) == Tokens.ARROW) {
      return true;
    }
    if (kindAt(t) != ':') {
      return false;
    }
    for (int i = t + 1; i < t + 8 && i < limit; i++) {
      byte kind = tokens.kind(i);
      if (kind == Tokens.ARROW) {
        return true;
      }
      if (kind != Tokens.WORD && kind != '.' && kind != '<' && kind != '>' && kind != '|') {
        return false;
      }
    }
    return false;
  }

  private Node wordExpression() {
    int first = at;
    byte next = kindAt(at + 1);
    if (next == Tokens.ARROW) {
      return arrow(first);
    }
    String word = tokens.source(at);
    return switch (word) {
      case "function" -> function(false);
      case "class" -> classOf(false);
      case "new" -> newExpression();
      case "async" -> async(first, next);
      default -> {
        at++;
        yield CONSTANTS.contains(word)
            ? new Node.Constant(first, word)
            : new Node.Name(first, word);
      }
    };
  }

  private Node async(int first, byte next) {
    if (next == Tokens.WORD && tokens.is(at + 1, "function")) {
      return function(false);
    }
    at++;
    return next == Tokens.WORD && kindAt(at + 1) == Tokens.ARROW
            || next == '(' && isArrowBehind(close(at))
        ? arrow(first)
        : new Node.Name(first, "async");
  }

  private Node newExpression() {
    int first = at++;
    if (kind() == '.') {
      at = Math.min(limit, at + 2);
      return new Node.Other(first, last(), List.of());
    }
    int start = at;
    Node callee = isWord("new") ? nested(this::newExpression) : primary();
    while (at < limit) {
      if (kind() == '.' && kindAt(at + 1) == Tokens.WORD) {
        callee = new Node.Member(start, at + 1, callee, tokens.source(at + 1));
        at += 2;
      } else if (kind() == '[') {
        callee = index(start, callee);
      } else {
        break;
      }
    }
    List<Node> arguments = kind() == '(' ? list() : List.of();
    return new Node.Call(first, last(), callee, arguments);
  }

  private Node nested(Supplier<Node> read) {
    if (++depth > DEEPEST) {
      depth--;
      return tooDeep();
    }
    try {
      return read.get();
    } finally {
      depth--;
    }
  }

  private Node template() {
    int first = at;
    int end = close(at);
    List<String> texts = new ArrayList<>(List.of(piece(at, 2)));
    List<Node> parts = new ArrayList<>();
    at++;
    while (at < end) {
      int stop = at;
      while (stop < end && kindAt(stop) != Tokens.TEMPLATE_MIDDLE) {
        stop = Tokens.opens(kindAt(stop)) ? close(stop) + 1 : stop + 1;
      }
      int until = Math.min(stop, end);
      Node part =
          inside(until, () -> at < until ? expression() : new Node.Other(at, at, List.of()));
      parts.add(part);
      texts.add(until < end ? piece(until, 2) : end < limit ? piece(end, 1) : "");
      at = until < end ? until + 1 : end;
    }
    at = Math.min(limit, end + 1);
    return new Node.Template(first, last(), texts, parts);
  }

  /** The constant text of a template's token, which ends in {@code mark} characters of syntax. */
  private String piece(int token, int mark) {
    int from = tokens.start(token) + 1;
    int to = Math.max(from, tokens.end(token) - mark);
    String source =
        new String(tokens.text(), from, to - from, java.nio.charset.StandardCharsets.UTF_8);
    return source.indexOf('\\') < 0 ? source : Literals.unescape(source);
  }

  private List<Node> fields() {
    int end = close(at);
    at++;
    List<Node> fields =
        inside(
            end,
            () -> {
              List<Node> all = new ArrayList<>();
              while (at < end && !isMuch()) {
                int before = at;
                if (!accept(',') && !accept(';')) {
                  all.add(field(false));
                }
                at = Math.max(at, before + 1);
              }
              return all;
            });
    leave(end);
    at = Math.min(limit, end + 1);
    return fields;
  }

  /** A member of an object, a pattern or a class. */
  private Node field(boolean inClass) {
    int first = at;
    if (kind() == Tokens.SPREAD) {
      return unary();
    }
    boolean getter = false;
    while (kind() == Tokens.WORD && isModifier()) {
      getter |= isWord("get");
      at++;
    }
    accept('*');
    Optional<String> name = Optional.empty();
    Optional<Node> key = Optional.empty();
    int nameToken = at;
    switch (kind()) {
      case Tokens.WORD -> name = Optional.of(tokens.source(at++));
      case Tokens.STRING -> name = Optional.of(Literals.string(tokens, at++));
      case Tokens.NUMBER -> name = Optional.of(tokens.source(at++));
      case '[' -> {
        int end = close(at);
        at++;
        Node computed =
            inside(end, () -> at < end ? expression() : new Node.Other(at, at, List.of()));
        at = Math.min(limit, end + 1);
        if (computed instanceof Node.Text text) {
          name = Optional.of(text.value());
        } else {
          key = Optional.of(computed);
        }
      }
      case '{' -> {
        if (inClass) { // static { … }
          Node body = new Node.Body(at, close(at));
          leave(close(at));
          at = Math.min(limit, close(at) + 1);
          return new Node.Function(first, last(), Optional.empty(), List.of(), body, false, false);
        }
        at++;
        return new Node.Other(first, first, List.of());
      }
      default -> {
        at++;
        return new Node.Other(first, first, List.of());
      }
    }
    if (kind() == '?' || kind() == '!') {
      at++;
    }
    if (kind() == '(') {
      Node method = rest(first, Optional.empty(), false, getter);
      return new Node.Field(first, last(), name, key, method);
    }
    if (!inClass && accept(':')) {
      Node value = at < limit ? assignment() : new Node.Other(last(), last(), List.of());
      return new Node.Field(first, last(), name, key, value);
    }
    if (inClass) {
      skipType();
    }
    Node value =
        inClass
            ? new Node.Constant(nameToken, "undefined")
            : new Node.Name(nameToken, tokens.source(nameToken));
    if (kind() == '=') {
      at++;
      Node given = at < limit ? assignment() : new Node.Other(last(), last(), List.of());
      value = inClass ? given : new Node.Assign(nameToken, last(), "=", value, given);
    }
    return new Node.Field(first, last(), name, key, value);
  }

  private boolean isModifier() {
    byte next = kindAt(at + 1);
    return (isWord("get")
            || isWord("set")
            || isWord("async")
            || isWord("static")
            || isWord("public")
            || isWord("private")
            || isWord("protected")
            || isWord("readonly")
            || isWord("override"))
        && (next == Tokens.WORD
            || next == Tokens.STRING
            || next == '['
            || next == '*'
            || next == Tokens.NUMBER
            || next == '{' && isWord("static"));
  }

  private Node function(boolean declaration) {
    int first = at;
    if (isWord("async")) {
      at++;
    }
    at++;
    accept('*');
    Optional<Node.Name> name = Optional.empty();
    if (kind() == Tokens.WORD) {
      name = Optional.of(new Node.Name(at, tokens.source(at)));
      at++;
    }
    return rest(first, name, declaration, false);
  }

  /** Parameters and body; {@code at} is on the opening parenthesis. */
  private Node rest(int first, Optional<Node.Name> name, boolean declaration, boolean getter) {
    List<Node> parameters = kind() == '(' ? list() : List.of();
    skipType();
    if (kind() != '{') {
      return new Node.Function(
          first,
          last(),
          name,
          parameters,
          new Node.Other(last(), last(), List.of()),
          declaration,
          getter);
    }
    Node body = new Node.Body(at, Math.max(at, Math.min(close(at), limit - 1)));
    leave(close(at));
    at = Math.min(limit, close(at) + 1);
    return new Node.Function(first, last(), name, parameters, body, declaration, getter);
  }

  private Node arrow(int first) {
    List<Node> parameters;
    if (kind() == '(') {
      parameters = list();
      while (at < limit && kind() != Tokens.ARROW) {
        at++;
      }
    } else {
      parameters = List.of(new Node.Name(at, tokens.source(at)));
      at++;
    }
    at++;
    if (kind() == '{') {
      Node body = new Node.Body(at, Math.max(at, Math.min(close(at), limit - 1)));
      leave(close(at));
      at = Math.min(limit, close(at) + 1);
      return new Node.Function(first, last(), Optional.empty(), parameters, body, false, false);
    }
    Node body = at < limit ? assignment() : new Node.Other(last(), last(), List.of());
    return new Node.Function(first, last(), Optional.empty(), parameters, body, false, false);
  }

  private Node classOf(boolean declaration) {
    int first = at++;
    Optional<Node.Name> name = Optional.empty();
    if (kind() == Tokens.WORD && !isWord("extends")) {
      name = Optional.of(new Node.Name(at, tokens.source(at)));
      at++;
    }
    while (at < limit && kind() != '{') {
      at = kind() == '(' || kind() == '[' ? close(at) + 1 : at + 1;
    }
    List<Node> members = new ArrayList<>();
    if (kind() == '{') {
      int end = close(at);
      at++;
      inside(
          end,
          () -> {
            while (at < end) {
              int before = at;
              if (!accept(';')) {
                members.add(field(true));
              }
              at = Math.max(at, before + 1);
            }
            return members;
          });
      at = Math.min(limit, end + 1);
    }
    at = Math.min(at, limit);
    return new Node.ClassOf(first, Math.max(first, last()), name, members, declaration);
  }
}
