package dev.candor.scan.flow;

import dev.candor.core.Location;
import dev.candor.scan.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every place of a module that reads a factor, and what is compared with it there. */
final class ProbeSearch {
  private static final int MOST_PROBES = 4_000;
  private static final int MOST_STORED = 40;

  /** Functions that put a path together. */
  private static final Set<String> PATHS = Set.of("join", "resolve", "normalize");

  private final Sources sources;
  private final Readings readings;
  private final Trace trace;
  private final Targets targets;
  private final Uses uses;

  ProbeSearch(Sources sources, Readings readings, Trace trace, Targets targets, Uses uses) {
    this.sources = sources;
    this.readings = readings;
    this.trace = trace;
    this.targets = targets;
    this.uses = uses;
  }

  /** A reading at one place. */
  record Found(Readings.Reading reading, Location location, List<Comparisons.Found> compares) {}

  /** What two searches found; a place counts as the first one has it. */
  static List<Found> joined(List<Found> one, List<Found> other) {
    Set<Location> places = one.stream().map(Found::location).collect(Collectors.toSet());
    return Stream.concat(
            one.stream(), other.stream().filter(found -> !places.contains(found.location())))
        .toList();
  }

  List<Found> in(Code code, List<Integer> seeds) {
    List<Found> found = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (int seed : seeds) {
      if (found.size() >= MOST_PROBES) {
        break;
      }
      code.syntax().at(seed).ifPresent(node -> around(new Place(code, node), seen, found));
    }
    return found;
  }

  private void around(Place seed, Set<Place> seen, List<Found> into) {
    Code code = seed.code();
    Node node = seed.node();
    if (node instanceof Node.Import imports) {
      imports.names().forEach(one -> called(seed.at(one.local()), seen, into));
      return;
    }
    if (isPattern(code, node)) {
      pattern(seed, seen, into);
      return;
    }
    Optional<Place> best = Optional.empty();
    List<Readings.Reading> read = List.of();
    for (int i = 0; i < 7; i++) {
      Place place = seed.at(node);
      List<Readings.Reading> here =
          node instanceof Node.Text || node instanceof Node.Name && i == 0 && !isGlobalUse(place)
              ? List.of()
              : readings.at(Spot.of(place));
      if (!here.isEmpty()) {
        best = Optional.of(place);
        read = here;
      }
      Node around = code.syntax().parent(node).orElse(code.syntax().module());
      boolean goesOn =
          around instanceof Node.Member
              || around instanceof Node.Call
              || around instanceof Node.Index
              || around instanceof Node.Array && best.isEmpty()
              || isText(seed.node())
                  && best.isEmpty()
                  && (around instanceof Node.Field field && field.value().is(node)
                      || around instanceof Node.Fields)
              || around instanceof Node.Sequence last && last.parts().getLast().is(node)
              || around instanceof Node.Binary
              || around instanceof Node.Unary && best.isEmpty();
      if (!goesOn
          || best.isPresent() && !(around instanceof Node.Member || isCallee(around, node))) {
        break;
      }
      node = around;
    }
    if (best.isPresent() && isText(seed.node()) && isOnlySaid(best.get(), seed.node())) {
      return;
    }
    if (best.isPresent()) {
      add(opened(best.get()), read, seen, into);
    } else if (takenApart(seed.at(node), seen, into)) {
      return;
    } else if (seed.node() instanceof Node.Text text) {
      wrapped(seed, seen, into);
      stored(seed, text.value(), seen, into);
    } else if (seed.node() instanceof Node.Template template) {
      stored(seed, said(template), seen, into);
    }
  }

  private static boolean isText(Node node) {
    return node instanceof Node.Text || node instanceof Node.Template;
  }

  /** A command line in one text that goes to no function that runs it: help, a message. */
  private boolean isOnlySaid(Place place, Node text) {
    return place.node() instanceof Node.Call call
        && call.arguments().stream().anyMatch(a -> a.is(text))
        && !CommandLines.of(said(text)).isEmpty()
        && said(text).strip().indexOf(' ') > 0
        && !runs(place, call)
        && reached(place.at(text), this::runs).isEmpty();
  }

  private static String said(Node node) {
    return node instanceof Node.Template template
        ? String.join(String.valueOf(CommandLines.UNKNOWN), template.texts())
        : ((Node.Text) node).value();
  }

  /** Whether a call runs what it is given: by its name, by what it calls, as one waits for it. */
  private boolean runs(Place place, Node.Call call) {
    String called = Readings.calledName(call);
    return CommandLines.mayRun(called)
        || called.length() < 4 // minified
            && place.code().syntax().parent(call).orElse(call) instanceof Node.Unary await
            && await.operator().equals("await")
        || readings.names(Spot.of(place.at(call.callee())), 0).stream()
            .anyMatch(name ->
                name.contains("child_process")
                    || name.equals("require(\"util\").promisify()")
                    || name.startsWith("Bun."));
  }

  /** A path or a command that is opened or run where it came to through variables and lists. */
  private void stored(Place seed, String text, Set<Place> seen, List<Found> into) {
    Optional<Readings.Reading> reading = readings.ofText(text);
    if (reading.isEmpty()) {
      return;
    }
    boolean path = Readings.isFile(reading.get()) && text.indexOf(' ') < 0;
    reached(seed, path ? (place, call) -> Readings.opens(place.code().dialect(), call) : this::runs)
        .forEach(place -> add(place, List.of(reading.get()), seen, into));
  }

  /** The calls of a kind that a constant comes to, through variables, lists and functions. */
  private List<Place> reached(Place constant, BiPredicate<Place, Node.Call> wanted) {
    List<Place> found = new ArrayList<>();
    ArrayDeque<Spot> work = new ArrayDeque<>(List.of(Spot.of(constant)));
    Set<Spot> known = new HashSet<>(work);
    for (int looked = 0; !work.isEmpty() && looked < MOST_STORED; looked++) {
      Spot spot = work.poll();
      Place place = spot.place();
      if (spot.path().isEmpty()
          && place.code().syntax().parent(place.node()).orElse(place.node())
              instanceof Node.Call call
          && !call.callee().is(place.node())
          && wanted.test(place.at(call), call)) {
        found.add(place.at(call));
        continue;
      }
      for (Targets.Move move : targets.of(spot)) {
        if (Kept.by(move, spot) && known.add(move.to())) {
          work.add(move.to());
        }
      }
    }
    return found;
  }

  /** {@code read(join(folder, ".git/HEAD"))}: what is made of the path is what was read. */
  private static Place opened(Place place) {
    return place.node() instanceof Node.Call path
            && PATHS.contains(Readings.calledName(path))
            && place.code().syntax().parent(path).orElse(path) instanceof Node.Call call
            && !call.callee().is(path)
            && !PATHS.contains(Readings.calledName(call))
        ? place.at(call)
        : place;
  }

  /** {@code const {timeZone} = …resolvedOptions()}, asked from the right side. */
  private boolean takenApart(Place value, Set<Place> seen, List<Found> into) {
    Node around = value.code().syntax().parent(value.node()).orElse(value.node());
    if (!(around instanceof Node.Declarator declarator)
        || !(declarator.target() instanceof Node.Fields pattern)) {
      return false;
    }
    pattern.fields().forEach(field -> pattern(value.at(field), seen, into));
    return true;
  }

  private static boolean isCallee(Node around, Node node) {
    return around instanceof Node.Call call && call.callee().is(node);
  }

  private boolean isGlobalUse(Place place) {
    return place.node() instanceof Node.Name name
        && place.code().scopes().resolve(name).isPresent();
  }

  private void add(Place place, List<Readings.Reading> read, Set<Place> seen, List<Found> into) {
    if (seen.add(place)) {
      List<Comparisons.Found> compares = uses.of(Spot.of(place), read.size() > 1);
      read.forEach(reading -> into.add(new Found(reading, place.location(), compares)));
    }
  }

  /** {@code const {timeZone} = …}: the name that is taken out of an object. */
  private static boolean isPattern(Code code, Node node) {
    Node field = node instanceof Node.Field ? node : code.syntax().parent(node).orElse(node);
    if (!(field instanceof Node.Field)) {
      return false;
    }
    Node holder = code.syntax().parent(field).flatMap(code.syntax()::parent).orElse(field);
    Node pattern = code.syntax().parent(field).orElse(field);
    return holder instanceof Node.Declarator declarator && declarator.target().is(pattern)
        || holder instanceof Node.Assign assign && assign.target().is(pattern);
  }

  private void pattern(Place seed, Set<Place> seen, List<Found> into) {
    Node node = seed.node() instanceof Node.Field field ? field.value() : seed.node();
    Node target = node instanceof Node.Assign given ? given.target() : node;
    if (!(target instanceof Node.Name)) {
      return;
    }
    Place place = seed.at(target);
    for (Link link : sources.of(Spot.of(place))) {
      List<Readings.Reading> read = readings.at(link.to());
      if (!read.isEmpty() && seen.add(place)) {
        List<Comparisons.Found> compares = new ArrayList<>();
        usesOf(place).forEach(use -> compares.addAll(uses.of(use)));
        read.forEach(reading -> into.add(new Found(reading, place.location(), compares)));
      }
    }
    called(place, seen, into);
  }

  /** {@code const {hostname: name} = os}: calls of what was taken out. */
  private void called(Place name, Set<Place> seen, List<Found> into) {
    Code code = name.code();
    for (Spot use : usesOf(name)) {
      Node node = use.place().node();
      if (code.syntax().parent(node).orElse(node) instanceof Node.Call call
          && call.callee().is(node)) {
        Place place = name.at(call);
        List<Readings.Reading> read = readings.at(Spot.of(place));
        if (!read.isEmpty()) {
          add(place, read, seen, into);
        }
      }
    }
  }

  private static List<Spot> usesOf(Place name) {
    Code code = name.code();
    Node.Name set = (Node.Name) name.node();
    return code.scopes()
        .resolve(set)
        .map(binding -> {
          Alive alive = new Alive(code, binding, set);
          return code.scopes().uses(binding).stream()
              .filter(use -> !use.is(set) && alive.at(use))
              .limit(20)
              .map(use -> Spot.of(name.at(use)))
              .toList();
        })
        .orElse(List.of());
  }

  /** A constant that is handed to a function of the module's own, which reads by it. */
  private void wrapped(Place text, Set<Place> seen, List<Found> into) {
    Code code = text.code();
    String name = ((Node.Text) text.node()).value();
    if (!(code.syntax().parent(text.node()).orElse(text.node()) instanceof Node.Call call)
        || call.callee().is(text.node())) {
      return;
    }
    Place place = text.at(call);
    List<Trace.Hit> hits =
        trace.from(List.of(Spot.of(place)), 40).stream()
            .filter(hit ->
                hit.reading().reads().equals(code.dialect().variable(name))
                    || hit.reading().reads().equals("file " + name))
            .toList();
    if (!hits.isEmpty() && seen.add(place)) {
      into.add(new Found(hits.getFirst().reading(), place.location(), throughReader(place, hits)));
    }
  }

  /**
   * What is compared in the function that reads, and where it gives the value to: what it finds out
   * is not the value.
   */
  private List<Comparisons.Found> throughReader(Place call, List<Trace.Hit> hits) {
    List<Spot> readings = hits.stream().map(Trace.Hit::spot).distinct().toList();
    if (!readings.stream().allMatch(spot -> spot.calls().beginWith(call))) {
      return uses.of(Spot.of(call)); // by which of its calls it is read is not known
    }
    List<Comparisons.Found> compares = new ArrayList<>();
    readings.forEach(spot -> compares.addAll(uses.of(spot)));
    return compares;
  }
}
