package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of source code as a tree: an expression, a statement, or a part of one. JavaScript and
 * Python share the kinds, so that what follows values need not know the language.
 *
 * <p>Each knows its first and last token, both included. Two nodes are the same only if they are
 * the same object; {@link Syntax} makes each once.
 */
public sealed interface Node {
  int first();

  int last();

  /** The nodes directly inside, in the order of the text; without the body of a function. */
  List<Node> children();

  /** Whether it is the same piece of code: equal text elsewhere is another node. */
  @SuppressWarnings("ReferenceEquality")
  default boolean is(Node other) {
    return this == other;
  }

  /** A name that stands for a variable, {@code this} included. */
  record Name(int first, String text) implements Node {
    @Override
    public int last() {
      return first;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A string whose value stands in the code. */
  record Text(int first, int last, String value) implements Node {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A number; not a number where it could not be read. */
  record Digits(int first, double value) implements Node {
    @Override
    public int last() {
      return first;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code true}, {@code false}, {@code null} and the like. */
  record Constant(int first, String text) implements Node {
    @Override
    public int last() {
      return first;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A regular expression as written, slashes and flags included. */
  record Regex(int first, String source) implements Node {
    @Override
    public int last() {
      return first;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * A string with values put in.
   *
   * @param texts the constant pieces, one more than there are parts
   */
  record Template(int first, int last, List<String> texts, List<Node> parts) implements Node {
    @Override
    public List<Node> children() {
      return parts;
    }
  }

  /** {@code object.property}, also {@code object["property"]} and {@code object?.property}. */
  record Member(int first, int last, Node object, String property) implements Node {
    @Override
    public List<Node> children() {
      return List.of(object);
    }
  }

  /** {@code object[key]} where the key is no constant string. */
  record Index(int first, int last, Node object, Node key) implements Node {
    @Override
    public List<Node> children() {
      return List.of(object, key);
    }
  }

  /** A call, also with {@code new}, also of a template's tag. */
  record Call(int first, int last, Node callee, List<Node> arguments) implements Node {
    @Override
    public List<Node> children() {
      return joined(callee, arguments);
    }
  }

  /** An operator in front of one operand; {@code ...}, {@code await} and {@code yield} too. */
  record Unary(int first, int last, String operator, Node operand) implements Node {
    @Override
    public List<Node> children() {
      return List.of(operand);
    }
  }

  /** An operator between two operands. */
  record Binary(int first, int last, String operator, Node left, Node right) implements Node {
    @Override
    public List<Node> children() {
      return List.of(left, right);
    }
  }

  /** {@code test ? then : otherwise}. */
  record Conditional(int first, int last, Node test, Node then, Node otherwise) implements Node {
    @Override
    public List<Node> children() {
      return List.of(test, then, otherwise);
    }
  }

  /** An assignment; in a pattern or a list of parameters, a default value. */
  record Assign(int first, int last, String operator, Node target, Node value) implements Node {
    @Override
    public List<Node> children() {
      return List.of(target, value);
    }
  }

  /** {@code a, b, c}. */
  record Sequence(int first, int last, List<Node> parts) implements Node {
    @Override
    public List<Node> children() {
      return parts;
    }
  }

  /** An array, a tuple, or a pattern of one. */
  record Array(int first, int last, List<Node> elements) implements Node {
    @Override
    public List<Node> children() {
      return elements;
    }
  }

  /** An object or a pattern of one. */
  record Fields(int first, int last, List<Node> fields) implements Node {
    @Override
    public List<Node> children() {
      return fields;
    }
  }

  /** {@code name: value}, {@code [key]: value}, a method, a getter; in an object or a class. */
  record Field(int first, int last, Optional<String> name, Optional<Node> key, Node value)
      implements Node {
    @Override
    public List<Node> children() {
      return key.map(k -> List.of(k, value)).orElse(List.of(value));
    }
  }

  /**
   * A function.
   *
   * @param body an expression or a {@link Body}
   * @param declaration whether it is a statement that gives its name to the scope around it
   */
  record Function(
      int first,
      int last,
      Optional<Name> name,
      List<Node> parameters,
      Node body,
      boolean declaration,
      boolean getter)
      implements Node {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>(parameters);
      all.add(body);
      return all;
    }
  }

  /**
   * The braces of a function, its suite, or all of a module; {@link Syntax} parses what is in it.
   *
   * @param from the first token of its statements
   * @param to behind the last token of its statements
   */
  record Body(int first, int last, int from, int to) implements Node {
    /** What stands between two braces. */
    Body(int open, int close) {
      this(open, close, open + 1, close);
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  record ClassOf(int first, int last, Optional<Name> name, List<Node> members, boolean declaration)
      implements Node {
    @Override
    public List<Node> children() {
      return members;
    }
  }

  /** Statements in braces. */
  record Block(int first, int last, List<Node> statements) implements Node {
    @Override
    public List<Node> children() {
      return statements;
    }
  }

  /** {@code var}, {@code let} or {@code const} with its declarators. */
  record Declare(int first, int last, String kind, List<Node> declarators) implements Node {
    @Override
    public List<Node> children() {
      return declarators;
    }
  }

  record Declarator(int first, int last, Node target, Optional<Node> value) implements Node {
    @Override
    public List<Node> children() {
      return value.map(v -> List.of(target, v)).orElse(List.of(target));
    }
  }

  record If(int first, int last, Node test, Node then, Optional<Node> otherwise) implements Node {
    @Override
    public List<Node> children() {
      return otherwise.map(o -> List.of(test, then, o)).orElse(List.of(test, then));
    }
  }

  record Return(int first, int last, Optional<Node> value) implements Node {
    @Override
    public List<Node> children() {
      return value.map(List::of).orElse(List.of());
    }
  }

  record Throw(int first, int last, Node value) implements Node {
    @Override
    public List<Node> children() {
      return List.of(value);
    }
  }

  /** {@code while}, {@code do}, and {@code for} with semicolons. */
  record Loop(int first, int last, Optional<Node> start, List<Node> tests, Node body)
      implements Node {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>();
      start.ifPresent(all::add);
      all.addAll(tests);
      all.add(body);
      return all;
    }
  }

  /** {@code for (target of iterated)}; also {@code in}, which goes over keys. */
  record Each(int first, int last, Node target, Node iterated, boolean keys, Node body)
      implements Node {
    @Override
    public List<Node> children() {
      return List.of(target, iterated, body);
    }
  }

  record Switch(int first, int last, Node subject, List<Node> cases) implements Node {
    @Override
    public List<Node> children() {
      return joined(subject, cases);
    }
  }

  record Case(int first, int last, Optional<Node> test, List<Node> statements) implements Node {
    @Override
    public List<Node> children() {
      return test.map(t -> joined(t, statements)).orElse(statements);
    }
  }

  record Try(int first, int last, List<Node> blocks, Optional<Node> caught) implements Node {
    @Override
    public List<Node> children() {
      return caught.map(c -> joined(c, blocks)).orElse(blocks);
    }
  }

  /**
   * An import statement.
   *
   * @param names what each local name stands for: {@code default}, {@code *}, or an exported name
   */
  record Import(int first, int last, List<Imported> names, String from) implements Node {
    @Override
    public List<Node> children() {
      return names.stream().map(imported -> (Node) imported.local()).toList();
    }
  }

  /** One name of an import statement. */
  record Imported(Name local, String exported) {}

  /** What the parser does not know, with what it could read in it. */
  record Other(int first, int last, List<Node> parts) implements Node {
    @Override
    public List<Node> children() {
      return parts;
    }
  }

  private static List<Node> joined(Node first, List<Node> rest) {
    List<Node> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }
}
