package dev.candor.scan.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Which variable a name stands for, by the language's rules of scope, and where else it is spoken
 * of.
 */
public final class Scopes {
  /** Of a name that stands in more places, the uses are not followed. */
  private static final int MOST_USES = 400;

  /** So many in a scope that is not parsed as a whole. */
  private static final int MOST_WIDE = 48;

  /** So many places are looked at for the declaration of a name in a wide scope. */
  private static final int MOST_CANDIDATES = 4_000;

  private static final int MOST_PARAMETER_TOKENS = 200;

  private final Syntax syntax;
  private final Tokens tokens;
  private final Occurrences occurrences;
  private final NodeMap<Map<String, Binding>> declared = new NodeMap<>();
  private final NodeMap<Map<String, Optional<Binding>>> wide = new NodeMap<>();
  private final NodePages<Optional<Binding>> resolved = new NodePages<>();
  private final Map<Binding, List<Node.Name>> uses = new HashMap<>();
  private final Map<Binding, List<Node.Name>> assigned = new HashMap<>();

  public Scopes(Syntax syntax, Occurrences occurrences) {
    this.syntax = syntax;
    this.tokens = syntax.tokens();
    this.occurrences = occurrences;
  }

  /** The variable; empty for one of the platform, as {@code process}. */
  public Optional<Binding> resolve(Node.Name name) {
    Optional<Binding> known = resolved.get(name);
    if (known == null) {
      known = find(name);
      resolved.put(name, known);
    }
    return known;
  }

  private Optional<Binding> find(Node.Name name) {
    return resolveFrom(name, name);
  }

  /** The variable that a name would stand for if it stood in {@code start}. */
  public Optional<Binding> resolveFrom(Node start, Node.Name name) {
    Optional<Node> node = Optional.of(start);
    while (node.isPresent()) {
      Optional<Binding> found = in(node.get(), name);
      if (found.isPresent()) {
        return found;
      }
      node = syntax.parent(node.get());
    }
    return Optional.empty();
  }

  private Optional<Binding> in(Node scope, Node.Name name) {
    return switch (scope) {
      case Node.Body body when syntax.isWide(body) -> inWide(body, name);
      case Node.Function f -> Optional.ofNullable(declaredIn(f).get(name.text()));
      case Node.Body body -> Optional.ofNullable(declaredIn(body).get(name.text()));
      case Node.Block block -> Optional.ofNullable(declaredIn(block).get(name.text()));
      case Node.Case one -> Optional.ofNullable(declaredIn(one).get(name.text()));
      case Node.Loop loop -> Optional.ofNullable(declaredIn(loop).get(name.text()));
      case Node.Each each -> Optional.ofNullable(declaredIn(each).get(name.text()));
      case Node.Try block when catches(block, name.first()) ->
          Optional.ofNullable(declaredIn(block).get(name.text()));
      case Node.ClassOf type -> Optional.ofNullable(declaredIn(type).get(name.text()));
      default -> Optional.empty();
    };
  }

  /** What is caught has its name in the handler, not in the block that is tried. */
  private static boolean catches(Node.Try block, int token) {
    return block.caught().stream()
        .anyMatch(caught ->
            token >= caught.first()
                && block.blocks().stream()
                    .filter(b -> b.first() > caught.last())
                    .findFirst()
                    .filter(handler -> token <= handler.last())
                    .isPresent());
  }

  /**
   * The variable that a declared function or class, or a function with a name, gives its name to.
   */
  public Optional<Binding> named(Node declaration) {
    Optional<Node.Name> name =
        switch (declaration) {
          case Node.Function f -> f.name();
          case Node.ClassOf c -> c.name();
          default -> Optional.empty();
        };
    return name.flatMap(n -> resolveFrom(syntax.parent(declaration).orElse(syntax.module()), n))
        .filter(binding -> binding.declarations().stream().anyMatch(d -> d.is(declaration)));
  }

  private Map<String, Binding> declaredIn(Node scope) {
    Map<String, Binding> known = declared.get(scope);
    if (known == null) {
      known = new HashMap<>();
      declared.put(scope, known);
      syntax.scoping().collect(syntax, scope, known);
    }
    return known;
  }

  private Optional<Binding> inWide(Node.Body body, Node.Name name) {
    Map<String, Optional<Binding>> known = wide.computeIfAbsent(body, b -> new HashMap<>());
    Optional<Binding> found = known.get(name.text());
    if (found == null) {
      found = findInWide(body, name);
      known.put(name.text(), found);
    }
    return found;
  }

  private Optional<Binding> findInWide(Node.Body body, Node.Name name) {
    Binding binding = new Binding(name.text(), body);
    int end = Math.min(body.last(), tokens.count());
    for (int t : occurrences.within(name.first(), body.first(), end, MOST_CANDIDATES)) {
      if (mayDeclare(t) && functionAround(t) == body.first()) {
        syntax.at(t).flatMap(node -> declaration(node, t)).ifPresent(binding::declare);
      }
    }
    return binding.declarations().isEmpty() ? Optional.empty() : Optional.of(binding);
  }

  /** Told from the neighbours, so that little has to be parsed. */
  private boolean mayDeclare(int t) {
    byte before = tokens.kind(t - 1);
    if (before == Tokens.WORD) {
      return tokens.is(t - 1, "var")
          || tokens.is(t - 1, "let")
          || tokens.is(t - 1, "const")
          || tokens.is(t - 1, "function")
          || tokens.is(t - 1, "class")
          || tokens.is(t - 1, "import")
          || tokens.is(t - 1, "as");
    }
    if (before == '*') {
      return tokens.is(t - 2, "function");
    }
    int around = tokens.around(t);
    byte bracket = around < 0 ? 0 : tokens.kind(around);
    if (before == ',' && (bracket == '{' || bracket == 0)) {
      return true;
    }
    return (before == '{'
            || before == ':'
            || before == '['
            || before == ','
            || before == Tokens.SPREAD)
        && (bracket == '{' || bracket == '[')
        && tokens.partner(around) > 0
        && (tokens.kind(tokens.partner(around) + 1) == '='
            || tokens.is(tokens.partner(around) + 1, "from")
            || tokens.kind(tokens.partner(around) + 1) == '}'
            || tokens.kind(tokens.partner(around) + 1) == ',');
  }

  /** The opening brace of the function around the token, -1 for the module. */
  private int functionAround(int t) {
    for (int around = tokens.around(t); around >= 0; around = tokens.around(around)) {
      byte kind = tokens.kind(around);
      if (kind == '{' && isFunctionBody(around)) {
        return around;
      }
      if (kind == '(' && isParameters(around)) {
        return Integer.MAX_VALUE;
      }
    }
    return -1;
  }

  private boolean isFunctionBody(int open) {
    if (tokens.kind(open - 1) == Tokens.ARROW) {
      return true;
    }
    return tokens.kind(open - 1) == ')' && !isControl(tokens.partner(open - 1) - 1);
  }

  private boolean isParameters(int open) {
    int close = tokens.partner(open);
    return close > 0
        && (tokens.kind(close + 1) == Tokens.ARROW
            || tokens.kind(close + 1) == '{' && !isControl(open - 1));
  }

  private boolean isControl(int t) {
    return tokens.is(t, "if")
        || tokens.is(t, "for")
        || tokens.is(t, "while")
        || tokens.is(t, "switch")
        || tokens.is(t, "catch")
        || tokens.is(t, "with")
        || tokens.is(t, "await");
  }

  private Optional<Node> declaration(Node node, int token) {
    return switch (node) {
      case Node.Function f when f.declaration() && isNamedAt(f.name(), token) -> Optional.of(f);
      case Node.ClassOf c when c.declaration() && isNamedAt(c.name(), token) -> Optional.of(c);
      case Node.Name name when isDeclared(name) -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  private static boolean isNamedAt(Optional<Node.Name> name, int token) {
    return name.isPresent() && name.get().first() == token;
  }

  /** Whether the name is the target of a declarator, perhaps within a pattern, or imported. */
  private boolean isDeclared(Node.Name name) {
    Node child = name;
    Optional<Node> around = syntax.parent(name);
    while (around.isPresent()) {
      Node inner = child;
      switch (around.get()) {
        case Node.Declarator declarator -> {
          return declarator.target().is(inner);
        }
        case Node.Import imports -> {
          return true;
        }
        case Node.Assign given when !given.target().is(inner) -> {
          return false;
        }
        case Node.Field field when !field.value().is(inner) -> {
          return false;
        }
        case Node.Assign given -> {}
        case Node.Field field -> {}
        case Node.Fields pattern -> {}
        case Node.Array pattern -> {}
        case Node.Unary spread when spread.operator().equals("...") -> {}
        default -> {
          return false;
        }
      }
      child = around.get();
      around = syntax.parent(child);
    }
    return false;
  }

  /**
   * Everywhere the variable is spoken of, its declarations too, in the order of the text; at most
   * the first {@value #MOST_USES}.
   */
  public List<Node.Name> uses(Binding binding) {
    List<Node.Name> known = uses.get(binding);
    if (known == null) {
      known = findUses(binding);
      uses.put(binding, known);
    }
    return known;
  }

  /** The uses that are given a value by an assignment, in the order of the text. */
  public List<Node.Name> assigned(Binding binding) {
    List<Node.Name> known = assigned.get(binding);
    if (known == null) {
      known = usesWhere(binding, this::mayBeAssigned);
      assigned.put(binding, known);
    }
    return known;
  }

  private boolean mayBeAssigned(int t) {
    byte behind = tokens.kind(t + 1);
    if (behind == '=' || behind == Tokens.UPDATE) {
      return true;
    }
    if (behind != ',' && behind != '}' && behind != ']') {
      return false;
    }
    int around = tokens.around(t);
    return around >= 0
        && (tokens.kind(around) == '{' || tokens.kind(around) == '[')
        && tokens.partner(around) > 0
        && tokens.kind(tokens.partner(around) + 1) == '=';
  }

  private List<Node.Name> findUses(Binding binding) {
    return usesWhere(binding, t -> true);
  }

  /** The uses at tokens that pass a first look. */
  public List<Node.Name> usesWhere(Binding binding, IntPredicate looks) {
    int word = wordOf(binding.declarations().getFirst());
    if (word < 0) {
      return List.of();
    }
    Node scope = binding.scope();
    int end = Math.min(scope.last() + 1, tokens.count());
    boolean isWide = scope instanceof Node.Body body && syntax.isWide(body);
    // Its own parameters stand in front of the body of a function.
    int inside = scope instanceof Node.Function f ? f.body().first() : scope.first();
    int[] places =
        variables(occurrences.within(word, scope.first() - 1, end, 4 * MOST_USES), looks, inside);
    if (isWide && places.length > MOST_WIDE) {
      return List.of(); // spoken of everywhere: to look at each place would tell little
    }
    List<Node.Name> found = new ArrayList<>();
    for (int t : places) {
      if (syntax.at(t).orElse(null) instanceof Node.Name name
          && name.first() == t
          && resolve(name).orElse(null) == binding) {
        found.add(name);
        if (found.size() == MOST_USES) {
          break;
        }
      }
    }
    return found;
  }

  /**
   * Those that are no names of members, pass a first look, and are no parameters of a function
   * around them: minified names are few, and a tree for each of their uses would cost most of all.
   */
  private int[] variables(int[] places, IntPredicate looks, int scope) {
    int[] kept = new int[places.length];
    int n = 0;
    for (int t : places) {
      byte before = tokens.kind(t - 1);
      if (before != '.'
          && before != Tokens.OPTIONAL_DOT
          && looks.test(t)
          && !isParameterWithin(t, scope)) {
        kept[n++] = t;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** Whether a function inside the scope and around the word plainly has a parameter so called. */
  private boolean isParameterWithin(int word, int scope) {
    for (int around = tokens.around(word); around > scope; around = tokens.around(around)) {
      int end =
          tokens.kind(around) != '{'
              ? -1
              : tokens.kind(around - 1) == Tokens.ARROW ? around - 2 : around - 1;
      if (end > scope && tokens.kind(end) == Tokens.WORD && end == around - 2) {
        if (tokens.sameText(end, word)) {
          return true;
        }
      } else if (end > scope && tokens.kind(end) == ')' && isFunctionBody(around)) {
        int open = tokens.partner(end);
        for (int t = open + 1; open > scope && t < end && t < open + MOST_PARAMETER_TOKENS; t++) {
          byte before = tokens.kind(t - 1);
          if (tokens.kind(t) == Tokens.WORD
              && (before == '(' || before == ',')
              && tokens.sameText(t, word)
              && tokens.around(t) == open) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Token of the name that is declared there, or -1. */
  public static int wordOf(Node declaration) {
    return switch (declaration) {
      case Node.Name name -> name.first();
      case Node.Function f -> f.name().map(Node.Name::first).orElse(-1);
      case Node.ClassOf c -> c.name().map(Node.Name::first).orElse(-1);
      default -> -1;
    };
  }
}
