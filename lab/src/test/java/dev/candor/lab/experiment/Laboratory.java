package dev.candor.lab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.Staging;
import dev.candor.lab.trial.Trial;
import dev.candor.lab.trial.TrialResult;
import dev.candor.lab.trial.Trials;
import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs nothing: what a trial would send is its host's name and zone. */
final class Laboratory {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

  private Laboratory() {}

  static Experiment.Setting setting(Trials trials, int parallel) {
    return new Experiment.Setting(
        staging(List.of("tool", "{prompt}")),
        trials,
        new Parallel(parallel, Long.MAX_VALUE),
        Optional.empty());
  }

  static Experiment.Setting keeping(Experiment.Setting setting, Journal journal) {
    return new Experiment.Setting(
        setting.staging(), setting.trials(), setting.parallel(), Optional.of(journal));
  }

  /** A shell, and what it runs. */
  static Staging staging(List<String> command) {
    return new Staging(
        new Recipe(
            "tool",
            "pkg:generic/tool",
            Optional.empty(),
            List.of(),
            command,
            Optional.empty(),
            Optional.of(new Recipe.Endpoint("MODEL", "")),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of()),
        new Staging.Program(List.of(), List.of(), List.of("/bin/sh")),
        "hi",
        Bounds.DEFAULT);
  }

  static TrialResult result(Trial trial) {
    String zone = trial.plan().variables().getOrDefault("TZ", "");
    return new TrialResult(
        new RoomResult(
            RoomResult.End.EXITED, 0, new byte[0], new byte[0], Duration.ofSeconds(1), 1 << 20, 1),
        List.of(exchange(1, trial.plan().hostname()), exchange(2, zone)),
        0,
        List.of(),
        List.of(),
        new Unanswered(0, 0));
  }

  private static Exchange exchange(int number, String said) {
    byte[] bytes = said.getBytes(UTF_8);
    return new Exchange(
        number,
        new Connection(
            1,
            "10.0.0.1:4000",
            "10.0.0.2:80",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Request(
            "POST",
            "http",
            "example.test",
            "/",
            Protocol.HTTP_1_1,
            List.of(new Header("Host", "example.test")),
            new Body(bytes, bytes.length)),
        Optional.empty(),
        new Timing(NOW, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        "empty");
  }
}
