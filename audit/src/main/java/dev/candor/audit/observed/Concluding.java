package dev.candor.audit.observed;

import dev.candor.audit.Count;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.audit.recording.RunReasons;
import dev.candor.core.Form;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.experiment.Purpose;
import dev.candor.lab.experiment.Untried;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.inference.Signal;
import dev.candor.lab.receipt.Unreadable;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Dialect;
import dev.candor.wire.Exchange;
import dev.candor.wire.content.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the trials of an experiment to what they showed. */
final class Concluding {
  private final ReadyTool tool;
  private final Finished finished;
  private final Confirming confirming;
  private final long seed;
  private final List<Dialect> dialects = Dialect.all();

  /**
   * @param confirming knows what was tried again
   */
  Concluding(ReadyTool tool, Finished finished, Confirming confirming, long seed) {
    this.tool = tool;
    this.finished = finished;
    this.confirming = confirming;
    this.seed = seed;
  }

  Observed observed() {
    Inference inference = Inference.of(Traces.of(finished.observations()), seed);
    Upheld upheld = Upheld.of(finished.observations(), inference, confirming, seed);
    return new Observed(
        tool.recipe().tool(),
        tool.installation(),
        tool.staging().shown(),
        seed,
        finished.ending(),
        finished.observations().stream().map(Concluding::line).toList(),
        upheld.signals(),
        upheld.unconfirmed(),
        inference.explained(),
        inference.noise(),
        modelRequests(),
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
    String purpose =
        switch (observation.planned().purpose()) {
          case Purpose.Replicate _ -> "replicate";
          case Purpose.OneLevel _ -> "one level";
          case Purpose.Joint _ -> "joint";
          case Purpose.Pairs _ -> "pairs";
          case Purpose.Confirmation _ -> ObservedTrial.CONFIRMATION;
          case Purpose.FollowUp _ -> "follow-up";
        };
    return new ObservedTrial(
        observation.planned().number(),
        observation.planned().environment().differing(),
        purpose,
        switch (observation.outcome()) {
          case Ran(var result) -> end(result.room());
          case Failed(var _, String reason) -> "did not run: " + reason;
        },
        switch (observation.outcome()) {
          case Ran(var result) -> result.exchanges().size();
          case Failed _ -> 0;
        });
  }

  private static String end(RoomResult room) {
    return switch (room.end()) {
      case EXITED -> "status " + room.exit();
      case TIME -> "out of time";
      case MEMORY -> "out of memory";
      case OUTPUT -> "too much output";
      case PROCESSES -> "too many processes";
      case CLOSED -> "ended from outside";
    };
  }

  private Stream<TrialResult> results() {
    return finished.observations().stream().flatMap(Concluding::result);
  }

  private static Stream<TrialResult> result(Observation observation) {
    return switch (observation.outcome()) {
      case Ran(var result) -> Stream.of(result);
      case Failed _ -> Stream.empty();
    };
  }

  /** As carriers name them. */
  private Set<String> modelRequests() {
    return results()
        .flatMap(result -> new RunReasons(tool.recipe(), result, dialects).modelRequests().stream())
        .collect(Collectors.toSet());
  }

  private List<Unreadable> unreadable() {
    List<Exchange> all = results().flatMap(result -> result.exchanges().stream()).toList();
    return Unreadable.among(all, request -> Content.of(request).bytes());
  }

  private List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    switch (finished.ending()) {
      case ROOM, STOPPED -> finished.why().map(Concluding::sentence).ifPresent(doubts::add);
      case COMPLETE, BUDGET -> {}
    }
    List<Observation> base =
        finished.observations().stream()
            .filter(one -> one.planned().purpose() instanceof Purpose.Replicate)
            .toList();
    List<List<String>> reasons =
        base.stream()
            .flatMap(Concluding::result)
            .map(result -> new RunReasons(tool.recipe(), result, dialects).inconclusive())
            .toList();
    List<List<String>> bad = reasons.stream().filter(one -> !one.isEmpty()).toList();
    if (reasons.isEmpty()) {
      doubts.add("The tool did not run in the base environment.");
    } else if (bad.size() * 2 > reasons.size()) {
      doubts.add(
          "In %d of %d runs in the base environment it did not do its work. The first: %s"
              .formatted(bad.size(), reasons.size(), String.join(" ", bad.getFirst())));
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
    int without = 0;
    for (TrialResult result : results().toList()) {
      RunReasons reasons = new RunReasons(tool.recipe(), result, dialects);
      reasons.notSeen().forEach(what -> inRuns.merge(what, 1, Integer::sum));
      without += reasons.inconclusive().isEmpty() ? 0 : 1;
    }
    if (without > 0) {
      missed.add(
          "What the tool would have done in "
              + Count.of(without, "trial")
              + " in which it ended badly or asked no model.");
    }
    inRuns.forEach((what, times) -> missed.add(what + " In " + Count.of(times, "trial") + "."));
    long failed =
        finished.observations().stream().filter(one -> one.outcome() instanceof Failed).count();
    if (failed > 0) {
      missed.add(Count.of((int) failed, "trial") + " did not run.");
    }
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
