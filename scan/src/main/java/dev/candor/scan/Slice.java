package dev.candor.scan;

import dev.candor.scan.syntax.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The definitions that an expression needs, followed from name to name and written out as a program
 * of its own. Each value is set in a try, so that one that cannot be computed spoils no other.
 */
final class Slice {
  private static final int MOST_DEFINITIONS = 120;
  private static final int MOST_SOURCE = 600_000;

  private final Tokens tokens;
  private final Names names;
  private final Idioms idioms;
  private final TreeMap<Integer, Names.Definition> definitions = new TreeMap<>();
  private final TreeMap<Integer, String> statements = new TreeMap<>();
  private final Deque<Expressions.Span> toFollow = new ArrayDeque<>();
  private int size;
  private boolean complete = true;

  private Slice(Tokens tokens, Names names, Idioms idioms) {
    this.tokens = tokens;
    this.names = names;
    this.idioms = idioms;
  }

  /**
   * The slice for the expressions given; empty where nothing in it decodes, or where it grows
   * beyond its bounds.
   */
  static Optional<Slice> of(
      Tokens tokens, Names names, Idioms idioms, List<Expressions.Span> expressions) {
    Slice slice = new Slice(tokens, names, idioms);
    slice.toFollow.addAll(expressions);
    slice.follow();
    if (!slice.complete || !slice.decodes(expressions)) {
      return Optional.empty();
    }
    slice.addMutators();
    slice.follow();
    return slice.complete ? Optional.of(slice) : Optional.empty();
  }

  private void follow() {
    while (!toFollow.isEmpty() && complete) {
      Expressions.Span span = toFollow.pop();
      Set<String> local = localNames(span);
      for (int t = span.first(); t <= span.last(); t++) {
        if (isFree(t) && !local.contains(tokens.source(t))) {
          names.resolve(t).ifPresent(this::include);
        }
      }
    }
  }

  private void include(Names.Definition definition) {
    if (definitions.putIfAbsent(definition.name(), definition) != null) {
      return;
    }
    size += tokens.end(definition.last()) - tokens.start(definition.first());
    if (size > MOST_SOURCE || definitions.size() > MOST_DEFINITIONS) {
      complete = false;
      return;
    }
    toFollow.push(new Expressions.Span(definition.first(), definition.last()));
  }

  /** A name that is used, not a property, key or keyword. */
  private boolean isFree(int t) {
    if (tokens.kind(t) != Tokens.WORD) {
      return false;
    }
    byte before = tokens.kind(t - 1);
    if (before == '.' || before == Tokens.OPTIONAL_DOT) {
      return false;
    }
    boolean key = tokens.kind(t + 1) == ':' && (before == '{' || before == ',');
    return !key
        && !(tokens.end(t) - tokens.start(t) <= 10 && Names.RESERVED.contains(tokens.source(t)));
  }

  /** Names that the span itself declares: parameters, variables, functions. */
  private Set<String> localNames(Expressions.Span span) {
    Set<String> local = new HashSet<>();
    for (int t = span.first(); t <= span.last(); t++) {
      byte kind = tokens.kind(t);
      if (kind == Tokens.ARROW) {
        addParameters(t - 1, local);
      } else if (kind == '{' && tokens.kind(t - 1) == ')') {
        int open = tokens.partner(t - 1);
        if (open > 0 && (isFunctionHead(open) || tokens.is(open - 1, "catch"))) {
          addParameters(t - 1, local);
        }
      } else if (kind == Tokens.WORD
          && (tokens.is(t, "var") || tokens.is(t, "let") || tokens.is(t, "const"))) {
        addDeclarators(t, span.last(), local);
      }
    }
    return local;
  }

  private boolean isFunctionHead(int open) {
    return tokens.is(open - 1, "function")
        || tokens.is(open - 2, "function")
        || tokens.is(open - 3, "function")
        || tokens.kind(open - 1) == Tokens.WORD
            && !Names.RESERVED.contains(tokens.source(open - 1));
  }

  private void addParameters(int close, Set<String> local) {
    if (tokens.kind(close) == Tokens.WORD) {
      local.add(tokens.source(close));
      return;
    }
    int open = tokens.kind(close) == ')' ? tokens.partner(close) : close;
    for (int t = Math.max(0, open); t < close; t++) {
      if (tokens.kind(t) == Tokens.WORD && tokens.kind(t - 1) != '=' && tokens.kind(t - 1) != '.') {
        local.add(tokens.source(t));
      }
    }
  }

  private void addDeclarators(int declaration, int last, Set<String> local) {
    int t = declaration + 1;
    while (t <= last) {
      if (tokens.kind(t) == Tokens.WORD) {
        local.add(tokens.source(t));
      } else if (Tokens.opens(tokens.kind(t)) && tokens.partner(t) > t) {
        for (int inner = t + 1; inner < tokens.partner(t); inner++) {
          if (tokens.kind(inner) == Tokens.WORD) {
            local.add(tokens.source(inner));
          }
        }
        t = tokens.partner(t);
      } else {
        return;
      }
      if (tokens.kind(t + 1) == '=') {
        t = Expressions.end(tokens, t + 2);
      }
      if (tokens.kind(t + 1) != ',') {
        return;
      }
      t += 2;
    }
  }

  /**
   * Functions that are called on the spot with one of the slice's names: they turn its array round.
   */
  private void addMutators() {
    for (Names.Definition definition : List.copyOf(definitions.values())) {
      if (!holdsArray(definition)) {
        continue;
      }
      for (int t : names.occurrences().sameAs(definition.name())) {
        if (t != definition.name()) {
          calledOnTheSpot(t).ifPresent(this::addStatement);
        }
      }
    }
  }

  private boolean holdsArray(Names.Definition definition) {
    for (int t = definition.first();
        t < Math.min(definition.last(), definition.first() + 40);
        t++) {
      if (tokens.kind(t) == '['
          && (tokens.kind(t + 1) == Tokens.STRING || tokens.kind(t + 1) == Tokens.NUMBER)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Expressions.Span> calledOnTheSpot(int argument) {
    int open = tokens.around(argument);
    if (open <= 0 || tokens.kind(open) != '(' || tokens.partner(open) < 0) {
      return Optional.empty();
    }
    int before = open - 1;
    if (tokens.kind(before) == ')') {
      int callee = tokens.partner(before);
      boolean function =
          callee >= 0 && (tokens.is(callee + 1, "function") || tokens.kind(callee + 1) == '(');
      return function
          ? Optional.of(new Expressions.Span(callee, tokens.partner(open)))
          : Optional.empty();
    }
    if (tokens.kind(before) == '}') {
      int body = tokens.partner(before);
      int parameters = body > 0 && tokens.kind(body - 1) == ')' ? tokens.partner(body - 1) : -1;
      for (int t = parameters - 1; parameters > 0 && t >= parameters - 2; t--) {
        if (tokens.is(t, "function")) {
          return Optional.of(new Expressions.Span(t, tokens.partner(open)));
        }
      }
    }
    return Optional.empty();
  }

  private void addStatement(Expressions.Span span) {
    boolean inside =
        definitions.values().stream()
            .anyMatch(d -> d.first() <= span.first() && span.last() <= d.last());
    if (inside || statements.containsKey(span.first()) || size > MOST_SOURCE) {
      return;
    }
    String source = tokens.source(span.first(), span.last());
    size += source.length();
    // A bare function expression may not start a statement.
    statements.put(span.first(), source.startsWith("function") ? "(" + source + ")" : source);
    toFollow.push(span);
  }

  /** Whether any part of the slice, or the expressions given, computes on characters or bytes. */
  private boolean decodes(List<Expressions.Span> expressions) {
    return expressions.stream().anyMatch(s -> idioms.isBetween(s.first(), s.last()))
        || definitions.values().stream().anyMatch(d -> idioms.isBetween(d.first(), d.last()));
  }

  /** Whether the data stands in the slice. */
  boolean holds(Stored data) {
    int token = tokens.at((int) data.start());
    return definitions.values().stream().anyMatch(d -> d.first() <= token && token <= d.last());
  }

  /** The slice as a program without side effects of its own. */
  String program() {
    StringBuilder functions = new StringBuilder();
    TreeMap<Integer, String> ordered = new TreeMap<>();
    List<String> variables = new ArrayList<>();
    for (Names.Definition definition : definitions.values()) {
      String name = tokens.source(definition.name());
      String source = tokens.source(definition.first(), definition.last());
      switch (definition.kind()) {
        case FUNCTION -> functions.append(source).append(";\n");
        case VALUE -> {
          variables.add(name);
          ordered.put(definition.name(), attempt(name + "=" + source));
        }
        case PATTERN -> {
          variables.add(name);
          ordered.put(definition.name(), attempt("(" + source + ")"));
        }
        case IMPORT -> {
          variables.add(name);
          ordered.put(definition.name(), attempt(imported(definition)));
        }
      }
    }
    statements.forEach((at, source) -> ordered.put(at, attempt(source)));
    StringBuilder program = new StringBuilder();
    if (!variables.isEmpty()) {
      program
          .append("var ")
          .append(String.join(",", new HashSet<>(variables).stream().sorted().toList()))
          .append(";\n");
    }
    program.append(functions);
    ordered.values().forEach(program::append);
    // The one expression that only a module may hold; what it gives is a path, which no decoder
    // needs.
    return program.toString().replace("import.meta", "({})");
  }

  private static String attempt(String statement) {
    return "try{" + statement + "}catch(_){}\n";
  }

  /** {@code import {a as b} from "crypto"}: b is what require gives for a. */
  private String imported(Names.Definition definition) {
    int name = definition.name();
    int original = tokens.is(name - 1, "as") ? name - 2 : name;
    return tokens.source(name)
        + "=require("
        + tokens.source(definition.last())
        + ")."
        + tokens.source(original);
  }
}
