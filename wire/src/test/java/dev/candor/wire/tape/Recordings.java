package dev.candor.wire.tape;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Exchanges to write on a tape. */
final class Recordings {
  static final List<Header> HEADERS =
      List.of(new Header("hOST", "api.example.test"), new Header("X-\u00ff", "\u0000\u00e9"));
  static final Connection CONNECTION =
      new Connection(
          -1,
          "10.1.2.3:50001",
          "[2001:db8::9]:443",
          Optional.of(
              new Connection.Tls(Optional.of("api.example.test"), "TLSv1.3", List.of("h2", ""))),
          Optional.of("api.example.test:443"),
          Optional.of(new Connection.Caller(Long.MAX_VALUE, "node \u2603")));

  private Recordings() {}

  static Exchange exchange(int number, String prompt) {
    return new Exchange(
        number,
        CONNECTION,
        new Request(
            "POST",
            "https",
            "api.example.test",
            "/v1/messages",
            Protocol.HTTP_2,
            HEADERS,
            Body.of(prompt.getBytes(StandardCharsets.UTF_8))),
        Optional.of(new Response(200, List.of(), Body.of("ok".getBytes(StandardCharsets.UTF_8)))),
        new Timing(
            Instant.parse("2026-11-21T12:00:00.123456789Z"),
            Duration.ofNanos(1),
            Duration.ZERO,
            Duration.ofSeconds(3)),
        "anthropic-messages");
  }

  /** Every field of every kind, also with what no recorder of ours would write. */
  static Arbitrary<Exchange> exchanges() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.oneOf(Arbitraries.just(CONNECTION), connections()),
            requests(),
            responses().optional(),
            timings(),
            texts())
        .as(Exchange::new);
  }

  /** Any characters, halves of pairs too. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(20),
        Arbitraries.strings().all().ofMaxLength(10),
        Arbitraries.strings().withCharRange('\ud7f0', '\ue010').ofMaxLength(5));
  }

  private static Arbitrary<Connection> connections() {
    Arbitrary<Connection.Tls> tls =
        Combinators.combine(texts().optional(), texts(), texts().list().ofMaxSize(3))
            .as(Connection.Tls::new);
    Arbitrary<Connection.Caller> caller =
        Combinators.combine(Arbitraries.longs(), texts()).as(Connection.Caller::new);
    return Combinators.combine(
            Arbitraries.longs(),
            texts(),
            texts(),
            tls.optional(),
            texts().optional(),
            caller.optional())
        .as(Connection::new);
  }

  private static Arbitrary<Request> requests() {
    return Combinators.combine(
            texts(), texts(), texts(), texts(), Arbitraries.of(Protocol.class), headers(), bodies())
        .as(Request::new);
  }

  private static Arbitrary<Response> responses() {
    return Combinators.combine(Arbitraries.integers(), headers(), bodies()).as(Response::new);
  }

  private static Arbitrary<List<Header>> headers() {
    return Arbitraries.oneOf(
        Arbitraries.just(HEADERS),
        Combinators.combine(texts(), texts()).as(Header::new).list().ofMaxSize(5));
  }

  private static Arbitrary<Body> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.just(Body.NONE),
        Combinators.combine(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(50),
                Arbitraries.of(0L, 0L, 1L, 1L << 40))
            .as((bytes, missing) -> new Body(bytes, bytes.length + missing)));
  }

  private static Arbitrary<Timing> timings() {
    Arbitrary<Duration> durations =
        Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 999_999_999))
            .as(Duration::ofSeconds);
    Arbitrary<Instant> instants =
        Combinators.combine(
                Arbitraries.longs()
                    .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    return Combinators.combine(instants, durations, durations, durations).as(Timing::new);
  }
}
