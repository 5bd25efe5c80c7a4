package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts statements in the order in which they run where a loop around a {@code switch} takes them by
 * a list of cases that stands in the code.
 */
final class FlatLoops {
  private final View view;
  private final Tokens tokens;
  private final Edits edits;

  private FlatLoops(View view, Edits edits) {
    this.view = view;
    this.tokens = view.tokens();
    this.edits = edits;
  }

  static void collect(View view, Edits edits) {
    FlatLoops loops = new FlatLoops(view, edits);
    Tokens tokens = view.tokens();
    for (int t = 0; t < tokens.count(); t++) {
      if (tokens.kind(t) == Tokens.WORD
          && tokens.is(t, "switch")
          && tokens.kind(t - 1) == '{'
          && tokens.kind(t - 2) == ')') {
        loops.at(t);
      }
    }
  }

  private void at(int t) {
    if (!(view.at(t).orElse(null) instanceof Node.Switch choice)
        || !(view.parent(choice) instanceof Node.Block block)
        || !(view.parent(block) instanceof Node.Loop loop)
        || !(choice.subject() instanceof Node.Index index)
        || !(index.object() instanceof Node.Name list)
        || !(index.key() instanceof Node.Unary count)
        || !tokens.is(count.last(), "++")
        || !(count.operand() instanceof Node.Name counter)) {
      return;
    }
    List<String> order = order(list).orElse(List.of());
    if (order.isEmpty() || !startsAtZero(counter)) {
      return;
    }
    Map<String, List<Node>> cases = new HashMap<>();
    for (Node node : choice.cases()) {
      if (!(node instanceof Node.Case one)
          || !(one.test().flatMap(Arithmetic::of).orElse(null) instanceof Value.Text(String name))
          || cases.put(name, one.statements()) != null) {
        return;
      }
    }
    List<Edits.Piece> pieces = new ArrayList<>();
    for (String name : order) {
      List<Node> statements = cases.remove(name);
      if (statements == null) {
        return; // twice, or never: not what this undoes
      }
      add(statements, pieces);
    }
    edits.add(loop.first(), loop.last(), pieces);
  }

  private void add(List<Node> statements, List<Edits.Piece> into) {
    int end = statements.size();
    if (end > 0
        && statements.getLast() instanceof Node.Other other
        && tokens.is(other.first(), "continue")) {
      end--;
    }
    if (end > 0) {
      into.add(new Edits.Piece.Kept(statements.getFirst().first(), statements.get(end - 1).last()));
      into.add(new Edits.Piece.Put(";", false));
    }
  }

  /** {@code "3|1|2".split("|")} or a list of texts, in a variable that has no other value. */
  private Optional<List<String>> order(Node.Name name) {
    Node value = view.scopes().resolve(name).flatMap(view::onlyValue).orElse(name);
    if (value instanceof Node.Call call
        && call.callee() instanceof Node.Member member
        && member.property().equals("split")
        && member.object() instanceof Node.Text text
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Node.Text separator
        && !separator.value().isEmpty()) {
      return Optional.of(List.of(text.value().split(Pattern.quote(separator.value()))));
    }
    return value instanceof Node.Array array ? texts(array) : Optional.empty();
  }

  private static Optional<List<String>> texts(Node.Array array) {
    List<String> texts = new ArrayList<>();
    for (Node element : array.elements()) {
      if (!(element instanceof Node.Text text)) {
        return Optional.empty();
      }
      texts.add(text.value());
    }
    return Optional.of(texts);
  }

  private boolean startsAtZero(Node.Name counter) {
    return view.scopes()
        .resolve(counter)
        .map(binding -> binding.declarations().getFirst())
        .filter(declared ->
            view.parent(declared) instanceof Node.Declarator declarator
                && declarator.value().flatMap(Arithmetic::of).orElse(null)
                    instanceof Value.Amount(double number)
                && number == 0)
        .isPresent();
  }
}
