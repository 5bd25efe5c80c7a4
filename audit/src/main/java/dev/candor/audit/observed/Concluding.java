package dev.candor.audit.observed;

import dev.candor.audit.recording.ReadyTool;
import dev.candor.audit.recording.RunEnd;
import dev.candor.audit.recording.RunReasons;
import dev.candor.core.Count;
import dev.candor.core.Form;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Untried;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.inference.PathShape;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.receipt.Unreadable;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Dialect;
import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import dev.candor.wire.content.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the trials of an experiment to what they showed. */
final class Concluding {
  /** Of which it is told to whom they went; the largest real audits have some dozen. */
  private static final int MOST_REQUESTS = 10_000;

  private final ReadyTool tool;
  private final Finished finished;
  private final Confirming confirming;
  private final Asked asked;
  private final long seed;
  private final List<Run> runs;

  /** A trial in which the tool ran, and what is said of it. */
  private record Run(
      Purpose purpose,
      TrialResult result,
      Set<String> modelRequests,
      List<String> inconclusive,
      List<String> notSeen) {}

  /**
   * @param confirming knows what was tried again
   */
  Concluding(ReadyTool tool, Finished finished, Confirming confirming, Asked asked, long seed) {
    this.tool = tool;
    this.finished = finished;
    this.confirming = confirming;
    this.asked = asked;
    this.seed = seed;
    List<Dialect> dialects = Dialect.all();
    runs =
        finished.observations().stream().flatMap(one -> run(one, tool.recipe(), dialects)).toList();
  }

  private static Stream<Run> run(Observation observation, Recipe recipe, List<Dialect> dialects) {
    return switch (observation.outcome()) {
      case Ran(var result) -> {
        RunReasons reasons = new RunReasons(recipe, result, dialects);
        yield Stream.of(
            new Run(
                observation.planned().purpose(),
                result,
                reasons.modelRequests(),
                reasons.inconclusive(),
                reasons.notSeen()));
      }
      case Failed _ -> Stream.empty();
    };
  }

  Observed observed() {
    Inference inference = confirming.inference(finished.observations());
    Upheld upheld = Upheld.of(finished.observations(), inference, confirming, seed);
    return new Observed(
        tool.recipe().tool(),
        tool.installation(),
        tool.staging().shown(),
        asked,
        seed,
        finished.ending(),
        finished.observations().stream().map(Concluding::line).toList(),
        upheld.signals(),
        upheld.unconfirmed(),
        inference.explained(),
        inference.noise(),
        modelRequests(),
        sentTo(),
        Receipts.of(finished.observations()),
        unreadable(),
        doubts(),
        notSeen(),
        tool.notes());
  }

  /** What a reader would not notice first, then what nobody can read. */
  static int rank(Signal signal) {
    return signal.form().isUnnoticed() ? 0 : signal.form() == Form.OPAQUE ? 1 : 2;
  }

  private static ObservedTrial line(Observation observation) {
    return new ObservedTrial(
        observation.planned().number(),
        observation.planned().environment().differing(),
        observation.planned().purpose().word(),
        switch (observation.outcome()) {
          case Ran(var result) -> RunEnd.of(result.room());
          case Failed(var _, String reason) -> "did not run: " + reason;
        },
        switch (observation.outcome()) {
          case Ran(var result) -> result.exchanges().size();
          case Failed _ -> 0;
        });
  }

  /** As carriers name them. */
  private Set<String> modelRequests() {
    return runs.stream().flatMap(run -> run.modelRequests().stream()).collect(Collectors.toSet());
  }

  private SortedMap<String, SortedSet<String>> sentTo() {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    for (Observation observation : finished.observations()) {
      if (observation.outcome() instanceof Ran(var result)) {
        for (Exchange exchange : result.exchanges()) {
          Request request = exchange.request();
          String shape = request.method() + " " + PathShape.of(request.path());
          if (all.containsKey(shape) || all.size() < MOST_REQUESTS) {
            all.computeIfAbsent(shape, _ -> new TreeSet<>())
                .add(Observed.destination(observation.planned().environment(), exchange.host()));
          }
        }
      }
    }
    return all;
  }

  private List<Unreadable> unreadable() {
    List<Exchange> all = runs.stream().flatMap(run -> run.result().exchanges().stream()).toList();
    return Unreadable.among(all, request -> Content.of(request).bytes());
  }

  private List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    switch (finished.ending()) {
      case ROOM, STOPPED -> finished.why().map(Concluding::sentence).ifPresent(doubts::add);
      case COMPLETE, BUDGET -> {}
    }
    List<Run> base =
        runs.stream().filter(run -> run.purpose() instanceof Purpose.Replicate).toList();
    List<Run> bad = base.stream().filter(run -> !run.inconclusive().isEmpty()).toList();
    if (base.isEmpty()) {
      doubts.add("The tool did not run in the base environment.");
    } else if (bad.size() * 2 > base.size()) {
      doubts.add(
          "In %d of %d runs in the base environment it did not do its work. The first: %s"
              .formatted(bad.size(), base.size(), String.join(" ", bad.getFirst().inconclusive())));
    }
    return doubts;
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private List<String> notSeen() {
    List<String> missed = new ArrayList<>();
    if (finished.ending() == Finished.Ending.BUDGET) {
      missed.add("What further trials would have shown: the budget was spent.");
    }
    Map<String, Integer> inRuns = new LinkedHashMap<>();
    runs.forEach(run -> run.notSeen().forEach(what -> inRuns.merge(what, 1, Integer::sum)));
    long without = runs.stream().filter(run -> !run.inconclusive().isEmpty()).count();
    if (without > 0) {
      missed.add(
          "What the tool would have done in "
              + Count.of(without, "trial")
              + " in which it ended badly or asked no model.");
    }
    inRuns.forEach((what, times) -> missed.add(what + " In " + Count.of(times, "trial") + "."));
    int failed = finished.observations().size() - runs.size();
    if (failed > 0) {
      missed.add(Count.of(failed, "trial") + " did not run.");
    }
    Unvaried.sentence(finished).ifPresent(missed::add);
    untried().ifPresent(missed::add);
    return missed;
  }

  private Optional<String> untried() {
    Map<String, Integer> byFactor = new LinkedHashMap<>();
    for (Untried untried : finished.design().untried()) {
      byFactor.merge(untried.factor(), untried.values().size(), Integer::sum);
    }
    return byFactor.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Levels that are known and were not tried: "
                + byFactor.entrySet().stream()
                    .map(one -> one.getValue() + " of " + one.getKey())
                    .collect(Collectors.joining(", "))
                + ".");
  }
}
