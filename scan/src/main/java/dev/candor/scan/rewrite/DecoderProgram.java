package dev.candor.scan.rewrite;

import dev.candor.core.ByteRange;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Scopes;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The declarations that a function needs, by the language's rules of scope, with the calls on the
 * spot that are given one of them: they turn a list of strings round. Written out as a program.
 */
final class DecoderProgram {
  private static final int MOST_SOURCE = 6_000_000;
  private static final int MOST_DECLARATIONS = 80;
  private static final int MOST_FOLLOWED = 60_000;
  private static final int LARGEST_CALL = 5_000;
  private static final int MOST_USES = 20_000;

  private final View view;
  private final Tokens tokens;
  private final Map<String, Binding> names = new HashMap<>();
  private final Set<Binding> turned = new HashSet<>();
  private final TreeMap<Integer, Integer> included = new TreeMap<>();
  private final TreeMap<Integer, String> functions = new TreeMap<>();
  private final TreeMap<Integer, String> statements = new TreeMap<>();
  private final Deque<Node> toFollow = new ArrayDeque<>();
  private long size;
  private long followed;
  private boolean complete = true;

  private DecoderProgram(View view) {
    this.view = view;
    this.tokens = view.tokens();
  }

  /** Empty where it needs what only a call gives it, or grows beyond its bounds. */
  static Optional<Decoder> of(View view, Offsets offsets, Binding function) {
    DecoderProgram program = new DecoderProgram(view);
    program.include(function);
    program.follow();
    for (Binding binding : List.copyOf(program.names.values())) {
      program.addTurning(binding);
    }
    program.follow();
    return program.complete ? Optional.of(program.decoder(offsets)) : Optional.empty();
  }

  private Decoder decoder(Offsets offsets) {
    List<ByteRange> code = new ArrayList<>();
    included.forEach((first, last) ->
        code.add(
            offsets.range(tokens.start(first), tokens.end(Math.min(last, tokens.count() - 1)))));
    return new Decoder(written(), code);
  }

  private void include(Binding binding) {
    Binding before = names.putIfAbsent(binding.name(), binding);
    if (before != null) {
      complete &= before.equals(binding); // two of one name cannot stand side by side
      return;
    }
    complete &= names.size() <= MOST_DECLARATIONS;
    for (Node declaration : binding.declarations()) {
      switch (declaration) {
        case Node.Function function when function.declaration() -> {
          functions.put(function.first(), source(function));
          enter(function);
        }
        case Node.Name name
            when view.parent(name) instanceof Node.Declarator declarator
                && declarator.target().is(name) ->
            declarator
                .value()
                .ifPresent(value -> {
                  statements.put(name.first(), name.text() + "=" + source(value));
                  enter(value);
                });
        default -> complete = false;
      }
    }
    for (Node.Name use : view.scopes().assigned(binding)) {
      if (view.parent(use) instanceof Node.Assign assign
          && assign.target().is(use)
          && !isIncluded(assign)
          && view.functionAround(assign)
              .is(view.functionAround(binding.declarations().getFirst()))) {
        statements.put(assign.first(), source(assign));
        enter(assign);
      }
    }
  }

  private void enter(Node node) {
    included.merge(node.first(), node.last(), Math::max);
    size += tokens.end(Math.min(node.last(), tokens.count() - 1)) - tokens.start(node.first());
    complete &= size <= MOST_SOURCE;
    if (complete) {
      toFollow.add(node);
    }
  }

  private boolean isIncluded(Node node) {
    Map.Entry<Integer, Integer> before = included.floorEntry(node.first());
    return before != null && node.last() <= before.getValue();
  }

  private String source(Node node) {
    return tokens.source(node.first(), Math.min(node.last(), tokens.count() - 1));
  }

  private void follow() {
    while (!toFollow.isEmpty() && complete) {
      Node within = toFollow.pop();
      for (int t = within.first(); t <= within.last() && complete; t++) {
        byte before = tokens.kind(t - 1);
        if (tokens.kind(t) != Tokens.WORD || before == '.' || before == Tokens.OPTIONAL_DOT) {
          continue;
        }
        complete = ++followed < MOST_FOLLOWED;
        if (view.at(t).orElse(null) instanceof Node.Name name && name.first() == t) {
          view.scopes()
              .resolve(name)
              .filter(binding -> !isInside(binding.scope(), within))
              .ifPresent(this::include);
        }
      }
    }
  }

  private static boolean isInside(Node scope, Node within) {
    return scope.first() >= within.first() && scope.last() <= within.last();
  }

  /** {@code (function (list, n) {…})(list, 5)}. */
  private void addTurning(Binding binding) {
    Node scope = binding.scope();
    int word = Scopes.wordOf(binding.declarations().getFirst());
    if (word < 0 || !turned.add(binding)) {
      return;
    }
    int end = Math.min(scope.last() + 1, tokens.count());
    List<Node> found = new ArrayList<>();
    for (int t : view.occurrences().within(word, scope.first() - 1, end, MOST_USES)) {
      byte before = tokens.kind(t - 1);
      byte behind = tokens.kind(t + 1);
      if ((before == '(' || before == ',')
          && (behind == ')' || behind == ',')
          && view.at(t).orElse(null) instanceof Node.Name name
          && view.parent(name) instanceof Node.Call call
          && call.callee() instanceof Node.Function
          && call.last() - call.first() < LARGEST_CALL
          && !isIncluded(call)
          && view.scopes().resolve(name).filter(binding::equals).isPresent()) {
        found.add(call);
      }
    }
    for (Node call : found) {
      statements.put(call.first(), "(" + source(call) + ")");
      enter(call);
    }
  }

  private String written() {
    StringBuilder program = new StringBuilder();
    List<String> variables =
        names.values().stream()
            .filter(b -> !(b.declarations().getFirst() instanceof Node.Function))
            .map(Binding::name)
            .sorted()
            .toList();
    if (!variables.isEmpty()) {
      program.append("var ").append(String.join(",", variables)).append(";\n");
    }
    functions.values().forEach(f -> program.append(f).append(";\n"));
    statements.values().forEach(s -> program.append("try{").append(s).append("}catch(_){}\n"));
    // What only a module may hold gives a path, which no decoder needs.
    return program.toString().replace("import.meta", "({})");
  }
}
