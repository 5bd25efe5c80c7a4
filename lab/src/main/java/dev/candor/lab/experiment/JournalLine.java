package dev.candor.lab.experiment;

import dev.candor.lab.emulator.Failure;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Observation.Cause;
import dev.candor.lab.experiment.Observation.Failed;
import dev.candor.lab.experiment.Observation.Ran;
import dev.candor.lab.names.Lookup;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trial in a journal, without its exchanges.
 *
 * @param purpose in a word; what it was is found again by the design
 * @param exchanges how many there are on the tape
 */
record JournalLine(
    int number,
    SortedMap<String, String> environment,
    String purpose,
    int attempts,
    int exchanges,
    Optional<Result> result,
    Optional<Failed> failed) {
  static final String FORM = "candor/experiment/v1";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The first line. */
  record Head(String form, String subject, long seed, String design) {}

  /** A result without its exchanges. */
  record Result(
      byte[] room,
      int leftOut,
      List<Failure> failures,
      List<Lookup> lookups,
      Unanswered unanswered) {}

  static String of(Head head) {
    return JSON.writeValueAsString(head);
  }

  static Optional<Head> head(String line) {
    try {
      return Optional.of(JSON.readValue(line, Head.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static String of(Observation observation) throws IOException {
    Planned planned = observation.planned();
    Optional<Result> ran = Optional.empty();
    Optional<Failed> failed = Optional.empty();
    int exchanges = 0;
    switch (observation.outcome()) {
      case Ran(TrialResult result) -> {
        exchanges = result.exchanges().size();
        ran =
            Optional.of(
                new Result(
                    result.room().toBytes(),
                    result.leftOut(),
                    result.failures(),
                    result.lookups(),
                    result.unanswered()));
      }
      case Failed one -> failed = Optional.of(one);
    }
    return JSON.writeValueAsString(
        new JournalLine(
            planned.number(),
            planned.environment().levels(),
            word(planned.purpose()),
            observation.attempts(),
            exchanges,
            ran,
            failed));
  }

  /** Empty where it is no whole line. */
  static Optional<JournalLine> parse(String line) {
    try {
      return Optional.of(JSON.readValue(line, JournalLine.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * The observation; empty where its exchanges are not all there, or the room failed: that is to be
   * tried again.
   *
   * @param recorded those of this trial
   */
  Optional<Observation> observation(List<Exchange> recorded) {
    Planned planned =
        new Planned(number, new Environment(environment), new Purpose.FollowUp(purpose));
    if (failed.isPresent()) {
      return failed
          .filter(one -> one.cause() == Cause.ENVIRONMENT)
          .map(one -> new Observation(planned, attempts, one));
    }
    if (result.isEmpty() || recorded.size() != exchanges) {
      return Optional.empty();
    }
    Result one = result.get();
    try {
      return Optional.of(
          new Observation(
              planned,
              attempts,
              new Ran(
                  new TrialResult(
                      RoomResult.ofBytes(one.room()),
                      recorded,
                      one.leftOut(),
                      one.failures(),
                      one.lookups(),
                      one.unanswered()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String word(Purpose purpose) {
    return switch (purpose) {
      case Purpose.FollowUp(String why) -> why;
      case Purpose.Confirmation(String signal, int symbol) -> "confirm " + symbol + " " + signal;
      case Purpose.Replicate _, Purpose.OneLevel _, Purpose.Joint _, Purpose.Pairs _ ->
          purpose.word();
    };
  }
}
