package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Syntax;
import dev.candor.scan.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a variable, a parameter or a field gets its value. */
final class Definitions {
  private static final int MOST_WRITES = 40;
  private static final int MOST_SITES = 12;

  private final Program program;
  private final Sources sources;
  private final Sites sites;

  Definitions(Program program, Sources sources) {
    this.program = program;
    this.sources = sources;
    this.sites = new Sites(program, sources);
  }

  Sites sites() {
    return sites;
  }

  List<Link> of(Spot spot, Node.Name name) {
    Code code = spot.place().code();
    if (name.text().equals("this") || name.text().equals("self")) {
      Optional<Node> holder = holder(code, name);
      if (holder.isPresent()) {
        return List.of(
            Link.same(spot.at(spot.place().at(holder.get())), "it belongs to this object"));
      }
    }
    Optional<Binding> binding = code.scopes().resolve(name);
    if (binding.isEmpty()) {
      return List.of();
    }
    List<Link> links = new ArrayList<>();
    for (Node declaration : binding.get().declarations()) {
      switch (declaration) {
        case Node.Name declared -> declared(spot, declared, links);
        case Node.Function f ->
            links.add(Link.same(spot.at(spot.place().at(f)), "it is this function"));
        case Node.ClassOf c ->
            links.add(Link.same(spot.at(spot.place().at(c)), "it is this class"));
        default -> {}
      }
    }
    for (Node.Name use : code.scopes().assigned(binding.get())) {
      if (binding.get().declarations().stream().noneMatch(d -> d.is(use))) {
        assigned(spot, use, links);
      }
    }
    if (!spot.path().isEmpty()) {
      written(spot, binding.get(), links);
    }
    return links;
  }

  /**
   * What a parameter gets in the call by which its function was entered; empty for anything else.
   */
  List<Link> ofParameter(Spot spot, Node.Name name) {
    Code code = spot.place().code();
    List<Link> links = new ArrayList<>();
    code.scopes()
        .resolve(name)
        .map(binding -> binding.declarations().getFirst())
        .ifPresent(declaration -> {
          if (declaration instanceof Node.Name declared
              && code.syntax().parent(declared).orElse(declared) instanceof Node.Function f
              && spot.calls().isIn(f)) {
            parameter(spot, f, declared, links);
          }
        });
    return links;
  }

  /** The class or the object whose method says {@code this}. */
  private static Optional<Node> holder(Code code, Node name) {
    Optional<Node> around = code.syntax().parent(name);
    while (around.isPresent()) {
      switch (around.get()) {
        case Node.ClassOf type -> {
          return Optional.of(type);
        }
        case Node.Field field
            when field.value() instanceof Node.Function
                && code.syntax().parent(field).orElse(null) instanceof Node.Fields fields -> {
          return Optional.of(fields);
        }
        default -> around = code.syntax().parent(around.get());
      }
    }
    return Optional.empty();
  }

  /** From the declared name up through its pattern to what gives it a value. */
  private void declared(Spot spot, Node.Name name, List<Link> links) {
    Code code = spot.place().code();
    Node child = name;
    Spot asked = spot;
    while (true) {
      Node inner = child;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.Field field ->
            asked =
                new Spot(asked.place(), asked.within(field.name().orElse(Spot.ANY)), asked.calls());
        case Node.Assign assign when assign.target().is(inner) -> {
          if (!isDefault(code, assign)) {
            assigned(spot, name, links);
            return;
          }
          links.add(Link.same(asked.at(spot.place().at(assign.value())), "it is the default"));
        }
        case Node.Array array ->
            asked =
                new Spot(
                    asked.place(),
                    asked.within(Integer.toString(indexOf(array, inner))),
                    asked.calls());
        case Node.Fields pattern -> {}
        case Node.Unary self when self.operator().equals(Syntax.RECEIVER) -> {
          holder(code, name)
              .ifPresent(
                  holder -> links.add(Link.same(asked(spot, holder), "it belongs to this object")));
          return;
        }
        case Node.Unary rest -> {}
        case Node.Declarator declarator -> {
          declarator(asked, declarator, links);
          return;
        }
        case Node.Each each -> {
          each(asked, each, links);
          return;
        }
        case Node.Function f -> {
          parameter(asked, f, inner, links);
          return;
        }
        case Node.Import imports -> {
          imported(asked, imports, name, links);
          return;
        }
        default -> {
          return;
        }
      }
      child = around;
    }
  }

  private static Spot asked(Spot spot, Node node) {
    return spot.at(spot.place().at(node));
  }

  /** Whether an assignment stands in a pattern or a list of parameters, not by itself. */
  private static boolean isDefault(Code code, Node.Assign assign) {
    return assign.operator().equals("=")
        && switch (code.syntax().parent(assign).orElse(assign)) {
          case Node.Function f -> true;
          case Node.Field field -> true;
          case Node.Array array -> true;
          case Node.Fields fields -> true;
          case Node.Declarator declarator -> true;
          default -> false;
        };
  }

  private static int indexOf(Node.Array array, Node element) {
    for (int i = 0; i < array.elements().size(); i++) {
      if (array.elements().get(i).is(element)) {
        return i;
      }
    }
    return 0;
  }

  private void declarator(Spot asked, Node.Declarator declarator, List<Link> links) {
    Code code = asked.place().code();
    declarator
        .value()
        .ifPresentOrElse(
            value ->
                links.add(Link.same(asked.at(asked.place().at(value)), "the variable is set here")),
            () ->
                code.syntax()
                    .parent(declarator)
                    .flatMap(code.syntax()::parent)
                    .ifPresent(around -> {
                      if (around instanceof Node.Each each) {
                        each(asked, each, links);
                      }
                    }));
  }

  private static void each(Spot asked, Node.Each each, List<Link> links) {
    links.add(
        Link.same(
            asked.at(asked.place().at(each.iterated()), asked.within(Spot.ANY)),
            "it is gone through"));
  }

  private void parameter(Spot asked, Node.Function f, Node parameter, List<Link> links) {
    int index = 0;
    while (index < f.parameters().size() && !f.parameters().get(index).is(parameter)) {
      index++;
    }
    Optional<Place> entered = asked.calls().callOf(f);
    if (entered.isPresent()) {
      Calls outside = asked.calls().before(f);
      sites.argument(entered.get(), f, index, asked.path()).stream()
          .map(link -> new Link(link.to().by(outside), link.kind(), link.confidence(), link.why()))
          .forEach(links::add);
      return;
    }
    List<Sites.Site> all = sites.of(new Place(asked.place().code(), f));
    if (all.size() > MOST_SITES) {
      return; // called from everywhere: what it gets says nothing
    }
    for (Sites.Site site : all) {
      sites.argument(site.call(), f, index, asked.path()).stream()
          .map(link -> link.with(site.confidence()))
          .forEach(links::add);
    }
  }

  private void imported(Spot asked, Node.Import imports, Node.Name name, List<Link> links) {
    for (Node.Imported one : imports.names()) {
      if (one.local().is(name)) {
        List<String> path =
            one.exported().equals("*") ? asked.path() : asked.within(one.exported());
        links.addAll(sources.fromModule(asked.at(asked.place(), path), imports.from()));
      }
    }
  }

  /** {@code name = value} behind the declaration, perhaps in a pattern. */
  private void assigned(Spot spot, Node.Name use, List<Link> links) {
    Code code = spot.place().code();
    Node child = use;
    Spot asked = spot;
    for (int i = 0; i < 8; i++) {
      Node inner = child;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.Assign assign when assign.target().is(inner) -> {
          boolean whole =
              assign.operator().equals("=")
                  || assign.operator().equals(":=")
                  || assign.operator().endsWith("|=")
                  || assign.operator().startsWith("??");
          links.add(
              whole
                  ? Link.same(asked.at(spot.place().at(assign.value())), "the variable is set here")
                  : Link.derived(
                      asked.at(spot.place().at(assign.value()), List.of()), "it is added here"));
          decidedBy(spot, assign, links);
          return;
        }
        case Node.Each each -> {
          each(asked, each, links);
          return;
        }
        case Node.Field field ->
            asked =
                new Spot(asked.place(), asked.within(field.name().orElse(Spot.ANY)), asked.calls());
        case Node.Array array ->
            asked =
                new Spot(
                    asked.place(),
                    asked.within(Integer.toString(indexOf(array, inner))),
                    asked.calls());
        case Node.Fields pattern -> {}
        default -> {
          return;
        }
      }
      child = around;
    }
  }

  /** The tests, within the same function, that an assignment hangs on. */
  private static void decidedBy(Spot spot, Node assignment, List<Link> links) {
    Code code = spot.place().code();
    Node child = assignment;
    while (true) {
      Node inner = child;
      Node around = code.syntax().parent(inner).orElse(code.syntax().module());
      switch (around) {
        case Node.If branch when !branch.test().is(inner) ->
            links.add(Link.decided(spot.at(spot.place().at(branch.test()), List.of())));
        case Node.Conditional choice when !choice.test().is(inner) ->
            links.add(Link.decided(spot.at(spot.place().at(choice.test()), List.of())));
        case Node.Binary both when both.right().is(inner) && both.operator().length() == 2 ->
            links.add(Link.decided(spot.at(spot.place().at(both.left()), List.of())));
        case Node.Switch choice when !choice.subject().is(inner) ->
            links.add(Link.decided(spot.at(spot.place().at(choice.subject()), List.of())));
        case Node.Function f -> {
          return;
        }
        case Node.Body body -> {
          return;
        }
        default -> {}
      }
      child = around;
    }
  }

  /** What is put into the list or object that a variable holds, wherever in it. */
  List<Link> additions(Spot spot, Node.Name name) {
    List<Link> links = new ArrayList<>();
    spot.place()
        .code()
        .scopes()
        .resolve(name)
        .ifPresent(binding ->
            written(new Spot(spot.place(), List.of(Spot.ANY), spot.calls()), binding, links));
    return links;
  }

  /** {@code name.field = value}, {@code name.push(value)}. */
  private static void written(Spot spot, Binding binding, List<Link> links) {
    Code code = spot.place().code();
    Tokens tokens = code.tokens();
    String field = spot.path().getFirst();
    boolean element =
        field.equals(Spot.ANY) || Character.isDigit(field.isEmpty() ? 'x' : field.charAt(0));
    List<Node.Name> writes =
        code.scopes()
            .usesWhere(
                binding,
                t ->
                    tokens.kind(t + 1) == '.'
                            && (tokens.kind(t + 3) == '=' && (element || tokens.is(t + 2, field))
                                || element && tokens.kind(t + 3) == '(' && isAdding(code, t + 2))
                        || tokens.kind(t + 1) == '['
                            && tokens.partner(t + 1) > 0
                            && tokens.kind(tokens.partner(t + 1) + 1) == '=');
    for (Node.Name use : writes.subList(0, Math.min(MOST_WRITES, writes.size()))) {
      Node target = code.syntax().parent(use).orElse(use);
      Node around = code.syntax().parent(target).orElse(use);
      boolean fits =
          target instanceof Node.Member m && (spot.asksFor(m.property()) || element)
              || target instanceof Node.Index;
      if (fits && around instanceof Node.Assign assign && assign.target().is(target)) {
        links.add(
            Link.same(
                spot.at(spot.place().at(assign.value()), spot.rest()), "the field is set here"));
        decidedBy(spot, assign, links);
      } else if (fits && target instanceof Node.Member m && around instanceof Node.Call call) {
        putIn(spot, m, call, links);
      }
    }
  }

  /** {@code name.set(key, value).set(key, value)}: each of them. */
  private static void putIn(Spot spot, Node.Member method, Node.Call call, List<Link> links) {
    Code code = spot.place().code();
    Node.Member by = method;
    Node.Call put = call;
    for (int i = 0; i < MOST_WRITES; i++) {
      put.arguments().stream()
          .skip(by.property().equals("set") ? 1 : 0)
          .forEach(a ->
              links.add(Link.same(spot.at(spot.place().at(a), spot.rest()), "it is put in here")));
      decidedBy(spot, put, links);
      if (code.syntax().parent(put).orElse(put) instanceof Node.Member next
          && (next.property().equals("set") || next.property().equals("add"))
          && code.syntax().parent(next).orElse(next) instanceof Node.Call again) {
        by = next;
        put = again;
      } else {
        return;
      }
    }
  }

  private static boolean isAdding(Code code, int token) {
    return switch (code.dialect().method(code.tokens().source(token))) {
      case "push", "unshift", "set", "add" -> true;
      default -> false;
    };
  }

  /** {@code this.field = value} in the methods of a class. */
  List<Link> ofThis(Spot spot, Node.ClassOf type) {
    Code code = spot.place().code();
    Tokens tokens = code.tokens();
    List<Link> links = new ArrayList<>();
    for (int t : code.occurrences().named(spot.path().getFirst(), 2_000)) {
      if (t > type.first()
          && t < type.last()
          && tokens.kind(t - 1) == '.'
          && code.dialect().mayBeThis(tokens, t - 2)
          && tokens.kind(t + 1) == '='
          && code.syntax().at(t).orElse(null) instanceof Node.Member member
          && code.dialect().isThis(code, member.object())
          && code.syntax().parent(member).orElse(null) instanceof Node.Assign assign) {
        links.add(
            Link.same(
                spot.at(spot.place().at(assign.value()), spot.rest()), "the field is set here"));
        decidedBy(spot, assign, links);
      }
    }
    return links;
  }

  /**
   * What a bundler's module function gives out through its parameters: {@code exports.name =
   * value}, {@code module.exports = value}.
   */
  List<Link> exportsOf(Spot spot, Node.Function f, Calls calls) {
    if (spot.path().isEmpty() || f.parameters().isEmpty() || f.parameters().size() > 3) {
      return List.of();
    }
    Code code = spot.place().code();
    Tokens tokens = code.tokens();
    List<Link> links = new ArrayList<>();
    for (Node parameter : f.parameters()) {
      if (!(parameter instanceof Node.Name name)) {
        continue;
      }
      Binding binding = code.scopes().resolve(name).orElse(null);
      if (binding == null) {
        continue;
      }
      String field = spot.path().getFirst();
      for (Node.Name use :
          code.scopes()
              .usesWhere(
                  binding,
                  t ->
                      tokens.kind(t + 1) == '.'
                          && (tokens.is(t + 2, "exports") || tokens.is(t + 2, field)))) {
        exportAt(spot, code, use, calls).ifPresent(links::add);
      }
    }
    return links;
  }

  private static Optional<Link> exportAt(Spot spot, Code code, Node.Name use, Calls calls) {
    Node target = code.syntax().parent(use).orElse(use);
    List<String> path = spot.path();
    if (target instanceof Node.Member member && member.property().equals("exports")) {
      Node around = code.syntax().parent(target).orElse(target);
      if (around instanceof Node.Member deeper && spot.asksFor(deeper.property())) {
        target = deeper;
        path = spot.rest();
      }
    } else {
      path = spot.rest();
    }
    Node written = target;
    return code.syntax().parent(written).orElse(written) instanceof Node.Assign assign
            && assign.target().is(written)
        ? Optional.of(
            new Link(
                new Spot(spot.place().at(assign.value()), path, calls),
                Link.Kind.SAME,
                Confidence.ASSUMED,
                "it is exported here"))
        : Optional.empty();
  }

  Program program() {
    return program;
  }
}
