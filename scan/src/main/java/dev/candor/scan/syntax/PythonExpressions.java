package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions of Python (The Python Language Reference, chapter 6) as the nodes that
 * JavaScript has for the same meaning: {@code and} is {@code &&}, {@code x in y} is {@code
 * y.includes(x)}, {@code x[a:b]} is {@code x.slice(a, b)}.
 */
final class PythonExpressions {
  private static final int NOT = 3;
  private static final int COMPARES = 4;
  private static final int ABOVE_COMPARES = 5;
  private static final int PRODUCTS = 10;

  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("or", 1),
          Map.entry("and", 2),
          Map.entry("in", COMPARES),
          Map.entry("is", COMPARES),
          Map.entry("not", COMPARES),
          Map.entry("==", COMPARES),
          Map.entry("!=", COMPARES),
          Map.entry("<>", COMPARES),
          Map.entry("<=", COMPARES),
          Map.entry(">=", COMPARES),
          Map.entry("<", COMPARES),
          Map.entry(">", COMPARES),
          Map.entry("|", ABOVE_COMPARES),
          Map.entry("^", 6),
          Map.entry("&", 7),
          Map.entry("<<", 8),
          Map.entry(">>", 8),
          Map.entry("+", 9),
          Map.entry("-", 9),
          Map.entry("*", PRODUCTS),
          Map.entry("/", PRODUCTS),
          Map.entry("//", PRODUCTS),
          Map.entry("%", PRODUCTS),
          Map.entry("@", PRODUCTS));

  private static final Set<String> CONSTANTS = Set.of("True", "False", "None");

  /** Words that no operand begins with. */
  private static final Set<String> RESERVED =
      Set.of(
          "if",
          "else",
          "elif",
          "for",
          "in",
          "is",
          "and",
          "or",
          "not",
          "as",
          "while",
          "with",
          "def",
          "class",
          "return",
          "import",
          "except",
          "finally",
          "assert",
          "raise",
          "try",
          "del",
          "pass",
          "break",
          "continue",
          "global",
          "nonlocal");

  private final PythonCursor c;
  private final PythonStrings strings;
  private final PythonLists lists;

  PythonExpressions(PythonCursor cursor) {
    this.c = cursor;
    this.strings = new PythonStrings(cursor, this);
    this.lists = new PythonLists(cursor, this);
  }

  /** One expression, or a tuple of several without parentheses. */
  Node tuple() {
    int first = c.at;
    Node one = starred();
    if (c.kind() != ',') {
      return one;
    }
    List<Node> parts = new ArrayList<>(List.of(one));
    while (c.accept(',')) {
      if (c.at >= c.limit || c.kind() == '=' || c.kind() == ':' || Tokens.closes(c.kind())) {
        break;
      }
      parts.add(starred());
    }
    return new Node.Array(first, c.last(), parts);
  }

  private Node starred() {
    if (c.kind() != '*') {
      return named();
    }
    int first = c.at++;
    Node operand = c.deeper(() -> binary(ABOVE_COMPARES));
    return new Node.Unary(first, Math.max(first, c.last()), "...", operand);
  }

  /** An expression, perhaps with a name given to it: {@code name := value}. */
  Node named() {
    int first = c.at;
    Node value = expression();
    if (!c.isOperator(":=")) {
      return value;
    }
    c.at++;
    Node given = expression();
    return new Node.Assign(first, c.last(), ":=", value, given);
  }

  Node expression() {
    return c.deeper(this::conditional);
  }

  private Node conditional() {
    int first = c.at;
    if (c.isWord("lambda")) {
      return lists.lambda();
    }
    Node then = disjunction();
    if (!c.isWord("if")) {
      return then;
    }
    c.at++;
    Node test = disjunction();
    if (!c.accept("else")) {
      return new Node.Other(first, c.last(), List.of(then, test));
    }
    Node otherwise = expression();
    return new Node.Conditional(first, c.last(), test, then, otherwise);
  }

  /** An expression that is no choice: a condition of a comprehension. */
  Node disjunction() {
    return c.deeper(() -> binary(1));
  }

  /** What a loop or a comprehension gives values to. */
  Node target() {
    int first = c.at;
    Node one = starredTarget();
    if (c.kind() != ',') {
      return one;
    }
    List<Node> parts = new ArrayList<>(List.of(one));
    while (c.accept(',') && c.at < c.limit && !c.isWord("in")) {
      parts.add(starredTarget());
    }
    return new Node.Array(first, c.last(), parts);
  }

  /** What {@code as} gives a value to. */
  Node singleTarget() {
    return c.deeper(() -> binary(ABOVE_COMPARES));
  }

  private Node starredTarget() {
    return c.kind() == '*' ? starred() : singleTarget();
  }

  private Node binary(int least) {
    int first = c.at;
    Node left = c.isWord("not") && least <= NOT ? negated() : unary();
    while (c.at < c.limit) {
      String operator = operator();
      int precedence = operator.isEmpty() ? 0 : PRECEDENCE.getOrDefault(operator, 0);
      if (precedence == 0 || precedence < least) {
        break;
      }
      c.at++;
      boolean not = operator.equals("not");
      if (not) {
        c.at++; // "in" stands behind it
      } else if (operator.equals("is") && c.accept("not")) {
        operator = "is not";
      }
      Node right = c.deeper(() -> binary(precedence + 1));
      left = joined(first, operator, left, right);
    }
    return left;
  }

  private Node joined(int first, String operator, Node left, Node right) {
    int last = Math.max(first, c.last());
    return switch (operator) {
      case "or" -> new Node.Binary(first, last, "||", left, right);
      case "and" -> new Node.Binary(first, last, "&&", left, right);
      case "in" -> included(first, last, left, right);
      case "not" -> new Node.Unary(first, last, "!", included(first, last, left, right));
      case "%" ->
          strings
              .percent(first, last, left, right)
              .orElseGet(() -> new Node.Binary(first, last, "%", left, right));
      default -> new Node.Binary(first, last, operator, left, right);
    };
  }

  private static Node included(int first, int last, Node left, Node right) {
    Node callee = new Node.Member(right.first(), right.last(), right, "includes");
    return new Node.Call(first, last, callee, List.of(left));
  }

  private String operator() {
    return switch (c.kind()) {
      case Tokens.OPERATOR -> c.tokens.source(c.at);
      case '<', '>', '|', '^', '&', '+', '-', '*', '/', '%', '@' -> String.valueOf((char) c.kind());
      case Tokens.WORD -> wordOperator();
      default -> "";
    };
  }

  private String wordOperator() {
    if (c.isWord("and")) {
      return "and";
    }
    if (c.isWord("or")) {
      return "or";
    }
    if (c.isWord("in")) {
      return "in";
    }
    if (c.isWord("is")) {
      return "is";
    }
    return c.isWord("not") && c.isWord(c.at + 1, "in") ? "not" : "";
  }

  private Node negated() {
    int first = c.at++;
    Node operand = c.deeper(() -> binary(NOT));
    return new Node.Unary(first, Math.max(first, c.last()), "!", operand);
  }

  private Node unary() {
    int first = c.at;
    byte kind = c.kind();
    if (kind == '-' || kind == '+' || kind == '~') {
      c.at++;
      Node operand = c.deeper(this::unary);
      String sign = String.valueOf((char) kind);
      return new Node.Unary(first, Math.max(first, c.last()), sign, operand);
    }
    if (c.isWord("await") && startsOperand(c.at + 1)) {
      c.at++;
      Node operand = c.deeper(this::unary);
      return new Node.Unary(first, c.last(), "await", operand);
    }
    Node base = postfix(first, primary());
    if (!c.isOperator("**")) {
      return base;
    }
    c.at++;
    Node power = c.deeper(this::unary);
    return new Node.Binary(first, c.last(), "**", base, power);
  }

  /** {@code await} and {@code print} were names once. */
  private boolean startsOperand(int token) {
    byte kind = c.kindAt(token);
    return kind == Tokens.WORD || kind == '(' || kind == '[' || kind == Tokens.STRING;
  }

  private Node postfix(int first, Node start) {
    Node node = start;
    while (c.at < c.limit) {
      switch (c.kind()) {
        case '.' -> {
          if (c.kindAt(c.at + 1) != Tokens.WORD) {
            return node;
          }
          node = new Node.Member(first, c.at + 1, node, c.tokens.source(c.at + 1));
          c.at += 2;
        }
        case '(' -> node = call(first, node);
        case '[' -> node = subscript(first, node);
        default -> {
          return node;
        }
      }
    }
    return node;
  }

  private Node call(int first, Node callee) {
    List<Node> arguments = lists.arguments();
    int last = c.last();
    if (callee instanceof Node.Member member
        && member.object() instanceof Node.Text text
        && text.last() < callee.last()) {
      Optional<Node> made =
          switch (member.property()) {
            case "format" -> strings.format(first, last, text, arguments);
            case "join" -> lists.joined(first, last, text, arguments);
            default -> Optional.empty();
          };
      if (made.isPresent()) {
        return made.get();
      }
    }
    if (callee instanceof Node.Member member
        && member.object() instanceof Node.Name module
        && module.text().equals("re")
        && last > callee.last()) {
      Optional<Node> made = strings.searched(first, last, member.property(), arguments);
      if (made.isPresent()) {
        return made.get();
      }
    }
    return callee instanceof Node.Name name
        ? lists.built(first, last, name, arguments)
        : new Node.Call(first, last, callee, arguments);
  }

  private Node subscript(int first, Node object) {
    int end = c.close(c.at);
    c.at++;
    List<Node> bounds = new ArrayList<>();
    boolean slice =
        c.inside(
            end,
            () -> {
              boolean colon = false;
              while (c.at < end) {
                int before = c.at;
                if (c.accept(':')) {
                  colon = true;
                } else if (!c.accept(',')) {
                  bounds.add(tuple());
                }
                c.at = Math.max(c.at, before + 1);
              }
              return colon;
            });
    c.at = Math.min(c.limit, end + 1);
    int last = Math.max(first, c.last());
    if (slice || bounds.size() != 1) {
      Node callee = new Node.Member(first, object.last(), object, "slice");
      return new Node.Call(first, last, callee, bounds);
    }
    Node key = bounds.getFirst();
    return key instanceof Node.Text text
        ? new Node.Member(first, last, object, text.value())
        : new Node.Index(first, last, object, key);
  }

  private Node primary() {
    int first = c.at;
    return switch (c.kind()) {
      case Tokens.WORD -> word();
      case Tokens.STRING, Tokens.TEMPLATE_HEAD -> strings.literal();
      case Tokens.NUMBER -> {
        c.at++;
        yield new Node.Digits(first, Numbers.value(c.tokens, first));
      }
      case '(' -> lists.parenthesised();
      case '[' -> lists.list();
      case '{' -> lists.braces();
      default -> {
        boolean ellipsis = c.isOperator("...");
        c.at = Math.min(c.limit, first + 1);
        if (ellipsis) {
          yield new Node.Constant(first, "...");
        }
        yield new Node.Other(c.last(), c.last(), List.of());
      }
    };
  }

  private Node word() {
    int first = c.at;
    if (c.isWord("yield")) {
      return yielded();
    }
    if (c.isWord("lambda")) {
      return lists.lambda();
    }
    boolean reserved = c.isOne(RESERVED);
    c.at++;
    if (reserved) {
      return new Node.Other(first, first, List.of());
    }
    String word = c.tokens.source(first);
    return CONSTANTS.contains(word) ? new Node.Constant(first, word) : new Node.Name(first, word);
  }

  private Node yielded() {
    int first = c.at++;
    c.accept("from");
    byte kind = c.kind();
    if (kind == 0 || kind == '=' || Tokens.closes(kind) || kind == ',') {
      return new Node.Other(first, c.last(), List.of());
    }
    Node operand = c.deeper(this::tuple);
    return new Node.Unary(first, Math.max(first, c.last()), "yield", operand);
  }
}
