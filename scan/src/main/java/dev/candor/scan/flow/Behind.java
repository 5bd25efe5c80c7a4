package dev.candor.scan.flow;

import dev.candor.core.Location;
import dev.candor.scan.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where the constants stand that code makes a value of, nearest first. Wider than {@link
 * Constants}: what a function is given counts as part of its result, and what is added to a list as
 * part of the list, so that decoding loops are seen through. It tells which stored data a list
 * comes from, not what the list holds.
 */
final class Behind {
  private static final int MOST_SPOTS = 200;
  private static final int MOST_FOUND = 200;

  /** A list of so many numbers is data, and its place is that of all of them. */
  private static final int DATA = 8;

  /** Tokens of a call that holds no more than what it is given. */
  private static final int A_CALL = 30;

  private final Program program;
  private final Sources sources;
  private final Map<Spot, List<Location>> known = new HashMap<>();

  Behind(Program program, Sources sources) {
    this.program = program;
    this.sources = sources;
  }

  List<Location> of(Spot start) {
    List<Location> found = known.get(start);
    if (found == null) {
      found = search(start);
      known.put(start, found);
    }
    return found;
  }

  private List<Location> search(Spot start) {
    Set<Location> found = new LinkedHashSet<>();
    ArrayDeque<Spot> work = new ArrayDeque<>(List.of(start));
    Set<Spot> seen = new HashSet<>(Set.of(start));
    Set<Node.Function> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    Consumer<Spot> next =
        spot -> {
          if (seen.size() < MOST_SPOTS && seen.add(spot)) {
            work.add(spot);
          }
        };
    while (!work.isEmpty() && found.size() < MOST_FOUND) {
      Spot spot = work.poll();
      Place place = spot.place();
      switch (place.node()) {
        case Node.Text text -> {
          found.add(place.location());
          program.beside(place.code(), text.value()).ifPresent(found::add);
        }
        case Node.Digits digits -> found.add(place.location());
        case Node.Array array when isData(array) -> found.add(place.location());
        case Node.Call call -> {
          // A call of a decoder is itself where an entry comes from.
          if (call.last() - call.first() < A_CALL) {
            found.add(place.location());
          }
          call.arguments().forEach(a -> next.accept(spot.at(place.at(a), List.of())));
          sources.callees().of(spot.at(place.at(call.callee()), List.of())).stream()
              .map(Callees.Callee::function)
              .forEach(entered::add);
          sources.of(spot).forEach(link -> follow(link, next));
        }
        // What the function is given here was looked at where it is called.
        case Node.Name name when isParameter(place, name, entered) -> {}
        case Node.Name name -> {
          sources.of(spot).forEach(link -> follow(link, next));
          if (spot.path().isEmpty()) {
            sources.definitions().additions(spot, name).forEach(link -> follow(link, next));
          }
        }
        default -> sources.of(spot).forEach(link -> follow(link, next));
      }
    }
    return new ArrayList<>(found);
  }

  private static boolean isParameter(Place place, Node.Name name, Set<Node.Function> entered) {
    if (entered.isEmpty()) {
      return false;
    }
    Code code = place.code();
    return code.scopes().resolve(name).stream()
        .flatMap(binding -> binding.declarations().stream())
        .anyMatch(declaration ->
            code.syntax().parent(declaration).orElse(declaration) instanceof Node.Function f
                && entered.contains(f));
  }

  private static boolean isData(Node.Array array) {
    return array.elements().size() >= DATA
        && array.elements().stream().allMatch(e -> e instanceof Node.Digits);
  }

  private static void follow(Link link, Consumer<Spot> next) {
    if (link.kind() == Link.Kind.SAME || link.kind() == Link.Kind.DERIVED) {
      next.accept(link.to());
    }
  }
}
