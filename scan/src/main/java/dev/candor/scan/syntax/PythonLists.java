package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what stands in brackets in Python: lists, tuples, dictionaries, sets, comprehensions,
 * arguments and parameters.
 *
 * <p>Arguments with a name are one object behind the others, as JavaScript hands options over. A
 * comprehension is the call of {@code map} with a function; within {@code any} and {@code all} it
 * is that of {@code some} and {@code every}.
 */
final class PythonLists {
  /** Elements of a display that are read; data has more. */
  private static final int MOST = 50_000;

  private final PythonCursor c;
  private final PythonExpressions expressions;

  PythonLists(PythonCursor cursor, PythonExpressions expressions) {
    this.c = cursor;
    this.expressions = expressions;
  }

  Node list() {
    int first = c.at;
    List<Node> elements = elements();
    return elements.size() == 1 && isComprehension(elements.getFirst())
        ? elements.getFirst()
        : new Node.Array(first, c.last(), elements);
  }

  private static boolean isComprehension(Node node) {
    return node instanceof Node.Call call
        && call.callee() instanceof Node.Member member
        && member.property().equals("map")
        && member.last() == member.object().last();
  }

  /** A tuple, or what the parentheses are only put around. */
  Node parenthesised() {
    int first = c.at;
    int end = c.close(first);
    boolean comma = end - 1 > first && c.tokens.kind(end - 1) == ',';
    List<Node> elements = elements();
    return elements.size() == 1 && !comma
        ? elements.getFirst()
        : new Node.Array(first, c.last(), elements);
  }

  /** Expressions between the bracket here and its partner. */
  private List<Node> elements() {
    int end = c.close(c.at);
    c.at++;
    List<Node> elements = new ArrayList<>();
    c.inside(
        end,
        () -> {
          while (c.at < end && elements.size() < MOST) {
            int before = c.at;
            elements.add(element());
            c.at = Math.max(c.at, before + 1);
            c.accept(',');
          }
          return elements;
        });
    c.at = Math.min(c.limit, end + 1);
    return elements;
  }

  private Node element() {
    int first = c.at;
    if (c.kind() == '*') {
      c.at++;
      Node operand = expressions.expression();
      return new Node.Unary(first, Math.max(first, c.last()), "...", operand);
    }
    return perhapsComprehension(first, expressions.named());
  }

  private Node perhapsComprehension(int first, Node value) {
    return isFor() ? comprehension(first, value) : value;
  }

  private boolean isFor() {
    return c.isWord("for") || c.isWord("async") && c.isWord(c.at + 1, "for");
  }

  /** {@code value for target in iterated if test}, one level for each {@code for}. */
  private Node comprehension(int first, Node value) {
    record Clause(Node target, Node iterated, List<Node> tests) {}
    List<Clause> clauses = new ArrayList<>();
    while (isFor()) {
      c.accept("async");
      c.at++;
      Node target = expressions.target();
      c.accept("in");
      Node iterated = expressions.disjunction();
      List<Node> tests = new ArrayList<>();
      while (c.accept("if")) {
        tests.add(expressions.disjunction());
      }
      clauses.add(new Clause(target, iterated, tests));
    }
    int last = c.last();
    Node made = value;
    for (Clause clause : clauses.reversed()) {
      for (Node test : clause.tests().reversed()) {
        made = new Node.Binary(first, last, "&&", test, made);
      }
      Node each =
          new Node.Function(
              first, last, Optional.empty(), List.of(clause.target()), made, false, false);
      Node iterated = clause.iterated();
      Node callee = new Node.Member(iterated.first(), iterated.last(), iterated, "map");
      made = new Node.Call(first, last, callee, List.of(each));
    }
    return made;
  }

  /** A dictionary or a set. */
  Node braces() {
    int first = c.at;
    int end = c.close(first);
    c.at++;
    List<Node> members = new ArrayList<>();
    boolean set =
        c.inside(
            end,
            () -> {
              boolean without = false;
              while (c.at < end && members.size() < MOST) {
                int before = c.at;
                Node member = member();
                without |= !(member instanceof Node.Field) && !isSpread(member);
                members.add(member);
                c.at = Math.max(c.at, before + 1);
                c.accept(',');
              }
              return without;
            });
    c.at = Math.min(c.limit, end + 1);
    if (members.size() == 1 && isComprehension(members.getFirst())) {
      return members.getFirst();
    }
    return set
        ? new Node.Array(first, c.last(), members)
        : new Node.Fields(first, Math.max(first, c.last()), members);
  }

  private static boolean isSpread(Node node) {
    return node instanceof Node.Unary spread && spread.operator().equals("...");
  }

  private Node member() {
    int first = c.at;
    if (c.isOperator("**") || c.kind() == '*') {
      c.at++;
      Node operand = expressions.expression();
      return new Node.Unary(first, Math.max(first, c.last()), "...", operand);
    }
    Node key = expressions.named();
    if (!c.accept(':')) {
      return perhapsComprehension(first, key);
    }
    Node value = expressions.expression();
    Node field = field(first, key, value);
    if (!isFor()) {
      return field;
    }
    return comprehension(first, new Node.Fields(first, c.last(), List.of(field)));
  }

  private Node field(int first, Node key, Node value) {
    int last = Math.max(first, c.last());
    return switch (key) {
      case Node.Text text ->
          new Node.Field(first, last, Optional.of(text.value()), Optional.empty(), value);
      case Node.Digits digits ->
          new Node.Field(
              first, last, Optional.of(c.tokens.source(digits.first())), Optional.empty(), value);
      default -> new Node.Field(first, last, Optional.empty(), Optional.of(key), value);
    };
  }

  /** What a call hands over. */
  List<Node> arguments() {
    int end = c.close(c.at);
    c.at++;
    List<Node> all = new ArrayList<>();
    List<Node> named = new ArrayList<>();
    c.inside(
        end,
        () -> {
          while (c.at < end && all.size() + named.size() < MOST) {
            int before = c.at;
            if (c.kind() == Tokens.WORD && c.kindAt(c.at + 1) == '=') {
              named.add(keyword());
            } else if (c.isOperator("**") || !named.isEmpty()) {
              named.add(member());
            } else {
              all.add(element());
            }
            c.at = Math.max(c.at, before + 1);
            c.accept(',');
          }
          return all;
        });
    c.at = Math.min(c.limit, end + 1);
    if (!named.isEmpty()) {
      all.add(new Node.Fields(named.getFirst().first(), named.getLast().last(), named));
    }
    return all;
  }

  private Node keyword() {
    int first = c.at;
    String name = c.tokens.source(first);
    c.at += 2;
    Node value = expressions.expression();
    return new Node.Field(
        first, Math.max(first + 1, c.last()), Optional.of(name), Optional.empty(), value);
  }

  /** Calls of built-in functions that JavaScript writes in another way. */
  Node built(int first, int last, Node.Name name, List<Node> arguments) {
    if (arguments.size() == 1) {
      Node only = arguments.getFirst();
      switch (name.text()) {
        case "any", "all" -> {
          if (only instanceof Node.Call call
              && isComprehension(call)
              && call.callee() instanceof Node.Member member) {
            String method = name.text().equals("any") ? "some" : "every";
            Node callee = new Node.Member(member.first(), member.last(), member.object(), method);
            return new Node.Call(first, last, callee, call.arguments());
          }
        }
        case "dict" -> {
          if (only instanceof Node.Fields fields) {
            return fields;
          }
        }
        default -> {}
      }
    }
    return new Node.Call(first, last, name, arguments);
  }

  /** {@code ", ".join(list)} is {@code list.join(", ")}. */
  Optional<Node> joined(int first, int last, Node.Text separator, List<Node> arguments) {
    if (arguments.size() != 1 || arguments.getFirst() instanceof Node.Unary) {
      return Optional.empty();
    }
    Node list = arguments.getFirst();
    Node callee = new Node.Member(list.first(), list.last(), list, "join");
    return Optional.of(new Node.Call(first, last, callee, List.of(separator)));
  }

  Node lambda() {
    int first = c.at++;
    List<Node> parameters = parameters(false);
    c.accept(':');
    Node body = expressions.expression();
    return new Node.Function(
        first, Math.max(first, c.last()), Optional.empty(), parameters, body, false, false);
  }

  /** Parameters up to the end of what is read, or to the colon of a lambda. */
  List<Node> parameters(boolean annotated) {
    List<Node> all = new ArrayList<>();
    while (c.at < c.limit && (annotated || c.kind() != ':')) {
      int first = c.at;
      boolean rest = c.accept('*') || c.isOperator("**") && c.at++ >= 0;
      if (c.kind() == Tokens.WORD) {
        Node name = new Node.Name(c.at, c.tokens.source(c.at));
        c.at++;
        if (annotated && c.kind() == ':') {
          annotation();
        }
        if (c.accept('=')) {
          Node value = expressions.expression();
          all.add(new Node.Assign(first, Math.max(first, c.last()), "=", name, value));
        } else {
          all.add(rest ? new Node.Unary(first, name.last(), "...", name) : name);
        }
      } else if (!rest && c.kind() != ',') {
        c.at++; // a slash, or what is none
      }
      c.accept(',');
      c.at = Math.min(c.limit, Math.max(c.at, first + 1));
    }
    return all;
  }

  /** What stands behind a colon says nothing about values. */
  private void annotation() {
    while (c.at < c.limit && c.kind() != ',' && c.kind() != '=') {
      c.at = Tokens.opens(c.kind()) ? c.close(c.at) + 1 : c.at + 1;
    }
    c.at = Math.min(c.at, c.limit);
  }
}
