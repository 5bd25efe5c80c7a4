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
import org.jspecify.annotations.Nullable;

/** Goes back from a value to the readings of the environment that it depends on. */
final class Trace {
  private static final int MOST_SPOTS = 400;

  /** Of what is chosen between all the time and seldom means anything. */
  static final int FEW_SPOTS = 200;

  /** Calls of one function in a list that are looked at. */
  private static final int FEW_CALLS = 3;

  private final Sources sources;
  private final Readings readings;
  private final Map<Spot, List<Readings.Reading>> known = new HashMap<>();

  Trace(Sources sources, Readings readings) {
    this.sources = sources;
    this.readings = readings;
  }

  /**
   * A reading that a value depends on.
   *
   * @param comparison the comparison nearest to the reading; empty where it is only looked at
   * @param gate whether it only switches the dependence on or off
   * @param steps from the value to the reading
   */
  record Hit(
      Readings.Reading reading,
      Spot spot,
      Optional<Compared> comparison,
      boolean gate,
      Confidence confidence,
      List<Link> steps) {

    /** Every comparison between the value and the reading. */
    List<Compared> comparisons() {
      List<Compared> all = new ArrayList<>();
      for (int i = 1; i < steps.size(); i++) {
        if (steps.get(i).kind() == Link.Kind.COMPARED) {
          Spot at = steps.get(i - 1).to();
          all.add(new Compared(at.place(), steps.get(i).to().place().node(), at.calls()));
        }
      }
      return all;
    }
  }

  /** One side of a comparison. */
  record Compared(Place place, Node side, Calls calls) {}

  private record Item(
      Link link,
      @Nullable Item from,
      @Nullable Compared comparison,
      boolean gate,
      Confidence confidence) {
    Key key() {
      return new Key(link.to(), comparison == null ? null : comparison.place(), gate);
    }
  }

  private record Key(Spot spot, @Nullable Place comparison, boolean gate) {}

  /** All readings that any of the values depends on, nearest first; bounded. */
  List<Hit> from(List<Spot> values) {
    return from(values, MOST_SPOTS);
  }

  List<Hit> from(List<Spot> values, int most) {
    List<Hit> hits = new ArrayList<>();
    Set<Key> seen = new HashSet<>();
    ArrayDeque<Item> work = new ArrayDeque<>();
    for (Spot value : values) {
      Item item = new Item(Link.decided(value), null, null, false, Confidence.FOLLOWED);
      if (seen.add(item.key())) {
        work.add(item);
      }
    }
    int looked = 0;
    while (!work.isEmpty() && looked++ < most) {
      Item item = work.poll();
      Spot spot = item.link().to();
      List<Readings.Reading> read = known.get(spot);
      if (read == null) {
        read = readings.at(spot);
        known.put(spot, read);
      }
      if (!read.isEmpty()) {
        for (Readings.Reading reading : read) {
          hits.add(
              new Hit(
                  reading,
                  spot,
                  Optional.ofNullable(item.comparison()),
                  item.gate(),
                  item.confidence(),
                  steps(item)));
        }
        continue;
      }
      for (Link link : worth(spot, sources.of(spot))) {
        Compared comparison =
            link.kind() == Link.Kind.COMPARED
                ? new Compared(spot.place(), link.to().place().node(), spot.calls())
                : item.comparison();
        Item next =
            new Item(
                link,
                item,
                comparison,
                item.gate() || link.kind() == Link.Kind.GATED,
                Sites.weaker(item.confidence(), link.confidence()));
        if (seen.add(next.key())) {
          work.add(next);
        }
      }
    }
    return hits;
  }

  /**
   * Constants read nothing, and of a long list of calls of one function the first tell what the
   * others do.
   */
  private static List<Link> worth(Spot spot, List<Link> links) {
    boolean alike = spot.place().node() instanceof Node.Array array && isOfCalls(array);
    List<Link> worth = new ArrayList<>(links.size());
    for (Link link : links) {
      if (!isConstant(link.to().place().node())) {
        worth.add(link);
        if (alike && worth.size() == FEW_CALLS) {
          break;
        }
      }
    }
    return worth;
  }

  private static boolean isConstant(Node node) {
    return node instanceof Node.Text
        || node instanceof Node.Digits
        || node instanceof Node.Constant
        || node instanceof Node.Regex;
  }

  private static boolean isOfCalls(Node.Array array) {
    return array.elements().size() > FEW_CALLS
        && array.elements().getFirst() instanceof Node.Call first
        && first.callee() instanceof Node.Name name
        && array.elements().stream()
            .allMatch(e ->
                e instanceof Node.Call call
                    && call.callee() instanceof Node.Name other
                    && other.text().equals(name.text()));
  }

  private static List<Link> steps(Item last) {
    List<Link> steps = new ArrayList<>();
    for (Item item = last; item != null; item = item.from()) {
      steps.addFirst(item.link());
    }
    return steps;
  }
}
