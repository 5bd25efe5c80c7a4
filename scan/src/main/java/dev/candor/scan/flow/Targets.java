package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.core.Step;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One step forward from a value: where it is put, handed or given back to. */
final class Targets {
  private static final int MOST_USES = 40;

  /** Methods that change an array or a map by what they are given. */
  private static final Set<String> ADDING = Set.of("push", "unshift", "add", "set");

  /** Methods whose result holds nothing of the text. */
  private static final Set<String> DROPPING =
      Set.of(
          "includes",
          "startsWith",
          "endsWith",
          "indexOf",
          "has",
          "test",
          "some",
          "every",
          "localeCompare",
          "charCodeAt");

  /** Of these, methods that show each element to a function. */
  private static final Set<String> ASKING = Set.of("some", "every", "findIndex");

  /** Why the way goes on through a function that is not followed. */
  static final String UNKNOWN = "it is given to a function whose result may hold it";

  private final Sources sources;

  Targets(Sources sources) {
    this.sources = sources;
  }

  /**
   * One step.
   *
   * @param kind PASS, TEXT or REQUEST
   * @param shown whether the text only goes to the screen here; then there is nothing behind it
   */
  record Move(Spot to, Step.Kind kind, Confidence confidence, String why, boolean shown) {
    static Move pass(Spot to, String why) {
      return new Move(to, Step.Kind.PASS, Confidence.FOLLOWED, why, false);
    }
  }

  List<Move> of(Spot spot) {
    Place place = spot.place();
    if (place.node() instanceof Node.Function f) {
      return given(spot, f);
    }
    Node around = place.code().syntax().parent(place.node()).orElse(place.code().syntax().module());
    return from(spot, place.node(), around);
  }

  private List<Move> from(Spot spot, Node node, Node around) {
    Place place = spot.place();
    return switch (around) {
      case Node.Declarator declarator ->
          declarator.target().is(node)
              ? List.of()
              : into(spot, declarator.target(), "the variable is set to it");
      case Node.Assign assign ->
          assign.target().is(node)
              ? List.of()
              : joined(
                  assigned(spot, assign.target()),
                  List.of(Move.pass(spot.at(place.at(assign)), "it is the assigned value")));
      case Node.Template template -> text(spot, template);
      case Node.Binary sum when sum.operator().equals("+") -> text(spot, sum);
      case Node.Binary both when isChoice(both) ->
          List.of(Move.pass(spot.at(place.at(both)), "it is one of two"));
      case Node.Binary number when isArithmetic(number) ->
          List.of(Move.pass(spot.at(place.at(number), List.of()), "it is computed with"));
      case Node.Conditional choice ->
          choice.test().is(node)
              ? List.of()
              : List.of(Move.pass(spot.at(place.at(choice)), "it is one of two"));
      case Node.Sequence sequence ->
          sequence.parts().getLast().is(node)
              ? List.of(Move.pass(spot.at(place.at(sequence)), "it is the last of several"))
              : List.of();
      case Node.Unary unary ->
          unary.operator().equals("!")
                  || unary.operator().equals("typeof")
                  || unary.operator().equals("void")
              ? List.of()
              : List.of(Move.pass(spot.at(place.at(unary)), "it is handed on"));
      case Node.Array array ->
          List.of(
              Move.pass(
                  spot.at(place.at(array), listed(spot, node, array)), "it is put in a list"));
      case Node.Field field -> field(spot, node, field);
      case Node.Member member -> member(spot, member);
      case Node.Index index ->
          index.object().is(node)
              ? !spot.path().isEmpty() && mayBe(spot, index.key())
                  ? List.of(Move.pass(spot.at(place.at(index), spot.rest()), "an element is read"))
                  : List.of()
              : index.object() instanceof Node.Array
                  ? List.of(
                      Move.pass(spot.at(place.at(index), List.of()), "it chooses the element"))
                  : List.of();
      case Node.Call call -> call(spot, node, call);
      case Node.Return way ->
          place
              .code()
              .functionAround(way)
              .map(f -> given(spot.at(place.at(f)), f))
              .orElse(List.of());
      case Node.Function f -> f.body().is(node) ? given(spot.at(place.at(f)), f) : List.of();
      case Node.Each each ->
          each.iterated().is(node)
              ? into(
                  new Spot(place, spot.rest(), spot.calls()), each.target(), "it is gone through")
              : List.of();
      default -> List.of();
    };
  }

  /** Where the value is in a list; a list that is spread stays one. */
  private static List<String> listed(Spot spot, Node node, Node.Array array) {
    if (isSpread(node)) {
      return somewhere(spot.path());
    }
    int index = 0;
    while (!array.elements().get(index).is(node)) {
      if (isSpread(array.elements().get(index))) {
        return spot.within(Spot.ANY);
      }
      index++;
    }
    return spot.within(Integer.toString(index));
  }

  /** Whether a key that stands there in clear may be that of the value. */
  private static boolean mayBe(Spot spot, Node key) {
    return switch (key) {
      case Node.Digits digits -> spot.asksFor(Integer.toString((int) digits.value()));
      case Node.Text text -> spot.asksFor(text.value());
      default -> true;
    };
  }

  private static boolean isSpread(Node node) {
    return node instanceof Node.Unary unary && unary.operator().equals("...");
  }

  /** The same in a list whose elements have moved. */
  private static List<String> somewhere(List<String> path) {
    if (path.isEmpty() || !path.getFirst().chars().allMatch(Character::isDigit)) {
      return path;
    }
    List<String> moved = new ArrayList<>(path);
    moved.set(0, Spot.ANY);
    return List.copyOf(moved);
  }

  private static boolean isChoice(Node.Binary binary) {
    return binary.operator().equals("||")
        || binary.operator().equals("&&")
        || binary.operator().equals("??")
        || binary.operator().equals("or")
        || binary.operator().equals("and");
  }

  private static boolean isArithmetic(Node.Binary binary) {
    return "|&^-*/%".contains(binary.operator()) && binary.operator().length() == 1;
  }

  private static List<Move> joined(List<Move> some, List<Move> more) {
    List<Move> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static List<Move> text(Spot spot, Node whole) {
    Spot to = spot.at(spot.place().at(whole), List.of());
    return List.of(
        Prose.isIn(whole)
            ? new Move(to, Step.Kind.TEXT, Confidence.FOLLOWED, "it is put into a sentence", false)
            : Move.pass(to, "it is joined with other text"));
  }

  /** The function's result, wherever it is called. */
  private List<Move> given(Spot spot, Node.Function f) {
    Place function = spot.place();
    java.util.Optional<Place> entered = spot.calls().callOf(f);
    if (entered.isPresent()) {
      return List.of(
          Move.pass(
              new Spot(entered.get(), spot.path(), spot.calls().before(f)),
              "the function gives it back"));
    }
    List<Move> moves = new ArrayList<>();
    for (Sites.Site site : sources.definitions().sites().of(function)) {
      Node.Call call = site.node();
      boolean handed = call.arguments().stream().anyMatch(a -> a.is(f));
      List<String> path = spot.path();
      if (handed && call.callee() instanceof Node.Member member) {
        path =
            switch (member.property()) {
              case "map", "flatMap", "from" -> spot.within(Spot.ANY);
              case "replace", "replaceAll", "reduce", "then" -> path;
              default -> path;
            };
        if (DROPPING.contains(member.property()) || member.property().equals("forEach")) {
          continue;
        }
      }
      moves.add(
          new Move(
              new Spot(site.call(), path, Calls.NONE),
              Step.Kind.PASS,
              site.confidence(),
              "the function gives it back",
              false));
    }
    if (f.getter()) {
      moves.addAll(from(spot, f, spot.place().code().syntax().parent(f).orElse(f)));
    }
    return moves;
  }

  /** Every use of the variable, or of those of a pattern that get the value. */
  private List<Move> into(Spot spot, Node target, String why) {
    return switch (target) {
      case Node.Name name -> set(spot, name, why);
      case Node.Assign given -> into(spot, given.target(), why);
      case Node.Declare declare ->
          declare.declarators().stream()
              .flatMap(d ->
                  d instanceof Node.Declarator one
                      ? into(spot, one.target(), why).stream()
                      : java.util.stream.Stream.empty())
              .toList();
      case Node.Fields pattern -> {
        List<Move> moves = new ArrayList<>();
        for (Node node : pattern.fields()) {
          if (node instanceof Node.Field field
              && (spot.path().isEmpty() || spot.asksFor(field.name().orElse(Spot.ANY)))) {
            moves.addAll(
                into(new Spot(spot.place(), spot.rest(), spot.calls()), field.value(), why));
          } else if (node instanceof Node.Unary rest) {
            moves.addAll(into(spot, rest.operand(), why));
          }
        }
        yield moves;
      }
      case Node.Array pattern -> {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < pattern.elements().size(); i++) {
          if (spot.path().isEmpty() || spot.asksFor(Integer.toString(i))) {
            moves.addAll(
                into(
                    new Spot(spot.place(), spot.rest(), spot.calls()),
                    pattern.elements().get(i),
                    why));
          }
        }
        yield moves;
      }
      default -> List.of();
    };
  }

  /** The uses of a variable that is set to the value here. */
  private List<Move> set(Spot spot, Node.Name name, String why) {
    Code code = spot.place().code();
    return code.scopes()
        .resolve(name)
        .map(binding -> uses(spot, name, why, new Alive(code, binding, name)::at))
        .orElse(List.of());
  }

  /** All uses of a variable in which the value is put. */
  private List<Move> uses(Spot spot, Node.Name name, String why) {
    return uses(spot, name, why, use -> true);
  }

  private List<Move> uses(Spot spot, Node.Name name, String why, Predicate<Node.Name> where) {
    Code code = spot.place().code();
    Binding binding = code.scopes().resolve(name).orElse(null);
    if (binding == null) {
      return List.of();
    }
    List<Move> moves = new ArrayList<>();
    code.scopes().uses(binding).stream()
        .filter(use -> !use.is(name) && !Picks.isTarget(code, use) && where.test(use))
        .limit(MOST_USES)
        .forEach(use -> moves.add(Move.pass(spot.at(spot.place().at(use)), why)));
    if (binding.scope().is(code.syntax().module())) {
      sources.program().usesElsewhere(code, binding.name()).stream()
          .limit(MOST_USES)
          .forEach(use -> moves.add(Move.pass(spot.at(use), why)));
    }
    return moves;
  }

  private List<Move> assigned(Spot spot, Node target) {
    return switch (target) {
      case Node.Member member -> {
        Spot object = spot.at(spot.place().at(member.object()), spot.within(member.property()));
        if (member.property().equals("exports")) {
          yield List.of();
        }
        yield member.object() instanceof Node.Name name
                && !spot.place().code().dialect().isThis(spot.place().code(), name)
            ? uses(object, name, "the field " + member.property() + " is set to it")
            : byName(spot, member.property());
      }
      case Node.Index index ->
          index.object() instanceof Node.Name name
              ? uses(
                  spot.at(spot.place().at(index.object()), spot.within(Spot.ANY)),
                  name,
                  "an element is set to it")
              : List.of();
      default -> into(spot, target, "the variable is set to it");
    };
  }

  /** Reads of a field of that name in the same module. */
  private static List<Move> byName(Spot spot, String field) {
    Code code = spot.place().code();
    List<Move> moves = new ArrayList<>();
    int[] places = code.occurrences().named(field, 30);
    if (places.length == 30) {
      return List.of(); // a name that says nothing
    }
    for (int t : places) {
      if (code.syntax().at(t).orElse(null) instanceof Node.Member member
          && member.property().equals(field)
          && !Picks.isTarget(code, member)) {
        moves.add(
            new Move(
                spot.at(spot.place().at(member)),
                Step.Kind.PASS,
                Confidence.BY_NAME,
                "a field of that name is read",
                false));
      }
    }
    return moves.size() > 12 ? List.of() : moves;
  }

  private List<Move> field(Spot spot, Node node, Node.Field field) {
    Place place = spot.place();
    Node holder = place.code().syntax().parent(field).orElse(field);
    if (!(holder instanceof Node.Fields fields)) {
      return holder instanceof Node.ClassOf && field.name().isPresent()
          ? byName(spot, field.name().get())
          : List.of();
    }
    boolean key = field.key().filter(k -> k.is(node)).isPresent();
    String name = key ? Spot.ANY : field.name().orElse(Spot.ANY);
    Spot object = spot.at(place.at(fields), key ? List.of() : spot.within(name));
    return !key && Ends.isRequest(fields, name)
        ? List.of(
            new Move(
                object,
                Step.Kind.REQUEST,
                Confidence.FOLLOWED,
                "it is the member " + name + " of a request",
                false))
        : List.of(Move.pass(object, key ? "it is the name of a field" : "it is the field " + name));
  }

  private List<Move> member(Spot spot, Node.Member member) {
    Place place = spot.place();
    Node around = place.code().syntax().parent(member).orElse(member);
    if (around instanceof Node.Call call && call.callee().is(member)) {
      return method(spot, call, member);
    }
    if (spot.path().isEmpty()) {
      return member.property().equals("length")
          ? List.of()
          : List.of(Move.pass(spot.at(place.at(member)), "a part of it is read"));
    }
    return spot.asksFor(member.property())
        ? List.of(
            Move.pass(
                spot.at(place.at(member), spot.rest()),
                "the field " + member.property() + " is read"))
        : List.of();
  }

  /** A method is called on the value. */
  private List<Move> method(Spot spot, Node.Call call, Node.Member member) {
    Place place = spot.place();
    String method = place.code().method(member);
    if (ASKING.contains(method)) {
      return calledBack(spot, call, method);
    }
    if (DROPPING.contains(method)) {
      return List.of();
    }
    return switch (method) {
      case "map", "flatMap", "forEach", "filter", "find", "reduce", "then" ->
          calledBack(spot, call, method);
      case "join", "toString", "concat", "flat", "slice", "trim", "trimEnd" -> {
        Spot to =
            spot.at(
                place.at(call),
                method.equals("concat") || method.equals("slice")
                    ? somewhere(spot.path())
                    : List.of());
        yield List.of(
            Prose.isIn(call)
                ? new Move(
                    to, Step.Kind.TEXT, Confidence.FOLLOWED, "it is joined to a sentence", false)
                : Move.pass(to, "it is joined to text"));
      }
      default -> List.of(Move.pass(spot.at(place.at(call), List.of()), "it is computed from it"));
    };
  }

  private List<Move> calledBack(Spot spot, Node.Call call, String method) {
    Place place = spot.place();
    List<Move> moves = new ArrayList<>();
    List<String> element =
        method.equals("then") || spot.path().isEmpty() ? spot.path() : spot.rest();
    for (Node argument : call.arguments().stream().limit(1).toList()) {
      for (Callees.Callee callee :
          sources.callees().of(new Spot(place.at(argument), List.of(), spot.calls()))) {
        int index = method.equals("reduce") ? 1 : 0;
        if (index < callee.function().parameters().size()) {
          moves.addAll(
              into(
                  new Spot(
                      callee.place(),
                      element,
                      callee.seenFrom(spot).into(callee.function(), place.at(call))),
                  callee.function().parameters().get(index),
                  "the function is called with it"));
        }
      }
    }
    if (method.equals("filter") || method.equals("find")) {
      List<String> chosen = method.equals("find") ? spot.rest() : somewhere(spot.path());
      moves.add(Move.pass(spot.at(place.at(call), chosen), "it is chosen from it"));
    }
    return moves;
  }

  /** The value is an argument. */
  private List<Move> call(Spot spot, Node node, Node.Call call) {
    Place place = spot.place();
    Place whole = place.at(call);
    if (call.callee().is(node)) {
      return List.of();
    }
    if (Ends.shows(place.code().dialect(), call)) {
      return List.of(
          new Move(
              spot.at(whole),
              Step.Kind.PASS,
              Confidence.FOLLOWED,
              "it is shown to the user",
              true));
    }
    if (Ends.sends(place.code().dialect(), call)) {
      return List.of(
          new Move(spot.at(whole), Step.Kind.REQUEST, Confidence.BY_NAME, "it is sent", false));
    }
    List<Move> moves = new ArrayList<>();
    if (call.callee() instanceof Node.Member member) {
      String method = place.code().method(member);
      if (ADDING.contains(method) && member.object() instanceof Node.Name name) {
        moves.addAll(
            uses(spot.at(place.at(name), spot.within(Spot.ANY)), name, "it is added to a list"));
      }
      if (method.startsWith("replace") || method.equals("join") || method.equals("concat")) {
        Spot to = spot.at(whole, List.of());
        return List.of(
            Prose.isIn(call)
                ? new Move(
                    to, Step.Kind.TEXT, Confidence.FOLLOWED, "it is put into a sentence", false)
                : Move.pass(to, "it is put into text"));
      }
      if (DROPPING.contains(method)) {
        return List.of();
      }
    }
    int index = 0;
    while (!call.arguments().get(index).is(node)) {
      index++;
    }
    boolean byName = !spot.path().isEmpty() && Keywords.is(place.code(), node);
    for (Callees.Callee callee :
        sources.callees().of(new Spot(place.at(call.callee()), List.of(), spot.calls()))) {
      Node.Function f = callee.function();
      int parameter = byName ? Keywords.indexOf(f, spot.path().getFirst()) : index;
      if (parameter >= 0 && parameter < f.parameters().size() && !spot.calls().isIn(f)) {
        for (Move move :
            into(
                new Spot(
                    callee.place(),
                    byName ? spot.rest() : spot.path(),
                    callee.seenFrom(spot).into(f, whole)),
                f.parameters().get(parameter),
                "it is handed to a function")) {
          moves.add(
              new Move(
                  move.to(),
                  move.kind(),
                  Sites.weaker(move.confidence(), callee.confidence()),
                  move.why(),
                  move.shown()));
        }
      }
    }
    if (moves.isEmpty()) {
      boolean keeps =
          call.callee() instanceof Node.Member member
              && (member.property().equals("all")
                  || member.property().equals("assign")
                  || member.property().equals("freeze"));
      moves.add(
          new Move(
              spot.at(whole, keeps ? spot.path() : List.of()),
              Step.Kind.PASS,
              keeps ? Confidence.FOLLOWED : Confidence.ASSUMED,
              UNKNOWN,
              false));
    }
    return moves;
  }
}
