package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * Writes constant expressions as their values, {@code object["name"]} as {@code object.name}, and
 * branches on constants as the branch that is taken.
 */
final class Folding {
  private final View view;
  private final Tokens tokens;
  private final Edits edits;

  private Folding(View view, Edits edits) {
    this.view = view;
    this.tokens = view.tokens();
    this.edits = edits;
  }

  static void collect(View view, Edits edits) {
    Folding folding = new Folding(view, edits);
    for (int t = 0; t < view.tokens().count(); t++) {
      folding.token(t);
    }
  }

  private void token(int t) {
    switch (tokens.kind(t)) {
      case '[' -> {
        if (tokens.kind(t + 1) == Tokens.STRING && tokens.kind(t + 2) == ']') {
          key(t);
        }
      }
      case Tokens.STRING -> {
        if (isOperator(t - 1) || isOperator(t + 1)) {
          constant(t);
          sum(t);
        } else if (tokens.kind(t + 1) == ':') {
          fieldName(t);
        }
      }
      case Tokens.NUMBER -> {
        if (isOperator(t - 1) || isOperator(t + 1)) {
          constant(t);
        }
      }
      case '!' -> {
        if (tokens.kind(t + 1) == '[' && tokens.kind(t + 2) == ']') {
          constant(t + 1);
        }
      }
      case Tokens.WORD -> {
        if (tokens.kind(t + 1) == '(' && tokens.is(t, "if")) {
          branch(t);
        }
      }
      case '?' -> choice(t);
      default -> {}
    }
  }

  private boolean isOperator(int t) {
    return switch (tokens.kind(t)) {
      case '+', '-', '*', '/', '%', '^', '&', '|', '!', '~', Tokens.OPERATOR -> true;
      default -> false;
    };
  }

  /** The largest constant expression around the token. */
  private void constant(int t) {
    Node node = view.at(t).orElse(null);
    Optional<Value> value = Optional.empty();
    while (node != null) {
      Node around = view.parent(node);
      if (!(around instanceof Node.Binary) && !(around instanceof Node.Unary)) {
        break;
      }
      Optional<Value> larger = Arithmetic.of(around);
      if (larger.isEmpty()) {
        break;
      }
      value = larger;
      node = around;
    }
    if (node != null && value.isPresent() && !isPlain(node)) {
      edits.put(node.first(), node.last(), value.get().literal());
    }
  }

  /** A negative number cannot be written more plainly. */
  private static boolean isPlain(Node node) {
    return node instanceof Node.Unary minus
        && minus.operator().equals("-")
        && minus.operand() instanceof Node.Digits;
  }

  /** {@code x + "a" + "b"}: of a sum that begins with something else, what can be joined. */
  private void sum(int t) {
    if (tokens.kind(t - 1) != '+'
        || tokens.kind(t + 1) != '+'
        || tokens.kind(t + 2) != Tokens.STRING
        || tokens.kind(t - 2) == Tokens.STRING && tokens.kind(t - 3) == '+') {
      return;
    }
    if (!(view.at(t).orElse(null) instanceof Node.Text text)
        || !(view.parent(text) instanceof Node.Binary inner)
        || !inner.right().is(text)
        || !inner.operator().equals("+")) {
      return;
    }
    StringBuilder joined = new StringBuilder(text.value());
    Node.Binary left = inner;
    int last = t;
    while (tokens.kind(last + 1) == '+'
        && view.parent(left) instanceof Node.Binary outer
        && outer.left().is(left)
        && outer.operator().equals("+")
        && outer.right() instanceof Node.Text next
        && next.first() == last + 2) {
      joined.append(next.value());
      left = outer;
      last = next.last();
    }
    if (last > t) {
      edits.put(t, last, Value.quoted(joined.toString()));
    }
  }

  private void key(int t) {
    String name = Literals.string(tokens, t + 1);
    if (!isIdentifier(name)) {
      return;
    }
    Node node = view.at(t).orElse(null);
    if (node instanceof Node.Member member && member.last() == t + 2) {
      boolean optional = tokens.kind(t - 1) == Tokens.OPTIONAL_DOT;
      boolean number = tokens.kind(t - 1) == Tokens.NUMBER;
      edits.put(t, t + 2, (optional ? "" : number ? " ." : ".") + name);
    } else if (node instanceof Node.Field field
        && field.name().isPresent()
        && !name.equals("constructor")) {
      edits.put(t, t + 2, name);
    }
  }

  private void fieldName(int t) {
    byte before = tokens.kind(t - 1);
    int around = before == '{' || before == ',' ? tokens.around(t) : -1;
    if (around < 0 || tokens.kind(around) != '{') {
      return;
    }
    String name = Literals.string(tokens, t);
    if (isIdentifier(name)
        && !name.equals("__proto__")
        && view.at(t).orElse(null) instanceof Node.Field) {
      edits.put(t, t, name);
    }
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || name.length() > 100) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private void branch(int t) {
    if (!(view.at(t).orElse(null) instanceof Node.If branch) || branch.first() != t) {
      return;
    }
    if (Arithmetic.of(branch.test()).orElse(null) instanceof Value.Truth(boolean taken)) {
      Optional<Node> kept = taken ? Optional.of(branch.then()) : branch.otherwise();
      if (kept.isEmpty()) {
        edits.put(branch.first(), branch.last(), ";");
      } else if (kept.get() instanceof Node.Block block) {
        edits.keep(branch.first(), branch.last(), block.first(), block.last());
      } else {
        edits.add(
            branch.first(),
            branch.last(),
            List.of(
                new Edits.Piece.Kept(kept.get().first(), kept.get().last()),
                new Edits.Piece.Put(";", false)));
      }
    }
  }

  private void choice(int t) {
    byte before = tokens.kind(t - 1);
    boolean mayBeConstant =
        before == Tokens.STRING
            || before == Tokens.WORD && (tokens.is(t - 1, "true") || tokens.is(t - 1, "false"))
            || before == ')';
    if (mayBeConstant
        && view.at(t).orElse(null) instanceof Node.Conditional choice
        && Arithmetic.of(choice.test()).orElse(null) instanceof Value.Truth(boolean taken)) {
      Node kept = taken ? choice.then() : choice.otherwise();
      if (!(kept instanceof Node.Sequence)) {
        edits.keep(choice.first(), choice.last(), kept.first(), kept.last());
      }
    }
  }
}
