package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.scan.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which functions a call may run. */
final class Callees {
  private static final int MOST_SPOTS = 60;
  private static final int MOST = 6;

  /** Calls in calls that are looked through. */
  private static final int DEEPEST = 12;

  private final Sources sources;
  private final Map<Spot, List<Callee>> known = new HashMap<>();
  private final Set<Spot> open = new HashSet<>();

  Callees(Sources sources) {
    this.sources = sources;
  }

  /**
   * @param place the function
   * @param calls how the value that is the function was found; what it closes over is seen from
   *     there
   */
  record Callee(Place place, Calls calls, Confidence confidence) {
    Node.Function function() {
      return (Node.Function) place.node();
    }

    /** What was entered before the function is, when a value goes into it from there. */
    Calls seenFrom(Spot spot) {
      return calls.equals(Calls.NONE) ? spot.calls() : calls;
    }
  }

  /** The functions that the value may be. */
  List<Callee> of(Spot spot) {
    Optional<Spot> handed = handed(spot);
    return everywhere(handed.orElse(spot).by(Calls.NONE));
  }

  /** What the call that is known handed in, where the value is a parameter. */
  private Optional<Spot> handed(Spot spot) {
    if (!(spot.place().node() instanceof Node.Name name) || spot.calls().equals(Calls.NONE)) {
      return Optional.empty();
    }
    List<Link> links = sources.definitions().ofParameter(spot, name);
    return links.size() == 1 ? Optional.of(links.getFirst().to()) : Optional.empty();
  }

  private List<Callee> everywhere(Spot spot) {
    List<Callee> found = known.get(spot);
    if (found != null) {
      return found;
    }
    if (open.size() > DEEPEST || !open.add(spot)) {
      return List.of(); // it is being looked for: a cycle
    }
    try {
      found = find(spot);
    } finally {
      open.remove(spot);
    }
    known.put(spot, found);
    return found;
  }

  private List<Callee> find(Spot start) {
    List<Callee> found = new ArrayList<>();
    Set<Spot> seen = new HashSet<>(Set.of(start));
    ArrayDeque<Link> work = new ArrayDeque<>(List.of(Link.same(start, "")));
    while (!work.isEmpty() && found.size() < MOST && seen.size() < MOST_SPOTS) {
      Link link = work.poll();
      Spot spot = link.to();
      if (spot.place().node() instanceof Node.Function f && spot.path().isEmpty()) {
        if (found.stream().noneMatch(c -> c.place().equals(spot.place()))) {
          found.add(new Callee(spot.place(), spot.calls(), link.confidence()));
        }
        if (!f.getter()) {
          continue;
        }
      }
      if (spot.place().node() instanceof Node.Call call && spot.path().isEmpty()) {
        wrapped(spot, call, link.confidence(), found);
      }
      for (Link next : sources.of(spot)) {
        if (next.kind() == Link.Kind.SAME && seen.add(next.to())) {
          work.add(next.with(link.confidence()));
        }
      }
    }
    return List.copyOf(found);
  }

  /** A function that is made of another one is taken to call it: memoised, lazy, deferred. */
  private void wrapped(Spot spot, Node.Call call, Confidence confidence, List<Callee> found) {
    for (Node argument : call.arguments()) {
      switch (argument) {
        case Node.Function f -> {
          Confidence assumed =
              confidence.compareTo(Confidence.ASSUMED) > 0 ? confidence : Confidence.ASSUMED;
          found.add(new Callee(spot.place().at(f), spot.calls(), assumed));
        }
        // esbuild's __commonJS({"file.js"(exports, module) {…}})
        case Node.Fields fields
            when fields.fields().size() == 1
                && fields.fields().getFirst() instanceof Node.Field field
                && field.value() instanceof Node.Function f ->
            found.add(new Callee(spot.place().at(f), spot.calls(), Confidence.ASSUMED));
        default -> {}
      }
    }
  }

  /** The classes that the value may be. */
  List<Place> classes(Spot start) {
    List<Place> found = new ArrayList<>();
    Set<Spot> seen = new HashSet<>(Set.of(start));
    ArrayDeque<Spot> work = new ArrayDeque<>(List.of(start));
    while (!work.isEmpty() && found.size() < MOST && seen.size() < MOST_SPOTS) {
      Spot spot = work.poll();
      if (spot.place().node() instanceof Node.ClassOf && spot.path().isEmpty()) {
        found.add(spot.place());
        continue;
      }
      if (spot.place().node() instanceof Node.Call) {
        continue;
      }
      for (Link next : sources.of(spot)) {
        if (next.kind() == Link.Kind.SAME && seen.add(next.to())) {
          work.add(next.to());
        }
      }
    }
    return found;
  }

  /** Whether a method is one that the module defines itself, whatever its name. */
  boolean isOwnMethod(Spot method) {
    return !of(method).isEmpty();
  }
}
