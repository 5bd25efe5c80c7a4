package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.core.Step;
import dev.candor.scan.syntax.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes forward from a picked rendering to the text and the request that it becomes part of. */
final class Reach {
  private static final int MOST_SPOTS = 1_200;

  private final Targets targets;

  Reach(Targets targets) {
    this.targets = targets;
  }

  /**
   * Where the rendering comes to.
   *
   * @param text the first sentence that it is part of, if any
   * @param request the first request that it is part of, if any
   * @param onlyShown whether everything that was followed ends on the user's screen
   */
  record Reached(Optional<Way> text, Optional<Way> request, boolean onlyShown) {
    boolean outgoing() {
      return request.isPresent() || text.isPresent() && !onlyShown;
    }
  }

  /** The steps to one place. */
  record Way(Spot end, List<Targets.Move> moves, Confidence confidence) {}

  private record Item(Targets.Move move, @Nullable Item from, boolean inText) {}

  private record Key(Spot spot, boolean inText) {}

  Reached from(List<Place> values, boolean alreadyText) {
    ArrayDeque<Item> work = new ArrayDeque<>();
    Set<Key> seen = new HashSet<>();
    for (Place value : values) {
      Item item =
          new Item(Targets.Move.pass(Spot.of(value), "it is picked here"), null, alreadyText);
      seen.add(new Key(item.move().to(), alreadyText));
      work.add(item);
    }
    Optional<Way> text =
        alreadyText && !work.isEmpty() ? Optional.of(way(work.peek())) : Optional.empty();
    Optional<Way> request = Optional.empty();
    int shown = 0;
    int lost = 0;
    int looked = 0;
    while (!work.isEmpty() && request.isEmpty() && looked++ < MOST_SPOTS) {
      Item item = work.poll();
      if (item.move().to().path().isEmpty()
          && item.move().to().place().node() instanceof Node.Fields fields
          && Ends.isRequest(fields)) {
        request = Optional.of(way(item));
        break;
      }
      List<Targets.Move> moves = targets.of(item.move().to());
      boolean unseen =
          moves.isEmpty() && item.move().to().place().node() instanceof Node.Function
              || moves.stream().anyMatch(move -> move.why().equals(Handing.UNKNOWN));
      if (unseen && item.inText()) {
        lost++;
      }
      for (Targets.Move move : moves) {
        if (move.shown()) {
          shown++;
          continue;
        }
        boolean inText = item.inText() || move.kind() == Step.Kind.TEXT;
        Item next = new Item(move, item, inText);
        if (!seen.add(new Key(move.to(), inText))) {
          continue;
        }
        if (move.kind() == Step.Kind.TEXT && text.isEmpty()) {
          text = Optional.of(way(next));
        }
        if (move.kind() == Step.Kind.REQUEST && request.isEmpty()) {
          request = Optional.of(way(next));
        }
        work.add(next);
      }
    }
    return new Reached(text, request, shown > 0 && lost == 0 && looked < MOST_SPOTS);
  }

  private static Way way(Item last) {
    List<Targets.Move> moves = new ArrayList<>();
    Confidence weakest = Confidence.FOLLOWED;
    for (Item item = last; item != null; item = item.from()) {
      moves.addFirst(item.move());
      weakest = Sites.weaker(weakest, item.move().confidence());
    }
    return new Way(last.move().to(), moves, weakest);
  }
}
