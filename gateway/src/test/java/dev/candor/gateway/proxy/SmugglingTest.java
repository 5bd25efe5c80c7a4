package dev.candor.gateway.proxy;

import static dev.candor.gateway.proxy.RawServer.lines;
import static dev.candor.gateway.proxy.RawServer.say;
import static dev.candor.gateway.proxy.RawServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that two servers in a row could read in two ways, or by which a client could choose
 * where they go: refused, the connection closed, nothing of them passed on. Each case is named for
 * its class in PortSwigger's "HTTP Desync Attacks" and "HTTP request smuggling", a CVE, or the
 * section of RFC 9112 or 9110 that asks for the refusal.
 */
class SmugglingTest {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final RawServer server =
      RawServer.answering(heard, "HTTP/1.1 200 OK", "Content-Length: 2", "", "ok");
  private final Gateways gateway = Gateways.to(server).open();

  @AfterEach
  void end() {
    gateway.close();
    server.close();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        of("CL.CL (RFC 9112, 6.3): two lengths", post("Content-Length: 4", "Content-Length: 5")),
        of("CL.CL, equal ones", post("Content-Length: 4", "Content-Length: 4")),
        of("CL.CL, as a list", post("Content-Length: 4, 4")),
        of("CL with a sign (CVE-2018-7159)", post("Content-Length: +4")),
        of("CL in hexadecimal", post("Content-Length: 0x4")),
        of("CL with a space in it", post("Content-Length: 1 4")),
        of("CL that is negative", post("Content-Length: -4")),
        of("CL beyond 63 bits", post("Content-Length: 99999999999999999999")),
        of("CL.TE (RFC 9112, 6.1)", post("Content-Length: 4", "Transfer-Encoding: chunked")),
        of("TE.CL, the other way round", post("Transfer-Encoding: chunked", "Content-Length: 4")),
        of("TE.TE: two of them", post("Transfer-Encoding: chunked", "Transfer-Encoding: identity")),
        of("TE.TE: chunked twice", post("Transfer-Encoding: chunked, chunked")),
        of("TE.TE: not the last", post("Transfer-Encoding: chunked, gzip")),
        of("TE.TE: gzip first", post("Transfer-Encoding: gzip, chunked")),
        of("TE obfuscated: xchunked", post("Transfer-Encoding: xchunked")),
        of("TE obfuscated: in quotes", post("Transfer-Encoding: \"chunked\"")),
        of("TE obfuscated: vertical tab", post("Transfer-Encoding: \u000bchunked")),
        of("TE obfuscated: space before the colon", post("Transfer-Encoding : chunked")),
        of("TE obfuscated: tab before the colon", post("Transfer-Encoding\t: chunked")),
        of("TE obfuscated: folded (RFC 9112, 5.2)", post("Transfer-Encoding:", " chunked")),
        of("TE obfuscated: name on a folded line", post("X: y", " Transfer-Encoding: chunked")),
        of("TE behind a bare CR (CVE-2022-32214)", post("X: y\rTransfer-Encoding: chunked")),
        of("TE behind a bare LF (CVE-2022-32213)", post("X: y\nTransfer-Encoding: chunked")),
        of("TE behind a NUL", post("X: y\0", "Content-Length: 0")),
        of(
            "TE in HTTP/1.0 (RFC 9112, 6.1)",
            "POST /up/ HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        of("field without a colon", post("Content-Length")),
        of("field without a name", post(": 4")),
        of("field's name in quotes", post("\"Host\": y")),
        of("field's name with a slash", post("X/Y: z")),
        of(
            "field in the first line's place (RFC 9112, 2.2)",
            " GET /up/ HTTP/1.1\r\nHost: x\r\n\r\n"),
        of(
            "white space before the first field (RFC 9112, 2.2)",
            "GET /up/ HTTP/1.1\r\n Host: x\r\n\r\n"),
        of("bare LF at the end of the first line", "GET /up/ HTTP/1.1\nHost: x\r\n\r\n"),
        of("bare LF throughout", "GET /up/ HTTP/1.1\nHost: x\n\n"),
        of("bare CR throughout", "GET /up/ HTTP/1.1\rHost: x\r\r\n\r\n"),
        of("two spaces in the first line", "GET  /up/ HTTP/1.1\r\nHost: x\r\n\r\n"),
        of("tab in the first line", "GET\t/up/ HTTP/1.1\r\nHost: x\r\n\r\n"),
        of(
            "a space in the target (request-line injection)",
            "GET /up/ HTTP/1.1\r\nX: y HTTP/1.1\r\nHost x\r\n\r\n"),
        of("no version (HTTP/0.9)", "GET /up/\r\n\r\n"),
        of("another version", "GET /up/ HTTP/1.2\r\nHost: x\r\n\r\n"),
        of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        of(
            "a WebSocket draft's hidden body of 8 bytes",
            "GET /up/ HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n\r\n12345678"),
        of("no host (RFC 9112, 3.2)", "GET /up/ HTTP/1.1\r\n\r\n"),
        of("two hosts", get("/up/", "Host: evil.test")),
        of("a host with a user", "GET /up/ HTTP/1.1\r\nHost: x@evil.test\r\n\r\n"),
        of("a host with a path", "GET /up/ HTTP/1.1\r\nHost: x/evil\r\n\r\n"),
        of("a host that is a list", "GET /up/ HTTP/1.1\r\nHost: x, evil.test\r\n\r\n"),
        of("a host with a space", "GET /up/ HTTP/1.1\r\nHost: x evil\r\n\r\n"),
        of("a host with a port that is none", "GET /up/ HTTP/1.1\r\nHost: x:80:90\r\n\r\n"),
        of("absolute form: SSRF (RFC 9112, 3.2.2)", get("http://127.0.0.1:1/up/")),
        of("absolute form with another scheme", get("file:///etc/passwd")),
        of("authority form: a tunnel", "CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test\r\n\r\n"),
        of("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"),
        of("a target that begins with an at sign", get("@evil.test/up/")),
        of("a target with a fragment", get("/up/#@evil.test")),
        of("a target with a backslash", get("/up\\..\\x")),
        of("dots out of the base path", get("/up/../admin")),
        of("dots as percent codes", get("/up/%2e%2E/admin")),
        of("dots behind a slash as percent code", get("/up/x%2f..%2fadmin")),
        of("dots at the end", get("/up/..")),
        of("a target outside ASCII", "GET /up/\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n"));
  }

  /** Chunks (RFC 9112, 7.1), of which the head is sound. */
  static Stream<Arguments> badChunks() {
    return Stream.of(
        of("no size", "\r\nabc\r\n0\r\n\r\n"),
        of("a size that is none", "g\r\nabc\r\n0\r\n\r\n"),
        of("a negative size", "-3\r\nabc\r\n0\r\n\r\n"),
        of("a size with a sign", "+3\r\nabc\r\n0\r\n\r\n"),
        of("a size with a prefix", "0x3\r\nabc\r\n0\r\n\r\n"),
        of("a size that wraps round 32 bits", "100000003\r\nabc\r\n0\r\n\r\n"),
        of("a size that wraps round 64 bits", "10000000000000003\r\nabc\r\n0\r\n\r\n"),
        of("a size before a bare LF", "3\nabc\r\n0\r\n\r\n"),
        of("more data than the size", "3\r\nabcd\r\n0\r\n\r\n"),
        of("a bare LF behind the data", "3\r\nabc\n0\r\n\r\n"),
        of("an extension with a bare LF (TERM.EXT)", "3;a=b\nabc\r\n0\r\n\r\n"),
        of("an extension with a bare CR (CVE-2025-58056)", "3;a\rb\r\nabc\r\n0\r\n\r\n"),
        of("a quoted extension with a line end", "3;a=\"\r\nb\"\r\nabc\r\n0\r\n\r\n"),
        of("a trailer with a bare LF", "3\r\nabc\r\n0\r\nX: y\nZ: z\r\n\r\n"),
        of("a trailer without a colon", "3\r\nabc\r\n0\r\nX\r\n\r\n"));
  }

  private static Arguments of(String name, String request) {
    return Arguments.of(name, request);
  }

  private static String post(String... fields) {
    return "POST /up/x HTTP/1.1\r\nHost: x\r\n"
        + lines(fields)
        + "\r\n\r\n0\r\n\r\nGET /up/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String get(String target, String... fields) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: x\r\n"
        + String.join("", Stream.of(fields).map(f -> f + "\r\n").toList())
        + "\r\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refusesWhatCouldBeReadInTwoWays(String name, String request) throws IOException {
    String answer = gateway.say(request);

    assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("connection: close");
    assertThat(answer.indexOf("HTTP/1.1 ", 1)).as("one answer").isNegative();
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badChunks")
  void refusesBadChunks(String name, String chunks) throws IOException {
    String answer =
        gateway.say(
            "POST /up/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunks
                + "GET /up/smuggled HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("connection: close");
    assertThat(heard).noneMatch(request -> request.contains("smuggled"));
  }

  @Test
  void aHeadThatIsTooLargeIsRefused() throws IOException {
    assertThat(gateway.say("GET /up/ HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(70_000)))
        .startsWith("HTTP/1.1 431 ");
    assertThat(gateway.say("GET /up/" + "a".repeat(70_000))).startsWith("HTTP/1.1 431 ");
    assertThat(
            gateway.say(
                "GET /up/ HTTP/1.1\r\nHost: x\r\n" + "X: abcdefgh\r\n".repeat(6_000) + "\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(heard).isEmpty();
  }

  @Test
  void aHeadThatComesByteForByteIsRead() throws IOException {
    try (Socket client = gateway.connect()) {
      for (char c : "\r\nGET /up/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".toCharArray()) {
        client.getOutputStream().write(c);
        client.getOutputStream().flush();
      }

      assertThat(text(client.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void anUnknownNameGoesNowhere() throws IOException {
    assertThat(gateway.say(get("/evil.test/x"))).startsWith("HTTP/1.1 404 ");
    assertThat(gateway.say("GET /x HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ");
    assertThat(heard).isEmpty();
  }

  /** An answer that ends where nobody can tell is none that the next client may be given. */
  @Test
  void anUpstreamThatSaysMoreThanItWasAskedIsNotAskedAgain() throws IOException {
    try (RawServer talking =
            new RawServer(socket -> {
              RawServer.head(socket.getInputStream());
              say(
                  socket,
                  "HTTP/1.1 200 OK",
                  "Content-Length: 2",
                  "",
                  "okHTTP/1.1 200 OK",
                  "Content-Length: 6",
                  "",
                  "poison");
              RawServer.head(socket.getInputStream());
            });
        Gateways other = Gateways.to(talking).open();
        Socket client = other.connect()) {
      for (int i = 1; i <= 2; i++) {
        say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");
        assertThat(RawServer.until(client.getInputStream(), "ok")).endsWith("ok");
        int connections = i;
        Gateways.await(() -> talking.connections.get() == connections);
      }
    }
  }

  @Test
  void anAnswerWithTwoLengthsIsNotPassedOn() throws IOException {
    try (RawServer split =
            RawServer.answering(
                heard, "HTTP/1.1 200 OK", "Content-Length: 2", "Content-Length: 20", "", "ok");
        Gateways other = Gateways.to(split).open()) {
      assertThat(other.say("GET /up/ HTTP/1.1", "Host: x", "Connection: close", "", ""))
          .startsWith("HTTP/1.1 502 ");
    }
  }
}
