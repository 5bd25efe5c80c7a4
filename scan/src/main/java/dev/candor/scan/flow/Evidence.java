package dev.candor.scan.flow;

import dev.candor.core.Confidence;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what was followed as steps that a reader can check. */
final class Evidence {
  private final Comparisons comparisons;
  private final List<HiddenTable> tables;
  private final List<Step> steps;
  private final Set<Location> shown;

  Evidence(
      Comparisons comparisons, List<HiddenTable> tables, List<Step> steps, Set<Location> shown) {
    this.comparisons = comparisons;
    this.tables = tables;
    this.steps = steps;
    this.shown = shown;
  }

  /** From the readings to the pick; the weakest confidence on the way. */
  Confidence of(FlowScan.Marked one) {
    Confidence weakest = Confidence.FOLLOWED;
    // One chain for each reading and each way in which it is compared.
    Map<String, Trace.Hit> chains = new LinkedHashMap<>();
    for (Trace.Hit hit : one.hits()) {
      if (!hit.gate()) {
        String key =
            hit.reading().reads()
                + hit.comparison()
                    .flatMap(comparisons::of)
                    .map(c -> c.match() + c.values().toString() + c.stored())
                    .orElse("");
        chains.merge(key, hit, (a, b) -> b.confidence().compareTo(a.confidence()) < 0 ? b : a);
      }
    }
    for (Trace.Hit hit : chains.values().stream().limit(12).toList()) {
      chain(hit);
      weakest = Sites.weaker(weakest, hit.confidence());
    }
    add(Step.Kind.ENCODER, one.pick().shown(), "it picks between renderings that look alike");
    return weakest;
  }

  private void chain(Trace.Hit hit) {
    add(Step.Kind.PROBE, hit.spot().place(), "it reads " + hit.reading().reads());
    List<Link> back = new ArrayList<>(hit.steps().reversed());
    // The first is the reading itself; the last is the pick's own condition.
    for (int i = 0; i < back.size(); i++) {
      Link link = back.get(i);
      boolean compared = hit.comparison().isPresent() && link.kind() == Link.Kind.COMPARED;
      if (compared) {
        Trace.Compared comparison = hit.comparison().orElseThrow();
        add(Step.Kind.COMPARISON, comparison.place(), "what was read is compared here");
      } else if (link.kind() == Link.Kind.SAME && i > 0 && link.why().contains("gives it back")) {
        add(Step.Kind.PASS, link.to().place(), link.why());
      } else if (link.kind() == Link.Kind.DECIDED && i < back.size() - 1) {
        add(Step.Kind.PASS, link.to().place(), link.why());
      }
    }
  }

  /** From the picks to the text and on to the request; the weakest confidence on the way. */
  Confidence ways(List<FlowScan.Marked> together) {
    Confidence weakest = Confidence.FOLLOWED;
    FlowScan.Marked first = together.getFirst();
    for (FlowScan.Marked one : together) {
      if (one.reached().request().isPresent()) {
        first = one;
      }
    }
    Reach.Reached reached = first.reached();
    Reach.Way way = reached.request().or(reached::text).orElseThrow();
    for (Targets.Move move : way.moves()) {
      boolean worth =
          move.kind() != Step.Kind.PASS
              || move.why().contains("gives it back")
              || move.why().contains("field");
      if (worth) {
        add(move.kind(), move.to().place(), move.why());
      }
      weakest = Sites.weaker(weakest, move.confidence());
    }
    return weakest;
  }

  private void add(Step.Kind kind, Place place, String why) {
    Location location = place.location();
    if (shown.add(location)) {
      String how =
          place.code().isEvaluated(place.node())
              ? why + " (strings in it were decoded by running the code's own functions)"
              : why;
      steps.add(new Step(kind, location, Snippet.of(place), how));
    }
  }

  List<HiddenTable> tables() {
    return tables;
  }
}
