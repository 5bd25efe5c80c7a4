package dev.candor.lab.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.lab.environment.Environment;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What inference takes for many trials of one long request in which an id, a number and a day vary.
 */
final class InferenceTime {
  private static final double LIMIT_SECONDS = 10;
  private static final Instant BEGIN = Instant.parse("2026-07-01T10:00:00Z");

  private InferenceTime() {}

  /**
   * @param arguments trials, and bytes of a request
   */
  public static void main(String[] arguments) {
    int trials = Integer.parseInt(arguments[0]);
    int bytes = Integer.parseInt(arguments[1]);
    List<Traffic> traffic = traffic(trials, bytes, new Random(1));

    long start = System.nanoTime();
    Inference inference = Inference.of(traffic, 1);
    double seconds = (System.nanoTime() - start) / 1e9;

    boolean passes = seconds <= LIMIT_SECONDS && inference.signals().isEmpty();
    System.out.printf(
        "| %d | %d | %.1f | %d | %s (≤ %.0f s) |%n",
        trials,
        bytes,
        seconds,
        inference.signals().size(),
        passes ? "PASS" : "over the limit",
        LIMIT_SECONDS);
    if (!passes) {
      System.exit(1);
    }
  }

  /** Half of the trials in the base environment, the others with names of their own, in pairs. */
  private static List<Traffic> traffic(int trials, int bytes, Random random) {
    StringBuilder prompt = new StringBuilder();
    for (int line = 0; prompt.length() < bytes; line++) {
      prompt
          .append("Line ")
          .append(line)
          .append(" says what tools there are and how to use them.\\n");
    }
    List<Traffic> traffic = new ArrayList<>();
    for (int i = 0; i < trials; i++) {
      Environment environment = Environment.base();
      if (i % 2 == 1) {
        environment = environment.with(i % 4 == 1 ? "hostname" : "username", "name-" + i / 8);
      }
      Instant now = BEGIN.plusSeconds(i);
      String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
      String body =
          "{\"system\":\"%sToday is %s, %d.\",\"session\":\"%016x\"}"
              .formatted(prompt, day, random.nextInt(100_000), random.nextLong());
      traffic.add(new Traffic(i, environment, List.of(exchange(environment, now, body))));
    }
    return traffic;
  }

  private static Exchange exchange(Environment environment, Instant now, String body) {
    String host = environment.levels().getOrDefault("endpoint", "");
    return new Exchange(
        1,
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
            "/v1/messages",
            Protocol.HTTP_1_1,
            List.of(new Header("Host", host), new Header("Content-Type", "application/json")),
            Body.of(body.getBytes(UTF_8))),
        Optional.empty(),
        new Timing(now, Duration.ZERO, Duration.ZERO, Duration.ZERO),
        "anthropic-messages");
  }
}
