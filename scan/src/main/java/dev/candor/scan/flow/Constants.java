package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import dev.candor.scan.syntax.Numbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which constants an expression may be, or is computed from. */
final class Constants {
  private static final int MOST_SPOTS = 150;
  private static final int MOST_FOUND = 400;

  private final Sources sources;

  Constants(Sources sources) {
    this.sources = sources;
  }

  /**
   * A constant in the code.
   *
   * @param computed whether more than choosing happens to it on the way
   */
  record Value(String text, Place place, boolean computed) {}

  /** All that the value may be or be computed from; bounded. */
  List<Value> of(Spot start) {
    return of(start, MOST_SPOTS);
  }

  /** The same of what is near: at most so many values are looked at. */
  List<Value> of(Spot start, int most) {
    List<Value> found = new ArrayList<>();
    record Item(Spot spot, boolean computed) {}
    ArrayDeque<Item> work = new ArrayDeque<>(List.of(new Item(start, false)));
    Set<Spot> seen = new HashSet<>(Set.of(start));
    while (!work.isEmpty() && seen.size() < most && found.size() < MOST_FOUND) {
      Item item = work.poll();
      Place place = item.spot().place();
      switch (place.node()) {
        case Node.Text text -> found.add(new Value(text.value(), place, item.computed()));
        case Node.Digits digits ->
            found.add(new Value(Numbers.spelt(digits.value()), place, item.computed()));
        case Node.Regex regex -> found.add(new Value(regex.source(), place, item.computed()));
        case Node.Unary minus
            when minus.operator().equals("-") && minus.operand() instanceof Node.Digits digits ->
            found.add(new Value(Numbers.spelt(-digits.value()), place, item.computed()));
        default -> {
          List<String> pieces = pieces(item.spot());
          if (!pieces.isEmpty()) {
            pieces.forEach(piece -> found.add(new Value(piece, place, item.computed())));
            continue;
          }
          // Behind a name stands the constant itself, and its place counts.
          Optional<String> folded =
              place.node() instanceof Node.Name ? Optional.empty() : folded(item.spot(), 0);
          if (folded.isPresent()) {
            found.add(new Value(folded.get(), place, item.computed()));
            continue;
          }
          for (Link link : sources.of(item.spot())) {
            boolean follows = link.kind() == Link.Kind.SAME || link.kind() == Link.Kind.DERIVED;
            if (follows && seen.add(link.to())) {
              boolean element =
                  place.node() instanceof Node.Array
                      || place.node() instanceof Node.Fields
                      || isCollection(place.node());
              work.add(
                  new Item(
                      link.to(), item.computed() || link.kind() == Link.Kind.DERIVED && !element));
            }
          }
        }
      }
    }
    return found;
  }

  /** {@code "a,b".split(",")} is the list of its pieces, and {@code JSON.parse} gives one, too. */
  private List<String> pieces(Spot spot) {
    if (!(spot.place().node() instanceof Node.Call call
        && call.callee() instanceof Node.Member member
        && call.arguments().size() == 1)) {
      return List.of();
    }
    Place place = spot.place();
    if (member.property().equals("parse")
        && Sources.isGlobal(place.code(), member.object(), "JSON")) {
      return folded(spot.at(place.at(call.arguments().getFirst()), List.of()), 0)
          .map(JsonStrings::in)
          .orElse(List.of());
    }
    if (member.property().equals("split")
        && call.arguments().getFirst() instanceof Node.Text separator
        && !separator.value().isEmpty()) {
      return folded(spot.at(place.at(member.object()), List.of()), 0)
          .map(text -> List.of(text.split(java.util.regex.Pattern.quote(separator.value()))))
          .orElse(List.of());
    }
    return List.of();
  }

  /** {@code new Set(list)}, {@code Object.keys(list)} hold what the list holds. */
  private static boolean isCollection(Node node) {
    return node instanceof Node.Call call
        && call.arguments().size() == 1
        && (call.callee() instanceof Node.Name name
                && (name.text().equals("Set")
                    || name.text().equals("Map")
                    || name.text().equals("frozenset")
                    || name.text().equals("set")
                    || name.text().equals("String"))
            || call.callee() instanceof Node.Member member
                && (member.property().equals("values")
                    || member.property().equals("freeze")
                    || member.property().equals("from")));
  }

  /** The one string that the value is, where it can be told at once. */
  Optional<String> text(Spot spot) {
    return folded(spot, 0);
  }

  private Optional<String> folded(Spot spot, int depth) {
    if (depth > 8 || !spot.path().isEmpty()) {
      return Optional.empty();
    }
    Place place = spot.place();
    return switch (place.node()) {
      case Node.Text text -> Optional.of(text.value());
      case Node.Binary sum when sum.operator().equals("+") ->
          folded(spot.at(place.at(sum.left())), depth + 1)
              .flatMap(left -> folded(spot.at(place.at(sum.right())), depth + 1).map(left::concat));
      case Node.Template template -> {
        StringBuilder all = new StringBuilder(template.texts().getFirst());
        for (int i = 0; i < template.parts().size(); i++) {
          Optional<String> part = folded(spot.at(place.at(template.parts().get(i))), depth + 1);
          if (part.isEmpty()) {
            yield Optional.empty();
          }
          all.append(part.get()).append(template.texts().get(i + 1));
        }
        yield Optional.of(all.toString());
      }
      case Node.Call join
          when join.callee() instanceof Node.Member member
              && member.property().equals("join")
              && member.object() instanceof Node.Array array
              && join.arguments().size() == 1 -> {
        List<String> parts = new ArrayList<>();
        for (Node element : array.elements()) {
          folded(spot.at(place.at(element)), depth + 1).ifPresent(parts::add);
        }
        yield parts.size() == array.elements().size()
            ? folded(spot.at(place.at(join.arguments().getFirst())), depth + 1)
                .map(separator -> String.join(separator, parts))
            : Optional.empty();
      }
      case Node.Name name -> {
        List<Link> links = sources.of(spot);
        yield links.size() == 1 && links.getFirst().kind() == Link.Kind.SAME
            ? folded(links.getFirst().to(), depth + 1)
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }
}
