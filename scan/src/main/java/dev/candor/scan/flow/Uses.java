package dev.candor.scan.flow;

import dev.candor.artifact.Language;
import dev.candor.core.Match;
import dev.candor.scan.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows what a probe reads to where it is compared. */
final class Uses {
  private static final int MOST_SPOTS = 40;
  private static final int MOST_FOUND = 12;

  private final Targets targets;
  private final Comparisons comparisons;

  Uses(Targets targets, Comparisons comparisons) {
    this.targets = targets;
    this.comparisons = comparisons;
  }

  /** All that is seen to be compared with what is read there. */
  List<Comparisons.Found> of(Spot probe) {
    return of(probe, false);
  }

  /**
   * @param inside whether to stay in the function: where it reads whatever it is told to, its
   *     callers compare what they asked for, each something else
   */
  List<Comparisons.Found> of(Spot probe, boolean inside) {
    List<Comparisons.Found> found = new ArrayList<>();
    ArrayDeque<Spot> work = new ArrayDeque<>(List.of(probe));
    Set<Spot> seen = new HashSet<>(Set.of(probe));
    int looked = 0;
    while (!work.isEmpty() && looked++ < MOST_SPOTS && found.size() < MOST_FOUND) {
      Spot spot = work.poll();
      compared(spot).ifPresent(found::add);
      for (Targets.Move move : targets.of(spot)) {
        if (Kept.by(move, spot)
            && !Kept.isAnyField(spot)
            && !(inside && leaves(spot))
            && seen.add(move.to())) {
          work.add(move.to());
        }
      }
    }
    return found;
  }

  private static boolean leaves(Spot spot) {
    Code code = spot.place().code();
    Node node = spot.place().node();
    Node around = code.syntax().parent(node).orElse(code.syntax().module());
    return (around instanceof Node.Return || around instanceof Node.Function)
        && code.functionAround(node).filter(f -> spot.calls().isIn(f)).isEmpty();
  }

  private Optional<Comparisons.Found> compared(Spot spot) {
    Place place = spot.place();
    Node node = place.node();
    Code code = place.code();
    Node around = code.syntax().parent(node).orElse(code.syntax().module());
    // Of an object or a list that has the value among others, only the list may be looked up in.
    boolean listed = Kept.isElement(spot) && around instanceof Node.Member;
    if (!spot.path().isEmpty() && !listed) {
      return Optional.empty();
    }
    return switch (around) {
      case Node.Binary binary when Sources.COMPARES.contains(binary.operator()) ->
          comparison(spot, binary);
      case Node.Index index when index.key().is(node) -> comparison(spot, index);
      case Node.Call call
          when call.callee() instanceof Node.Member member
              && Sources.COMPARING.contains(code.method(member))
              && !call.callee().is(node) ->
          comparison(spot, call);
      case Node.Member member
          when Sources.COMPARING.contains(code.method(member))
              && code.syntax().parent(member).orElse(member) instanceof Node.Call call
              && call.callee().is(member) ->
          comparison(spot, call);
      case Node.Call call
          when call.callee() instanceof Node.Member member
              && member.property().equals("get")
              && !call.callee().is(node) ->
          comparison(spot, call);
      case Node.Switch choice when choice.subject().is(node) ->
          Optional.of(
              new Comparisons.Found(
                  Match.EQUAL, cases(choice), List.of(), List.of(), place.location()));
      case Node.If branch when branch.test().is(node) -> presence(place);
      case Node.Conditional choice when choice.test().is(node) -> presence(place);
      case Node.Unary not when not.operator().equals("!") || not.operator().equals("not") ->
          presence(place);
      case Node.Call call when call.callee() instanceof Node.Name name && isTruth(name) ->
          presence(place);
      case Node.Binary both
          when both.left().is(node)
              && (both.operator().equals("&&") || both.operator().equals("and")) ->
          presence(place);
      default -> Optional.empty();
    };
  }

  private static boolean isTruth(Node.Name name) {
    return name.text().equals("Boolean") || name.text().equals("bool");
  }

  private Optional<Comparisons.Found> comparison(Spot spot, Node comparing) {
    if (isSought(spot, comparing)) {
      return Optional.empty();
    }
    return comparisons.of(
        new Trace.Compared(spot.place().at(comparing), spot.place().node(), spot.calls()));
  }

  /** {@code other.startsWith(value)}: what was read is the prefix or pattern of another text. */
  private static boolean isSought(Spot spot, Node comparing) {
    if (!(comparing instanceof Node.Call call) || !(call.callee() instanceof Node.Member member)) {
      return false;
    }
    Code code = spot.place().code();
    boolean asked = member.object().is(spot.place().node());
    return switch (code.method(member)) {
      case "startsWith", "endsWith" -> !asked;
      // In Python, match and search are methods of the pattern.
      case "match", "search" -> !asked && code.dialect().language() == Language.JAVASCRIPT;
      case "test", "exec" -> asked;
      default -> false;
    };
  }

  private static Optional<Comparisons.Found> presence(Place place) {
    return Optional.of(
        new Comparisons.Found(Match.PRESENCE, List.of(), List.of(), List.of(), place.location()));
  }

  static List<String> cases(Node.Switch choice) {
    List<String> values = new ArrayList<>();
    for (Node node : choice.cases()) {
      if (node instanceof Node.Case one && one.test().orElse(null) instanceof Node.Text text) {
        values.add(text.value());
      }
    }
    return values;
  }
}
