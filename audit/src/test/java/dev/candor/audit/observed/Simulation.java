package dev.candor.audit.observed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.audit.recording.Runs;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Observation;
import dev.candor.lab.experiment.Planned;
import dev.candor.lab.experiment.Wanted;
import dev.candor.lab.inference.Inference;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A whole experiment in which nothing runs: design, trials, inference, confirmation. The tool that
 * is made up tells much of its environment openly, and much varies by itself.
 */
final class Simulation {
  /** Percent of the trials, in a world in which a fifth of them crashes. */
  static final int CRASHING = 20;

  private static final Instant BEGIN = Instant.parse("2026-06-30T23:30:00Z");

  /** What a made-up tool does beside its innocent work. */
  interface Mark {
    /** Is made anew for each trial. */
    Sayings in(Environment environment, Random random);
  }

  /**
   * What a trial says at the places where a mark can be.
   *
   * @param apostrophe of a sentence of the prompt
   * @param separator within the date
   * @param id of the session
   */
  record Sayings(String apostrophe, String separator, String id) {
    static Sayings plain(Random random) {
      return new Sayings("'", "-", hex(random, 16));
    }

    Sayings apostrophe(String other) {
      return new Sayings(other, separator, id);
    }

    Sayings separator(String other) {
      return new Sayings(apostrophe, other, id);
    }

    Sayings id(String other) {
      return new Sayings(apostrophe, separator, other);
    }
  }

  private final Mark mark;
  private final int crashing;
  private final Random random;
  private final List<Observation> observed = new ArrayList<>();

  /**
   * @param crashing percent of the trials end before all is said
   */
  private Simulation(Mark mark, int crashing, long seed) {
    this.mark = mark;
    this.crashing = crashing;
    random = new Random(seed);
  }

  /** As an audit runs it in whose code there is no covert flow. */
  static Upheld run(Design.Wish wish, Mark mark, int crashing) {
    return run(wish, List.of(), mark, crashing);
  }

  /**
   * As an audit runs it.
   *
   * @param covert for each covert flow in the code the factors that it reads
   */
  static Upheld run(Design.Wish wish, List<Set<String>> covert, Mark mark, int crashing) {
    Simulation simulation = new Simulation(mark, crashing, wish.seed());
    Design design = Design.of(wish);
    Confirming confirming = new Confirming(design, covert, (_, _) -> {});
    design.trials().forEach(simulation::run);
    int most = wish.budget().most();
    List<Wanted> more;
    do {
      int left = most - simulation.observed.size();
      more = confirming.rest(simulation.observed, left);
      for (Wanted wanted : more.subList(0, Math.min(left, more.size()))) {
        simulation.run(
            new Planned(simulation.observed.size() + 1, wanted.environment(), wanted.purpose()));
      }
    } while (!more.isEmpty());
    Inference inference = confirming.inference(simulation.observed);
    return Upheld.of(simulation.observed, inference, confirming, wish.seed());
  }

  /** The seeds of experiments that report a signal though nothing depends on anything. */
  static List<Integer> reporting(int fromSeed, int toSeed) {
    return IntStream.range(fromSeed, toSeed)
        .parallel()
        .filter(seed ->
            !run(
                    Design.Wish.blind(Budget.STANDARD, seed),
                    (_, random) -> Sayings.plain(random),
                    seed % 2 == 0 ? 0 : CRASHING)
                .signals()
                .isEmpty())
        .boxed()
        .toList();
  }

  private void run(Planned planned) {
    List<Exchange> exchanges = new ArrayList<>();
    Environment environment = planned.environment();
    Instant now = BEGIN.plusSeconds(planned.number());
    Sayings sayings = mark.in(environment, random);
    String host = host(environment);
    if (random.nextInt(4) == 0) {
      exchanges.add(
          post(exchanges, now, host, "/v1/flags", "{\"attempt\":" + random.nextInt(3) + "}"));
    }
    boolean crashes = random.nextInt(100) < crashing;
    if (!crashes || random.nextBoolean()) {
      exchanges.add(post(exchanges, now, host, "/v1/messages", prompt(environment, now, sayings)));
    }
    if (!crashes) {
      exchanges.add(post(exchanges, now, host, "/v1/events", events(environment)));
    }
    observed.add(
        new Observation(planned, 1, new Observation.Ran(result(exchanges, crashes ? 1 : 0))));
  }

  /** Of a run that sent these and ended so. */
  static TrialResult result(List<Exchange> exchanges, int exit) {
    return new TrialResult(
        Runs.room(RoomResult.End.EXITED, exit, "", ""),
        exchanges,
        0,
        List.of(),
        List.of(),
        new Unanswered(0, 0));
  }

  private String prompt(Environment environment, Instant now, Sayings sayings) {
    String day =
        LocalDate.ofInstant(now, zone(environment)).toString().replace("-", sayings.separator());
    return """
    {"model":"m-1","system":"You are a tool in a terminal.\\nToday%ss date is %s.\\nWorking folder: /home/%s",\
    "metadata":{"session":"%s","request":"%s","port":%d}}\
    """
        .formatted(
            sayings.apostrophe(),
            day,
            environment.levels().getOrDefault("username", ""),
            sayings.id(),
            hex(random, 12),
            30_000 + random.nextInt(20_000));
  }

  /** Some levels are whole addresses. */
  private static String host(Environment environment) {
    return environment.levels().getOrDefault("endpoint", "").replaceFirst("^https?://", "");
  }

  private static ZoneId zone(Environment environment) {
    String level = environment.levels().getOrDefault("timezone", "");
    return ZoneId.getAvailableZoneIds().contains(level) ? ZoneId.of(level) : ZoneOffset.UTC;
  }

  /** In an order of chance. */
  private String events(Environment environment) {
    List<String> events = new ArrayList<>();
    events.add("{\"event\":\"start\",\"tookMs\":" + random.nextInt(400) + "}");
    events.add("{\"event\":\"zone\",\"value\":\"" + environment.levels().get("timezone") + "\"}");
    events.add("{\"event\":\"ask\",\"memory\":" + random.nextInt(1 << 28) + "}");
    Collections.shuffle(events, random);
    return "{\"events\":[" + String.join(",", events) + "]}";
  }

  static String hex(Random random, int digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  static Exchange post(List<Exchange> before, Instant now, String host, String path, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return new Exchange(
        before.size() + 1,
        new Connection(
            1,
            "10.0.0.1:4000",
            "10.0.0.2:443",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Request(
            "POST",
            "https",
            host,
            path,
            Protocol.HTTP_1_1,
            List.of(
                new Header("Host", host),
                new Header("Content-Type", "application/json"),
                new Header("Content-Length", Integer.toString(bytes.length))),
            Body.of(bytes)),
        Optional.empty(),
        new Timing(now, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        "anthropic-messages");
  }
}
