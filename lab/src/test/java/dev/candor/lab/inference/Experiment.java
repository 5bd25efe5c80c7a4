package dev.candor.lab.inference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Builds observations of a made-up tool by hand. */
final class Experiment {
  /** 23:30 UTC on 30 June: 1 July in Shanghai, 30 June in St John's. */
  static final Instant START = Instant.parse("2026-06-30T23:30:00Z");

  static final String SHANGHAI = "Asia/Shanghai";

  private final BiConsumer<Environment, Run> tool;
  private final List<Traffic> trials = new ArrayList<>();

  Experiment(BiConsumer<Environment, Run> tool) {
    this.tool = tool;
  }

  /** Some trials in the base environment but for the levels given, name and level in turn. */
  Experiment with(int times, String... levels) {
    SortedMap<String, String> all = new TreeMap<>(Environment.base().levels());
    for (int i = 0; i < levels.length; i += 2) {
      all.put(levels[i], levels[i + 1]);
    }
    for (int i = 0; i < times; i++) {
      Environment environment = new Environment(all);
      Run run = new Run(trials.size(), environment);
      tool.accept(environment, run);
      trials.add(new Traffic(trials.size(), environment, run.exchanges));
    }
    return this;
  }

  Experiment each(int times, String factor, String... levels) {
    for (String level : levels) {
      with(times, factor, level);
    }
    return this;
  }

  List<Traffic> trials() {
    return trials;
  }

  Inference infer() {
    return Inference.of(trials, 1);
  }

  /** One trial as it goes. */
  static final class Run {
    final int number;
    private final Environment environment;
    private final List<Exchange> exchanges = new ArrayList<>();

    Run(int number, Environment environment) {
      this.number = number;
      this.environment = environment;
    }

    String level(String factor) {
      return environment.levels().getOrDefault(factor, "");
    }

    LocalDate day() {
      return LocalDate.ofInstant(now(), ZoneId.of(level("timezone")));
    }

    Instant now() {
      return START.plusSeconds(number);
    }

    /** The model is asked. */
    void ask(Map<String, String> headers, String body) {
      List<Header> all = new ArrayList<>();
      headers.forEach((name, value) -> all.add(header(name, value)));
      post(level("endpoint"), "/v1/messages", all, body);
    }

    void post(String host, String path, List<Header> headers, String body) {
      List<Header> all = new ArrayList<>(List.of(header("Host", host)));
      all.addAll(headers);
      byte[] bytes = body.getBytes(UTF_8);
      all.add(header("Content-Length", Integer.toString(bytes.length)));
      exchanges.add(
          new Exchange(
              exchanges.size() + 1,
              new Connection(
                  1,
                  "127.0.0.1:40000",
                  "10.0.0.1:443",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              new Request("POST", "https", host, path, Protocol.HTTP_1_1, all, Body.of(bytes)),
              Optional.empty(),
              new Timing(now(), Duration.ZERO, Duration.ZERO, Duration.ZERO),
              "anthropic-messages"));
    }

    static Header header(String name, String value) {
      return new Header(name, new String(value.getBytes(UTF_8), ISO_8859_1));
    }

    /** A request to a model with a system prompt. */
    static String prompt(String system) {
      return "{\"model\":\"m-1\",\"max_tokens\":1024,\"system\":[{\"type\":\"text\",\"text\":\""
          + system.replace("\n", "\\n")
          + "\"}],\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    }
  }
}
