package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.core.Step;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step forward from a value: where it is put, handed or given back to. */
final class Targets {
  private final Sources sources;
  private final Placing placing;
  private final Handing handing;

  Targets(Sources sources) {
    this.sources = sources;
    placing = new Placing(sources);
    handing = new Handing(sources, placing);
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
              : placing.into(spot, declarator.target(), "the variable is set to it");
      case Node.Assign assign ->
          assign.target().is(node)
              ? List.of()
              : joined(
                  placing.assigned(spot, assign.target()),
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
                  spot.at(place.at(array), Elements.listed(spot, node, array)),
                  "it is put in a list"));
      case Node.Field field -> field(spot, node, field);
      case Node.Member member -> member(spot, member);
      case Node.Index index ->
          index.object().is(node)
              ? !spot.path().isEmpty() && Elements.mayBe(spot, index.key())
                  ? List.of(Move.pass(spot.at(place.at(index), spot.rest()), "an element is read"))
                  : List.of()
              : index.object() instanceof Node.Array
                  ? List.of(
                      Move.pass(spot.at(place.at(index), List.of()), "it chooses the element"))
                  : List.of();
      case Node.Call call -> handing.call(spot, node, call);
      case Node.Return way ->
          place
              .code()
              .functionAround(way)
              .map(f -> given(spot.at(place.at(f)), f))
              .orElse(List.of());
      case Node.Function f -> f.body().is(node) ? given(spot.at(place.at(f)), f) : List.of();
      case Node.Each each ->
          each.iterated().is(node)
              ? placing.into(
                  new Spot(place, spot.rest(), spot.calls()), each.target(), "it is gone through")
              : List.of();
      default -> List.of();
    };
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
    Optional<Place> entered = spot.calls().callOf(f);
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
              default -> path;
            };
        if (Handing.DROPPING.contains(member.property()) || member.property().equals("forEach")) {
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

  private List<Move> field(Spot spot, Node node, Node.Field field) {
    Place place = spot.place();
    Node holder = place.code().syntax().parent(field).orElse(field);
    if (!(holder instanceof Node.Fields fields)) {
      return holder instanceof Node.ClassOf && field.name().isPresent()
          ? Placing.byName(spot, field.name().get())
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
      return handing.method(spot, call, member);
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
}
