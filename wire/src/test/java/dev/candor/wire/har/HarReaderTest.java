package dev.candor.wire.har;

import static dev.candor.wire.har.Exchanges.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTest {
  @Property(tries = 300)
  void anyExchangeComesBackWhole(@ForAll("exchanges") Exchange exchange) {
    String har = HarTest.written(Map.of(), exchange, exchange);

    assertThat(HarTest.violations(har)).isEmpty();
    assertThat(read(har)).usingRecursiveComparison().isEqualTo(List.of(exchange, exchange));
  }

  @Test
  void readsWhatABrowserWrote() throws IOException {
    List<Exchange> read;
    try (InputStream in = HarReaderTest.class.getResourceAsStream("of-a-browser.har")) {
      read = read(new String(in.readAllBytes(), UTF_8));
    }
    assertThat(read).hasSize(2);
    Exchange first = read.getFirst();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.host()).isEqualTo("api.example.test");
    assertThat(first.timing().started()).isEqualTo(Instant.parse("2026-11-21T09:00:00.123Z"));
    assertThat(first.timing().sent()).isEqualTo(Duration.ofNanos(1_250_000));
    assertThat(first.connection().server()).isEqualTo("2001:db8::1");
    assertThat(first.connection().id()).isEqualTo(443);
    Request request = first.request();
    assertThat(request.scheme()).isEqualTo("https");
    assertThat(request.authority()).isEqualTo("api.example.test:8443");
    assertThat(request.target()).isEqualTo("/v1/messages?beta=true&q=a%20b#top");
    assertThat(request.protocol()).isEqualTo(Protocol.HTTP_2);
    assertThat(request.body().bytes()).isEqualTo(bytes("{\"model\":\"Zürich\"}"));
    assertThat(request.headers())
        .containsExactly(
            new Header(":authority", "api.example.test:8443"), new Header("x-Odd", "1"));
    Response response = first.response().orElseThrow();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).isEmpty();
    assertThat(response.body().bytes()).containsExactly(0, -1, 1);

    Request second = read.get(1).request();
    assertThat(second.authority()).isEqualTo("192.0.2.7");
    assertThat(second.target()).isEqualTo("/");
    assertThat(second.body().bytes()).isEqualTo(bytes("a+b=1%262&c="));
    assertThat(read.get(1).response()).isEmpty();
    assertThat(read.get(1).number()).isEqualTo(2);
  }

  @Test
  void readsAnArchiveThatBeginsWithAByteOrderMark() {
    assertThat(read("\ufeff{\"log\":{\"entries\":[{}]}}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "7", "{\"log\":7}", "{\"log\":{\"entries\":{}}}"})
  void refusesWhatIsNoArchive(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.har has no log with entries");
  }

  @Test
  void refusesAnArchiveThatIsNotUtf8() {
    byte[] wide = {0, 0, '{', 0, 0, 0, '}', 0};

    assertThatThrownBy(() -> HarReader.read("a.har", new ByteArrayInputStream(wide), e -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.har cannot be read: ");
  }

  @Test
  void givesWhatCameBeforeTheBreakAndTellsItsPlace() {
    List<Exchange> read = new ArrayList<>();

    assertThatThrownBy(() -> read("{\"log\":{\n\"entries\":[{},{\"request\":", read))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "a.har is not JSON, or larger than what is read, at line 2, column ");
    assertThat(read).hasSize(1);
  }

  @Test
  void refusesDepthAndNumberBeyondItsBounds() {
    assertThatThrownBy(() -> read("[".repeat(200))).isInstanceOf(InputException.class);
    assertThatThrownBy(() ->
            read(
                "{\"log\":{\"entries\":[{\"request\":{\"headers\":["
                    + "{},".repeat(10_001)
                    + "{}]}}]}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than 10,000 headers");
  }

  private static List<Exchange> read(String har) {
    List<Exchange> read = new ArrayList<>();
    read(har, read);
    return read;
  }

  private static void read(String har, List<Exchange> into) {
    HarReader.read("a.har", new ByteArrayInputStream(har.getBytes(UTF_8)), into::add);
  }

  @Provide
  Arbitrary<Exchange> exchanges() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1_000_000),
            connections(),
            requests(),
            messages().map(m -> new Response(418, m.headers(), m.body())).optional(),
            Arbitraries.longs().between(0, 10_000_000_000L).map(HarReaderTest::timing),
            Arbitraries.of("empty", "recipe", "anthropic-messages"))
        .as(Exchange::new);
  }

  private static Timing timing(long nanos) {
    return new Timing(
        Instant.ofEpochSecond(1_795_000_000L, nanos),
        Duration.ofNanos(nanos),
        Duration.ofNanos(nanos / 3),
        Duration.ofNanos(nanos / 7));
  }

  private record Message(List<Header> headers, Body body) {}

  private static Arbitrary<Request> requests() {
    return Combinators.combine(
            Arbitraries.of("GET", "POST", "CONNECT", "\u00ff"),
            Arbitraries.of("http", "https"),
            Arbitraries.of("", "example.test", "example.test:81", "[2001:db8::1]:81"),
            latin().map(s -> "/" + s).edgeCases(e -> e.add("*", "http://a.test/b", "a:1")),
            Arbitraries.of(Protocol.class),
            messages())
        .as((m, s, a, t, p, message) ->
            new Request(m, s, a, t, p, message.headers(), message.body()));
  }

  private static Arbitrary<String> latin() {
    return Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(20);
  }

  private static Arbitrary<Message> messages() {
    Arbitrary<Header> header =
        Combinators.combine(
                Arbitraries.of("Cookie", "set-Cookie", "x-A", "Content-Type", "Location"), latin())
            .as(Header::new);
    return Combinators.combine(
            header.list().ofMaxSize(5),
            Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40),
                Arbitraries.strings().ofMaxLength(20).map(s -> s.getBytes(UTF_8))),
            Arbitraries.of("", "gzip", "packed", "gzip, nonsense", "identity"),
            Arbitraries.of(0, 0, 1, 1000))
        .as(HarReaderTest::message);
  }

  private static Message message(List<Header> headers, byte[] bytes, String coding, int missing) {
    List<Header> all = new ArrayList<>(headers);
    byte[] sent = coding.equals("packed") ? gzipped(bytes) : bytes;
    if (!coding.isEmpty()) {
      all.add(new Header("content-Encoding", coding.replace("packed", "gzip")));
    }
    return new Message(all, new Body(sent, sent.length + missing));
  }

  private static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static Arbitrary<Connection> connections() {
    return Arbitraries.of(Exchanges.PLAIN, Exchanges.FULL)
        .map(c ->
            new Connection(c.id(), c.client(), c.server(), c.tls(), c.proxied(), Optional.empty()));
  }
}
