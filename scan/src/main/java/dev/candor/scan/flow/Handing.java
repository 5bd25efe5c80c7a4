package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.core.Step;
import dev.candor.scan.flow.Targets.Move;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where a value goes that is handed to a function, or has a method called on it. */
record Handing(Sources sources, Placing placing) {
  /** Methods that change an array or a map by what they are given. */
  private static final Set<String> ADDING = Set.of("push", "unshift", "add", "set");

  /** Methods whose result holds nothing of the text. */
  static final Set<String> DROPPING =
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

  /** A method is called on the value. */
  List<Move> method(Spot spot, Node.Call call, Node.Member member) {
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
                    ? Elements.somewhere(spot.path())
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
              placing.into(
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
      List<String> chosen = method.equals("find") ? spot.rest() : Elements.somewhere(spot.path());
      moves.add(Move.pass(spot.at(place.at(call), chosen), "it is chosen from it"));
    }
    return moves;
  }

  /** The value is an argument. */
  List<Move> call(Spot spot, Node node, Node.Call call) {
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
            placing.uses(
                spot.at(place.at(name), spot.within(Spot.ANY)), name, "it is added to a list"));
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
            placing.into(
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
