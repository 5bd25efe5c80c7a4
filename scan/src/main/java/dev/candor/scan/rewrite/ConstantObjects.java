package dev.candor.scan.rewrite;

import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that nothing but their own module reads, field by field: their constants are put where
 * they are read, and their functions that only give back one expression where they are called.
 */
final class ConstantObjects {
  private static final int MOST_USES = 20_000;
  private static final int LONGEST_BODY = 60;

  private final View view;
  private final Tokens tokens;
  private final Edits edits;
  private final Set<String> varying = new HashSet<>();
  private final Map<String, Node> fields = new HashMap<>();
  private final List<Integer> reads = new ArrayList<>();

  private ConstantObjects(View view, Edits edits) {
    this.view = view;
    this.tokens = view.tokens();
    this.edits = edits;
  }

  static void collect(View view, Edits edits) {
    Tokens tokens = view.tokens();
    for (int t = 2; t < tokens.count(); t++) {
      if (tokens.kind(t) == '{'
          && tokens.kind(t - 1) == '='
          && tokens.kind(t - 2) == Tokens.WORD
          && tokens.kind(t - 3) != '.') {
        new ConstantObjects(view, edits).at(t);
      }
    }
  }

  private void at(int open) {
    if (!(view.at(open - 2).orElse(null) instanceof Node.Name name)
        || !(view.parent(name) instanceof Node.Declarator declarator)
        || !(declarator.value().orElse(null) instanceof Node.Fields object)
        || object.first() != open
        || saysThis(object)) {
      return;
    }
    for (Node node : object.fields()) {
      if (!(node instanceof Node.Field field)
          || field.name().isEmpty()
          || fields.put(field.name().get(), field.value()) != null) {
        return;
      }
    }
    Optional<Binding> binding = view.scopes().resolve(name);
    if (binding.isEmpty()
        || binding.get().declarations().size() != 1
        || !uses(binding.get(), name, view.functionAround(declarator), 0)) {
      return;
    }
    varying.forEach(fields::remove);
    reads.forEach(this::read);
  }

  private boolean saysThis(Node object) {
    for (int t = object.first(); t <= object.last(); t++) {
      if (tokens.kind(t) == Tokens.WORD && tokens.is(t, "this")) {
        return true;
      }
    }
    return false;
  }

  /** Goes over all uses; false where one is more than the reading of a field. */
  private boolean uses(Binding binding, Node.Name declared, Node function, int depth) {
    Node scope = binding.scope();
    int end = Math.min(scope.last() + 1, tokens.count());
    int[] places = view.occurrences().within(declared.first(), scope.first() - 1, end, MOST_USES);
    if (places.length == MOST_USES || depth > 3) {
      return false;
    }
    for (int t : places) {
      byte before = tokens.kind(t - 1);
      boolean elsewhere =
          t == declared.first()
              || before == '.'
              || before == Tokens.OPTIONAL_DOT
              || tokens.kind(t + 1) == ':' && (before == '{' || before == ',');
      if (!elsewhere && !use(t, function, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean use(int t, Node function, int depth) {
    if (tokens.is(t - 1, "delete")) {
      return false;
    }
    if (tokens.kind(t + 1) == '.' && tokens.kind(t + 2) == Tokens.WORD) {
      return field(t, tokens.source(t + 2), t + 2, function);
    }
    if (tokens.kind(t + 1) == '[' && tokens.partner(t + 1) > 0) {
      int close = tokens.partner(t + 1);
      if (close == t + 3 && tokens.kind(t + 2) == Tokens.STRING) {
        return field(t, Literals.string(tokens, t + 2), close, function);
      }
      return !isWritten(close);
    }
    return isAlias(t)
        && view.at(t).orElse(null) instanceof Node.Name use
        && view.parent(use) instanceof Node.Declarator declarator
        && declarator.value().filter(v -> v.is(use)).isPresent()
        && declarator.target() instanceof Node.Name other
        && view.scopes()
            .resolve(other)
            .filter(binding -> binding.declarations().size() == 1)
            .filter(binding -> uses(binding, other, function, depth + 1))
            .isPresent();
  }

  private boolean isAlias(int t) {
    return tokens.kind(t - 1) == '='
        && tokens.kind(t - 2) == Tokens.WORD
        && (tokens.kind(t + 1) == ';' || tokens.kind(t + 1) == ',');
  }

  private boolean isWritten(int last) {
    byte behind = tokens.kind(last + 1);
    return behind == '='
        || behind == Tokens.UPDATE
        || behind == Tokens.OPERATOR && (tokens.is(last + 1, "++") || tokens.is(last + 1, "--"));
  }

  private boolean field(int t, String name, int last, Node function) {
    if (tokens.kind(last + 1) == '=') {
      if (view.at(t).orElse(null) instanceof Node.Name use
          && view.parent(view.parent(use)) instanceof Node.Assign assign
          && view.functionAround(assign).is(function)
          && isAtTop(assign)
          && !fields.containsKey(name)) {
        fields.put(name, assign.value());
      } else {
        varying.add(name);
      }
      return true;
    }
    if (isWritten(last)) {
      varying.add(name);
    } else {
      reads.add(t);
    }
    return true;
  }

  /** Whether it is a statement that always runs. */
  private boolean isAtTop(Node node) {
    Node around = view.parent(node);
    while (around instanceof Node.Sequence) {
      around = view.parent(around);
    }
    return around instanceof Node.Body;
  }

  private void read(int t) {
    if (!(view.at(t).orElse(null) instanceof Node.Name use)
        || !(view.parent(use) instanceof Node.Member member)
        || !member.object().is(use)) {
      return;
    }
    Node value = fields.get(member.property());
    if (value == null) {
      return;
    }
    Optional<Value> constant = Arithmetic.of(value);
    if (constant.isPresent()) {
      edits.put(member.first(), member.last(), constant.get().literal());
    } else if (value instanceof Node.Function function
        && view.parent(member) instanceof Node.Call call
        && call.callee().is(member)
        && call.first() == member.first()) {
      view.onlyResult(function).ifPresent(result -> inline(call, function, result));
    }
  }

  /** Writes the result with the arguments in the place of the parameters. */
  private void inline(Node.Call call, Node.Function function, Node result) {
    if (result.last() - result.first() > LONGEST_BODY) {
      return;
    }
    Map<String, Node> given = new HashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      if (!(function.parameters().get(i) instanceof Node.Name parameter)
          || i >= call.arguments().size()) {
        return;
      }
      Node argument = call.arguments().get(i);
      if (argument instanceof Node.Unary spread && spread.operator().equals("...")) {
        return;
      }
      given.put(parameter.text(), argument);
    }
    List<Edits.Piece> pieces = new ArrayList<>();
    boolean bare = result instanceof Node.Call || result instanceof Node.Name;
    if (!bare) {
      pieces.add(new Edits.Piece.Put("(", false));
    }
    Set<String> used = new HashSet<>();
    int from = result.first();
    for (int t = result.first(); t <= result.last(); t++) {
      if (tokens.kind(t) != Tokens.WORD
          || !(view.at(t).orElse(null) instanceof Node.Name name)
          || name.first() != t) {
        continue;
      }
      Node argument = given.get(name.text());
      if (argument == null) {
        if (!view.scopes().resolve(name).equals(view.scopes().resolveFrom(call, name))) {
          return; // it means something else there
        }
        continue;
      }
      if (!used.add(name.text()) && !isSimple(argument)) {
        return;
      }
      if (from < t) {
        pieces.add(new Edits.Piece.Kept(from, t - 1));
      }
      boolean wrapped =
          !isSimple(argument)
              && !(view.parent(name) instanceof Node.Call around && !around.callee().is(name));
      if (wrapped) {
        pieces.add(new Edits.Piece.Put("(", false));
      }
      pieces.add(new Edits.Piece.Kept(argument.first(), argument.last()));
      if (wrapped) {
        pieces.add(new Edits.Piece.Put(")", false));
      }
      from = t + 1;
    }
    if (from <= result.last()) {
      pieces.add(new Edits.Piece.Kept(from, result.last()));
    }
    if (!bare) {
      pieces.add(new Edits.Piece.Put(")", false));
    }
    edits.add(call.first(), call.last(), pieces);
  }

  private static boolean isSimple(Node node) {
    return switch (node) {
      case Node.Name name -> true;
      case Node.Text text -> true;
      case Node.Digits digits -> true;
      case Node.Constant constant -> true;
      case Node.Member member -> true;
      case Node.Index index -> true;
      case Node.Call call -> true;
      case Node.Template template -> true;
      default -> false;
    };
  }
}
