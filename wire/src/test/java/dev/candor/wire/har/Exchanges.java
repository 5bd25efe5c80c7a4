package dev.candor.wire.har;

import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Exchanges to write. */
final class Exchanges {
  static final Timing TIMING =
      new Timing(
          Instant.parse("2026-11-21T12:00:00.123456Z"),
          Duration.ofNanos(1_250_000),
          Duration.ofMillis(40),
          Duration.ofNanos(8_750_001));
  static final Connection PLAIN =
      new Connection(
          3,
          "127.0.0.1:50000",
          "127.1.0.9:80",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  static final Connection FULL =
      new Connection(
          4_000_000_000_000_000_007L,
          "127.0.0.1:50001",
          "[2001:db8::9]:443",
          Optional.of(
              new Connection.Tls(
                  Optional.of("api.example.test"), "TLSv1.3", List.of("h2", "http/1.1"))),
          Optional.of("api.example.test:443"),
          Optional.of(new Connection.Caller(42, "node")));

  private Exchanges() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Request get(String authority, String target, Header... headers) {
    return new Request(
        "GET", "http", authority, target, Protocol.HTTP_1_1, List.of(headers), Body.NONE);
  }

  static Request post(byte[] body, Header... headers) {
    return post(Body.of(body), headers);
  }

  static Request post(Body body, Header... headers) {
    return new Request(
        "POST",
        "https",
        "api.example.test",
        "/v1/messages?beta=true",
        Protocol.HTTP_2,
        List.of(headers),
        body);
  }

  static Response ok(byte[] body, Header... headers) {
    return new Response(200, List.of(headers), Body.of(body));
  }

  static Exchange exchange(Request request, Optional<Response> response) {
    return new Exchange(1, PLAIN, request, response, TIMING, "empty");
  }
}
