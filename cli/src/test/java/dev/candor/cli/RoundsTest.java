package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.FetchOptions;
import dev.candor.audit.watch.Watcher;
import dev.candor.core.Progress;
import dev.candor.lab.experiment.Stop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endless watch, with pauses in which something happens and that take no time. */
class RoundsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private final String name = "rounds-" + System.nanoTime();
  private final Screen screen = Screen.piped();
  private final Stop stop = new Stop();
  private final List<Duration> pauses = new ArrayList<>();
  private LittleRegistry registry;

  @BeforeEach
  void prepare() throws IOException {
    registry = new LittleRegistry(name);
    publish(0, "a");
  }

  @AfterEach
  void end() {
    registry.close();
  }

  @Test
  void eachRoundTellsWhatIsNew() {
    forever(() -> publish(1, "P"), () -> {}, () -> publish(2, "a"), stop::now);

    assertThat(screen.out().lines().filter(line -> line.contains(name + "@")))
        .satisfiesExactly(
            line -> assertThat(line).contains("@1.0.0 of", ": absent, watched from here on"),
            line -> assertThat(line).endsWith(": present, appeared since 1.0.0"),
            line -> assertThat(line).endsWith(": absent, vanished since 1.0.1"));
    assertThat(screen.err()).isEmpty();
    assertThat(pauses).containsExactly(HOUR, HOUR, HOUR, HOUR);
  }

  /** 30 s, then twice as long each time, up to the interval; the first again when all is well. */
  @Test
  void afterAFailureItAsksAgainSoonerAndThenEverLater() {
    Runnable lost =
        () -> {
          publish(1, "P");
          registry.loses("1.0.1");
        };
    Runnable nothing = () -> {};
    forever(
        lost,
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        () -> publish(1, "P"),
        lost("1.0.2"),
        stop::now);

    assertThat(pauses.stream().map(Duration::toSeconds))
        .containsExactly(3600L, 30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L, 3600L, 30L);
    assertThat(screen.err()).contains("candor: ", "1.0.1 cannot be fetched");
    assertThat(screen.out()).contains("@1.0.1 of 2026-04-02T00:00:00Z: present, appeared");
  }

  @Test
  void aRegistryThatIsGoneForAWhileEndsNothing() {
    Runnable nothing = () -> {};
    forever(() -> registry.close(), nothing, stop::now);

    assertThat(screen.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("candor: " + name + " cannot be fetched"));
  }

  /** Whoever stops it in a pause waits for no further round. */
  @Test
  void aRealPauseEndsWhenItIsStopped() throws Exception {
    Thread watch =
        Thread.ofPlatform()
            .start(() -> {
              try (ProgressLine progress = new ProgressLine(screen.console())) {
                new Rounds(watcher(), List.of(name), screen.console(), progress, stop)
                    .forever(HOUR);
              }
            });
    CandorProcess.await(
        "the first round is over", () -> screen.out().contains("watched from here on"));
    stop.now();
    watch.interrupt();

    assertThat(watch.join(Duration.ofMinutes(1))).isTrue();
  }

  private Runnable lost(String version) {
    return () -> {
      registry.publish(version, day(2), TrackCommandTest.tgz("P", 2));
      registry.loses(version);
    };
  }

  private void publish(int version, String letter) {
    registry.publish("1.0." + version, day(version), TrackCommandTest.tgz(letter, version));
  }

  private static String day(int version) {
    return "2026-04-%02dT00:00:00.000Z".formatted(version + 1);
  }

  /**
   * @param inPauses one after the other
   */
  private void forever(Runnable... inPauses) {
    Iterator<Runnable> next = List.of(inPauses).iterator();
    try (ProgressLine progress = new ProgressLine(screen.console())) {
      new Rounds(
              watcher(),
              List.of(name),
              screen.console(),
              progress,
              stop,
              time -> {
                pauses.add(time);
                next.next().run();
              })
          .forever(HOUR);
    }
    assertThat(next).isExhausted();
  }

  private Watcher watcher() {
    return new Watcher(
        new FetchOptions(
            Optional.of(URI.create(registry.address())),
            Optional.empty(),
            false,
            folder.resolve("cache"),
            Progress.NONE),
        Version.engine(),
        Clock.systemUTC(),
        folder.resolve("state.json"),
        Optional.empty(),
        Optional.empty(),
        stop);
  }
}
