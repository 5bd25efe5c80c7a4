package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.core.Step;
import dev.candor.scan.flow.Targets.Move;
import dev.candor.scan.syntax.Binding;
import dev.candor.scan.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a value is used that is put into a variable, a pattern or a field. */
record Placing(Sources sources) {
  private static final int MOST_USES = 40;

  /** Every use of the variable, or of those of a pattern that get the value. */
  List<Move> into(Spot spot, Node target, String why) {
    return switch (target) {
      case Node.Name name -> set(spot, name, why);
      case Node.Assign given -> into(spot, given.target(), why);
      case Node.Declare declare ->
          declare.declarators().stream()
              .flatMap(d ->
                  d instanceof Node.Declarator one
                      ? into(spot, one.target(), why).stream()
                      : Stream.empty())
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
  List<Move> uses(Spot spot, Node.Name name, String why) {
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

  List<Move> assigned(Spot spot, Node target) {
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
  static List<Move> byName(Spot spot, String field) {
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
}
