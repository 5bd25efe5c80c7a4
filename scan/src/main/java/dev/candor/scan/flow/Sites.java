package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Literals;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.NodeMap;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a function is called, and with what. */
final class Sites {
  private static final int MOST = 24;
  private static final int MOST_BY_NAME = 10;
  private static final int MOST_LOOKED_AT = 150;
  private static final int DEEPEST = 5;

  private final Program program;
  private final Sources sources;
  private final NodeMap<List<Site>> known = new NodeMap<>();

  Sites(Program program, Sources sources) {
    this.program = program;
    this.sources = sources;
  }

  /** One call. */
  record Site(Place call, Confidence confidence) {
    Node.Call node() {
      return (Node.Call) call.node();
    }
  }

  /** The calls of a function; where it is handed to another function, that call. */
  List<Site> of(Place function) {
    List<Site> sites = known.get(function.node());
    if (sites == null) {
      List<Site> found = new ArrayList<>();
      known.put(function.node(), found); // an empty list ends a cycle
      collect(function, found);
      sites = found.stream().limit(MOST).toList();
      known.put(function.node(), sites);
    }
    return sites;
  }

  private void collect(Place function, List<Site> into) {
    Code code = function.code();
    code.scopes()
        .named(function.node())
        .ifPresent(binding -> {
          uses(code, binding, Confidence.FOLLOWED, 0, into);
          elsewhere(code, binding, into);
        });
    value(function, Confidence.FOLLOWED, 0, into);
  }

  /** Uses in other modules of what this one gives them. */
  private void elsewhere(Code code, Binding binding, List<Site> into) {
    if (binding.scope().is(code.syntax().module())) {
      for (Place use : program.usesElsewhere(code, binding.name())) {
        value(use, Confidence.FOLLOWED, 1, into);
      }
    }
  }

  /** Follows a function that stands as a value somewhere. */
  private void value(Place place, Confidence confidence, int depth, List<Site> into) {
    if (depth > DEEPEST || into.size() >= MOST) {
      return;
    }
    Code code = place.code();
    Node node = place.node();
    Node around = code.syntax().parent(node).orElse(null);
    switch (around) {
      case Node.Call call when call.callee().is(node) ->
          into.add(new Site(place.at(call), confidence));
      case Node.Call call -> {
        // Handed to another function: called there, or by what that one makes of it.
        into.add(new Site(place.at(call), confidence));
        value(place.at(call), weaker(confidence, Confidence.ASSUMED), depth + 1, into);
      }
      case Node.Declarator declarator when declarator.target() instanceof Node.Name name ->
          named(code, name, confidence, depth, into);
      case Node.Assign assign when assign.value().is(node) -> {
        switch (assign.target()) {
          case Node.Name name -> named(code, name, confidence, depth, into);
          case Node.Member member -> byName(code, member.property(), confidence, depth, into);
          default -> {}
        }
      }
      case Node.Field field when isConstructor(code, field) ->
          code.syntax()
              .parent(field)
              .flatMap(code.scopes()::named)
              .ifPresent(type -> {
                uses(code, type, confidence, depth, into);
                elsewhere(code, type, into);
              });
      case Node.Field field when field.value().is(node) ->
          field.name().ifPresent(name -> byName(code, name, confidence, depth, into));
      case Node.Member member when member.property().equals("bind") -> {
        Node bound = code.syntax().parent(member).orElse(member);
        value(place.at(bound), confidence, depth + 1, into);
      }
      case Node.Member member
          when (member.property().equals("call") || member.property().equals("apply"))
              && code.syntax().parent(member).orElse(null) instanceof Node.Call call ->
          into.add(new Site(place.at(call), confidence));
      case Node.Conditional choice -> value(place.at(choice), confidence, depth + 1, into);
      case Node.Binary both -> value(place.at(both), confidence, depth + 1, into);
      case Node.Sequence sequence -> value(place.at(sequence), confidence, depth + 1, into);
      case null, default -> {}
    }
  }

  private static boolean isConstructor(Code code, Node.Field method) {
    String constructor = code.dialect().constructor();
    return !constructor.isEmpty() && method.name().filter(constructor::equals).isPresent();
  }

  private void named(Code code, Node.Name name, Confidence confidence, int depth, List<Site> into) {
    code.scopes().resolve(name).ifPresent(binding -> uses(code, binding, confidence, depth, into));
  }

  private void uses(Code code, Binding binding, Confidence confidence, int depth, List<Site> into) {
    for (Node.Name use : code.scopes().uses(binding)) {
      if (into.size() >= MOST) {
        return;
      }
      Node around = code.syntax().parent(use).orElse(use);
      boolean target =
          around instanceof Node.Assign assign && assign.target().is(use)
              || around instanceof Node.Declarator declarator && declarator.target().is(use);
      if (!target) {
        value(new Place(code, use), confidence, depth + 1, into);
      }
    }
  }

  /** Calls of a method of that name, and of what is taken out of an object under that name. */
  private void byName(Code from, String name, Confidence confidence, int depth, List<Site> into) {
    List<Site> found = new ArrayList<>();
    for (Code code : program.modules()) {
      if (!program.mayUse(code, from)) {
        continue;
      }
      Tokens tokens = code.tokens();
      int[] all = code.occurrences().named(name, MOST_LOOKED_AT);
      List<Integer> places = new ArrayList<>();
      for (int t : all) {
        if (isCalledAsMethod(tokens, t) || isTakenOut(tokens, t)) {
          places.add(t);
        }
      }
      if (all.length == MOST_LOOKED_AT || found.size() + places.size() > MOST_BY_NAME) {
        return; // a name that says nothing
      }
      for (int t : places) {
        if (isCalledAsMethod(tokens, t)) {
          code.syntax()
              .at(t)
              .flatMap(code.syntax()::parent)
              .filter(node -> node instanceof Node.Call)
              .ifPresent(call ->
                  found.add(
                      new Site(new Place(code, call), weaker(confidence, Confidence.BY_NAME))));
        } else {
          taken(code, t)
              .ifPresent(local ->
                  named(code, local, weaker(confidence, Confidence.BY_NAME), depth + 1, found));
        }
      }
    }
    into.addAll(found);
  }

  private static boolean isCalledAsMethod(Tokens tokens, int t) {
    byte before = tokens.kind(t - 1);
    return (before == '.' || before == Tokens.OPTIONAL_DOT) && tokens.kind(t + 1) == '(';
  }

  private static boolean isTakenOut(Tokens tokens, int t) {
    int around = tokens.around(t);
    return around >= 0
        && tokens.kind(around) == '{'
        && tokens.partner(around) > 0
        && (tokens.kind(tokens.partner(around) + 1) == '='
            || tokens.is(tokens.partner(around) + 1, "from"));
  }

  private static Optional<Node.Name> taken(Code code, int t) {
    Node node = code.syntax().at(t).orElse(null);
    return switch (node) {
      case Node.Name name -> Optional.of(name);
      case Node.Field field when field.value() instanceof Node.Name name -> Optional.of(name);
      case Node.Import imports ->
          imports.names().stream()
              .filter(one -> one.exported().equals(code.tokens().source(t)))
              .map(Node.Imported::local)
              .findFirst();
      case null, default -> Optional.empty();
    };
  }

  static Confidence weaker(Confidence one, Confidence other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * What the parameter of {@code f} gets in a call of it, or in one that {@code f} is handed to.
   */
  List<Link> argument(Place call, Node.Function f, int index, List<String> path) {
    Node.Call node = (Node.Call) call.node();
    for (int i = 0; i < node.arguments().size(); i++) {
      if (leadsTo(call.at(node.arguments().get(i)), f)) {
        return handed(call, node, i, index, path);
      }
    }
    int shift = 0;
    if (node.callee() instanceof Node.Member member) {
      if (member.property().equals("call")) {
        shift = 1;
      } else if (member.property().equals("apply") && node.arguments().size() > 1) {
        return List.of(
            Link.same(
                new Spot(call.at(node.arguments().get(1)), prefixed(index, path), Calls.NONE),
                "it is an argument of the call"));
      }
    }
    Optional<Node> byName = Keywords.argument(call.code(), node, f, index);
    int at = index + shift;
    if (byName.isEmpty()
        && (at >= node.arguments().size() || Keywords.is(call.code(), node.arguments().get(at)))) {
      return List.of();
    }
    Node argument = byName.orElseGet(() -> node.arguments().get(at));
    return List.of(
        Link.same(new Spot(call.at(argument), path, Calls.NONE), "it is an argument of the call"));
  }

  private static List<String> prefixed(int index, List<String> path) {
    List<String> longer = new ArrayList<>(List.of(Integer.toString(index)));
    longer.addAll(path);
    return longer;
  }

  /** Whether an argument is the function itself or a variable of its name. */
  private static boolean leadsTo(Place argument, Node.Function f) {
    return argument.node().is(f)
        || argument.node() instanceof Node.Name name
            && argument.code().scopes().resolve(name).stream()
                .anyMatch(
                    b -> b.declarations().stream().anyMatch(d -> isThat(argument.code(), d, f)));
  }

  private static boolean isThat(Code code, Node declaration, Node.Function f) {
    return declaration.is(f)
        || code.syntax().parent(declaration).orElse(null) instanceof Node.Declarator declarator
            && declarator.value().filter(v -> v.is(f)).isPresent();
  }

  /** The parameter of a function that is an argument: what the called one hands to it. */
  private List<Link> handed(
      Place call, Node.Call node, int position, int index, List<String> path) {
    if (node.callee() instanceof Node.Member member) {
      if ((member.property().equals("on")
              || member.property().equals("once")
              || member.property().equals("addListener"))
          && position == 1
          && node.arguments().getFirst() instanceof Node.Text event) {
        return emitted(call.code(), event, index, path);
      }
      Place object = call.at(member.object());
      Optional<Link> builtIn =
          switch (member.property()) {
            case "some",
                "every",
                "find",
                "findLast",
                "findIndex",
                "filter",
                "map",
                "forEach",
                "flatMap" ->
                index == 0
                    ? Optional.of(
                        Link.same(
                            new Spot(object, prefixedAny(path), Calls.NONE),
                            "it is an element of it"))
                    : Optional.empty();
            case "sort", "toSorted" ->
                Optional.of(
                    Link.same(
                        new Spot(object, prefixedAny(path), Calls.NONE), "it is an element of it"));
            case "reduce", "reduceRight" ->
                index == 1
                    ? Optional.of(
                        Link.same(
                            new Spot(object, prefixedAny(path), Calls.NONE),
                            "it is an element of it"))
                    : index == 0 && node.arguments().size() > 1
                        ? Optional.of(
                            Link.same(
                                new Spot(call.at(node.arguments().get(1)), path, Calls.NONE),
                                "it begins with it"))
                        : Optional.empty();
            case "then" ->
                index == 0
                    ? Optional.of(Link.same(new Spot(object, path, Calls.NONE), "it is awaited"))
                    : Optional.empty();
            case "replace", "replaceAll" ->
                Optional.of(
                    Link.derived(new Spot(object, List.of(), Calls.NONE), "it is a part of it"));
            case "from" ->
                node.arguments().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        Link.same(
                            new Spot(
                                call.at(node.arguments().getFirst()),
                                prefixedAny(path),
                                Calls.NONE),
                            "it is an element of it"));
            default -> Optional.empty();
          };
      if (builtIn.isPresent()) {
        return List.of(builtIn.get());
      }
    }
    List<Link> links = new ArrayList<>();
    for (Callees.Callee callee :
        sources.callees().of(new Spot(call.at(node.callee()), List.of(), Calls.NONE))) {
      links.addAll(calledWith(call, callee, position, index, path));
    }
    return links;
  }

  /** Inside a function, what its parameter at {@code position} is called with. */
  List<Link> givenToParameter(Spot spot, Callees.Callee callee, int position) {
    return calledWith(spot.place(), callee, position, 0, spot.path());
  }

  /** What is emitted under the name that the listener waits for. */
  private List<Link> emitted(Code listener, Node.Text event, int index, List<String> path) {
    List<Link> links = new ArrayList<>();
    for (Code code : program.modules()) {
      if (!program.mayUse(code, listener) && !program.mayUse(listener, code)) {
        continue;
      }
      Tokens tokens = code.tokens();
      for (int t : code.occurrences().named("emit", 400)) {
        if (tokens.kind(t - 1) == '.'
            && tokens.kind(t + 1) == '('
            && tokens.kind(t + 2) == Tokens.STRING
            && Literals.string(tokens, t + 2).equals(event.value())
            && code.syntax().at(t).flatMap(code.syntax()::parent).orElse(null)
                instanceof Node.Call call
            && index + 1 < call.arguments().size()
            && links.size() < MOST_BY_NAME) {
          links.add(
              new Link(
                  new Spot(new Place(code, call.arguments().get(index + 1)), path, Calls.NONE),
                  Link.Kind.SAME,
                  Confidence.BY_NAME,
                  "it is emitted under that name"));
        }
      }
    }
    return links;
  }

  private static List<String> prefixedAny(List<String> path) {
    List<String> longer = new ArrayList<>(List.of(Spot.ANY));
    longer.addAll(path.subList(0, Math.min(3, path.size())));
    return longer;
  }

  /** Inside the called function, its parameter at {@code position} is called with this. */
  private static List<Link> calledWith(
      Place call, Callees.Callee callee, int position, int index, List<String> path) {
    Node.Function g = callee.function();
    if (position >= g.parameters().size()
        || !(g.parameters().get(position) instanceof Node.Name parameter)) {
      return List.of();
    }
    Code code = callee.place().code();
    Binding binding = code.scopes().resolve(parameter).orElse(null);
    if (binding == null) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    for (Node.Name use : code.scopes().uses(binding)) {
      if (code.syntax().parent(use).orElse(null) instanceof Node.Call inner
          && inner.callee().is(use)
          && index < inner.arguments().size()) {
        links.add(
            Link.same(
                new Spot(
                    new Place(code, inner.arguments().get(index)),
                    path,
                    callee.calls().into(g, call)),
                "the function is called with it"));
      }
    }
    return links;
  }
}
