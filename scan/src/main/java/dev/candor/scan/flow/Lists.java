package dev.candor.scan.flow;

import dev.candor.scan.syntax.Node;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** Whether a value is a list: what is looked for in it is equal to an element, not a part of it. */
final class Lists {
  private static final int MOST_SPOTS = 40;

  /** Methods of the language and the platform that give a list. */
  private static final Set<String> LISTING =
      Set.of(
          "split",
          "map",
          "filter",
          "flatMap",
          "readdirSync",
          "readdir",
          "keys",
          "values",
          "entries",
          "matchAll",
          "toSorted",
          "splitlines",
          "listdir");

  private final Sources sources;

  Lists(Sources sources) {
    this.sources = sources;
  }

  boolean is(Spot start) {
    ArrayDeque<Spot> work = new ArrayDeque<>();
    Set<Spot> seen = new HashSet<>(Set.of(start));
    work.add(start);
    while (!work.isEmpty() && seen.size() < MOST_SPOTS) {
      Spot spot = work.poll();
      if (spot.path().isEmpty() && makes(spot)) {
        return true;
      }
      for (Link link : sources.of(spot)) {
        if (link.kind() == Link.Kind.SAME && seen.add(link.to())) {
          work.add(link.to());
        }
      }
    }
    return false;
  }

  private static boolean makes(Spot spot) {
    return switch (spot.place().node()) {
      case Node.Array array -> true;
      case Node.Call call when call.callee() instanceof Node.Member member ->
          LISTING.contains(member.property())
              || member.property().equals("from")
                  && Sources.isGlobal(spot.place().code(), member.object(), "Array");
      case Node.Call call -> Sources.isGlobal(spot.place().code(), call.callee(), "Set");
      default -> false;
    };
  }
}
