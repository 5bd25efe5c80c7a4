package dev.candor.wire.har;

import static dev.candor.wire.har.Exchanges.bytes;
import static dev.candor.wire.har.Exchanges.exchange;
import static dev.candor.wire.har.Exchanges.get;
import static dev.candor.wire.har.Exchanges.ok;
import static dev.candor.wire.har.Exchanges.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.management.ThreadMXBean;
import dev.candor.wire.Body;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarTest {
  /** "{}" twelve times, by GNU gzip 1.12. */
  private static final byte[] GZIP =
      HexFormat.of().parseHex("1f8b0800000000000003abaeadc60a019a10985e18000000");

  private static final Header GZIPPED = new Header("Content-Encoding", "gzip");

  @Test
  void tellsWhoWroteItInWhichEnvironment() {
    JsonNode log =
        JsonMapper.shared().readTree(written(Map.of("timezone", "Asia/Tokyo"))).at("/log");

    assertThat(log.at("/version").asString()).isEqualTo("1.2");
    assertThat(log.at("/creator/name").asString()).isEqualTo("Candor");
    assertThat(log.at("/creator/version").asString()).isEqualTo("0.1");
    assertThat(log.at("/_environment/timezone").asString()).isEqualTo("Asia/Tokyo");
    assertThat(log.at("/entries").isEmpty()).isTrue();
  }

  @Test
  void tellsWhenAndOverWhichConnection() {
    JsonNode entry =
        entry(
            new Exchange(
                7, Exchanges.FULL, get("", "/"), Optional.empty(), Exchanges.TIMING, "gemini"));

    assertThat(entry.at("/startedDateTime").asString()).isEqualTo("2026-11-21T12:00:00.123456Z");
    assertThat(entry.at("/time").asDouble()).isEqualTo(50.000001);
    assertThat(entry.at("/timings/send").asDouble()).isEqualTo(1.25);
    assertThat(entry.at("/timings/wait").asDouble()).isEqualTo(40);
    assertThat(entry.at("/timings/receive").asDouble()).isEqualTo(8.750001);
    assertThat(entry.at("/serverIPAddress").asString()).isEqualTo("2001:db8::9");
    assertThat(entry.at("/connection").asString()).isEqualTo("4000000000000000007");
    assertThat(entry.at("/_number").asInt()).isEqualTo(7);
    assertThat(entry.at("/_answered").asString()).isEqualTo("gemini");
    assertThat(entry.at("/_connection/proxied").asString()).isEqualTo("api.example.test:443");
    assertThat(entry.at("/_connection/tls/serverName").asString()).isEqualTo("api.example.test");
    assertThat(entry.at("/_connection/tls/alpn/0").asString()).isEqualTo("h2");
    assertThat(entry.at("/_connection/caller/name").asString()).isEqualTo("node");
  }

  @Test
  void keepsOrderCaseAndBytesOfHeaders() {
    JsonNode headers =
        request(
                get(
                    "example.test",
                    "/",
                    new Header("X-b", "2"),
                    new Header("x-A", "caf\u00e9"),
                    new Header("X-B", "1")))
            .at("/headers");

    assertThat(headers.valueStream().map(h -> h.at("/name").asString() + h.at("/value").asString()))
        .containsExactly("X-b2", "x-Acaf\u00e9", "X-B1");
  }

  @Test
  void makesTheUrlOfWhatTheRequestNames() {
    assertThat(url(get("example.test:8080", "/a?b"))).isEqualTo("http://example.test:8080/a?b");
    assertThat(url(get("", "/a"))).isEqualTo("http://127.1.0.9/a");
    assertThat(url(get("", "http://other.example.test/a")))
        .isEqualTo("http://other.example.test/a");
    assertThat(url(get("example.test", "*"))).isEqualTo("http://example.test");
    assertThat(url(get("[2001:db8::1]:81", "/"))).isEqualTo("http://[2001:db8::1]:81/");
    assertThat(url(get("example.test", "/to?u=http://x")))
        .isEqualTo("http://example.test/to?u=http://x");
  }

  @Test
  void readsTheQueryAsAForm() {
    JsonNode query =
        request(get("example.test", "/?a=1&b+c=%C3%BC%zz%4&&d#e=f")).at("/queryString");

    assertThat(query.toString())
        .isEqualTo(
            "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b c\",\"value\":\"ü%zz%4\"},"
                + "{\"name\":\"d\",\"value\":\"\"}]");
  }

  @Test
  void readsCookies() {
    JsonNode entry =
        entry(
            exchange(
                get("example.test", "/", new Header("cookie", "a=1; b=x=y;c")),
                Optional.of(
                    ok(
                        new byte[0],
                        new Header(
                            "Set-Cookie",
                            "id=7; Path=/; Domain=example.test; Expires=Wed, 21 Oct 2026 07:28:00 GMT;"
                                + " Secure; HttpOnly")))));

    assertThat(entry.at("/request/cookies").toString())
        .isEqualTo(
            "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"x=y\"},{\"name\":\"c\",\"value\":\"\"}]");
    assertThat(entry.at("/response/cookies").toString())
        .isEqualTo(
            "[{\"name\":\"id\",\"value\":\"7\",\"path\":\"/\",\"domain\":\"example.test\","
                + "\"expires\":\"2026-10-21T07:28:00Z\",\"httpOnly\":true,\"secure\":true}]");
  }

  @Test
  void writesTextAsTextAndOtherBytesAsBase64() {
    Header json = new Header("content-type", "application/json");
    JsonNode text = request(post(bytes("{\"a\":\"ü\u2019\u0000\"}"), json));

    assertThat(text.at("/postData/text").asString()).isEqualTo("{\"a\":\"ü\u2019\u0000\"}");
    assertThat(text.at("/postData/mimeType").asString()).isEqualTo("application/json");
    assertThat(text.at("/postData").has("_encoding")).isFalse();
    assertThat(text.at("/bodySize").asInt()).isEqualTo(14);

    JsonNode binary =
        entry(exchange(post(new byte[] {0, -1, 1}), Optional.of(ok(new byte[] {0, -1, 1}))));
    assertThat(binary.at("/request/postData/text").asString()).isEqualTo("AP8B");
    assertThat(binary.at("/request/postData/_encoding").asString()).isEqualTo("base64");
    assertThat(binary.at("/response/content/text").asString()).isEqualTo("AP8B");
    assertThat(binary.at("/response/content/encoding").asString()).isEqualTo("base64");
    assertThat(binary.at("/response/content/size").asInt()).isEqualTo(3);
  }

  @Test
  void writesWhatIsCodedBothReadableAndAsSent() {
    JsonNode entry = entry(exchange(post(GZIP, GZIPPED), Optional.of(ok(GZIP, GZIPPED))));

    for (JsonNode body : List.of(entry.at("/request/postData"), entry.at("/response/content"))) {
      assertThat(body.at("/text").asString()).isEqualTo("{}".repeat(12));
      assertThat(body.at("/_body").binaryValue()).isEqualTo(GZIP);
    }
    assertThat(entry.at("/request/bodySize").asInt()).isEqualTo(GZIP.length);
    assertThat(entry.at("/response/content/size").asInt()).isEqualTo(24);
    assertThat(entry.at("/response/content/compression").asInt()).isEqualTo(24 - GZIP.length);
  }

  @Test
  void tellsWhyABodyIsNotWhole() {
    JsonNode wrong = request(post(bytes("plain"), GZIPPED)).at("/postData");
    JsonNode cut = request(post(new Body(bytes("begin"), 900))).at("/postData");

    assertThat(wrong.at("/text").asString()).isEqualTo("plain");
    assertThat(wrong.at("/_coded").asBoolean()).isTrue();
    assertThat(wrong.at("/_reason").asString()).isEqualTo("gzip: it does not begin as gzip does");
    assertThat(cut.at("/_cut").asBoolean()).isTrue();
    assertThat(cut.at("/_reason").asString()).isEqualTo("only the first 5 of 900 bytes were kept");
  }

  @Test
  void satisfiesTheSpecification() {
    String lone = "a\ud800b";
    String har =
        written(
            Map.of(lone, lone),
            exchange(get("", "*"), Optional.empty()),
            exchange(post(GZIP, GZIPPED, new Header(lone, lone)), Optional.of(ok(GZIP, GZIPPED))),
            exchange(post(new byte[] {-1}), Optional.of(ok(new byte[] {-1}))),
            new Exchange(
                2,
                Exchanges.FULL,
                post(new Body(new byte[0], 5)),
                Optional.of(ok(bytes("x"), new Header("set-cookie", "a; expires=never"))),
                Exchanges.TIMING,
                "recipe"));

    assertThat(violations(har)).isEmpty();
    assertThat(har).contains("a\ufffdb");
  }

  @Test
  void theSchemaHoldsForOthersAndRefusesWhatIsMissing() throws IOException {
    String other;
    try (InputStream in = HarTest.class.getResourceAsStream("of-a-browser.har")) {
      other = new String(in.readAllBytes(), UTF_8);
    }
    assertThat(violations(other)).isEmpty();
    for (String required :
        List.of("creator", "time", "queryString", "mimeType", "wait", "redirectURL")) {
      assertThat(violations(other.replace('"' + required + '"', "\"_x\"")))
          .as(required)
          .isNotEmpty();
    }
    assertThat(violations(other.replace("\"time\"", "\"times\""))).isNotEmpty();
    assertThat(violations(other.replace("2026-11-21T10:00:01Z", "yesterday"))).isNotEmpty();
  }

  @Test
  void makesNoCopyOfALargeBody() {
    byte[] large = new byte[50 << 20];
    Arrays.fill(large, (byte) 'a');
    byte[] binary = new byte[50 << 20];
    Arrays.fill(binary, (byte) -1);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try (Har har = new Har(OutputStream.nullOutputStream(), "0.1", Map.of())) {
      har.add(exchange(post(large), Optional.of(ok(binary))));
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
  }

  @Test
  void aFullDiskIsToldAndTheArchiveNotEnded() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatThrownBy(
            () -> {
              try (Har har = new Har(full, "0.1", Map.of())) {
                har.add(exchange(post(new byte[100_000]), Optional.empty()));
              }
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("no space left")
        .hasNoSuppressedExceptions();
  }

  private static String url(dev.candor.wire.Request request) {
    return request(request).at("/url").asString();
  }

  private static JsonNode request(dev.candor.wire.Request request) {
    return entry(exchange(request, Optional.empty())).at("/request");
  }

  private static JsonNode entry(Exchange exchange) {
    String text = written(Map.of(), exchange);
    assertThat(violations(text)).isEmpty();
    return JsonMapper.shared().readTree(text).at("/log/entries/0");
  }

  static String written(Map<String, String> environment, Exchange... exchanges) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Har har = new Har(out, "0.1", environment)) {
      Arrays.stream(exchanges).forEach(har::add);
    }
    return out.toString(UTF_8);
  }

  static List<Error> violations(String har) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(HarTest.class.getResourceAsStream("har-1.2.schema.json"));
    return schema.validate(
        har,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
