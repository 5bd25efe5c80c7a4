package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.lines;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Http1Test {
  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void sendsEventsAsChunksOfTheirOwn() throws IOException {
    String answer =
        loopback.say("GET /count/events HTTP/1.1", "Host: x", "Connection: close", "", "");

    assertThat(answer)
        .isEqualTo(
            lines(
                "HTTP/1.1 200 OK",
                "content-type: text/event-stream",
                "transfer-encoding: chunked",
                "connection: close",
                "",
                "5",
                "one\n\n",
                "5",
                "two\n\n",
                "7",
                "three\n\n",
                "0",
                "",
                ""));
  }

  @Test
  void speaksAsOldAsItsClient() throws IOException {
    assertThat(loopback.say("GET /count/events HTTP/1.0", "", ""))
        .isEqualTo(
            lines(
                "HTTP/1.1 200 OK",
                "content-type: text/event-stream",
                "connection: close",
                "",
                "one\n\ntwo\n\nthree\n\n"));
    assertThat(
            loopback.say(
                "GET /count HTTP/1.0", "Connection: keep-alive", "", "GET /count HTTP/1.0", "", ""))
        .containsSubsequence("connection: keep-alive\r\n\r\n0", "connection: close\r\n\r\n0");
    assertThat(loopback.exchanges(3))
        .extracting(e -> e.request().protocol())
        .containsOnly(Protocol.HTTP_1_0);
  }

  @Test
  void headAndStatusesWithoutContentHaveNone() throws IOException {
    String answer =
        loopback.say(
            "HEAD /count HTTP/1.1",
            "Host: x",
            "",
            "HEAD /count/events HTTP/1.1",
            "Host: x",
            "",
            "GET / HTTP/1.1",
            "Host: none.example.test",
            "Connection: close",
            "",
            "");

    assertThat(answer)
        .isEqualTo(
            lines(
                "HTTP/1.1 200 OK",
                "content-type: text/plain",
                "content-length: 1",
                "",
                "HTTP/1.1 200 OK",
                "content-type: text/event-stream",
                "",
                "HTTP/1.1 204 No Content",
                "content-type: text/plain",
                "connection: close",
                "",
                ""));
    assertThat(loopback.exchanges(3))
        .allMatch(e -> e.response().orElseThrow().body().length() == 0);
  }

  @Test
  void takesTrailersAsHeadersThatCameLast() throws IOException {
    loopback.say(
        "POST / HTTP/1.1",
        "Transfer-Encoding: chunked",
        "Connection: close",
        "",
        "1",
        "a",
        "0",
        "X-Sum: 1",
        "x-more: 2",
        "",
        "");

    assertThat(loopback.exchanges(1).getFirst().request().headers())
        .containsExactly(
            new Header("Transfer-Encoding", "chunked"),
            new Header("Connection", "close"),
            new Header("X-Sum", "1"),
            new Header("x-more", "2"));
  }

  @Test
  void keepsALengthThatChunksOverrule() throws IOException {
    loopback.say(
        "POST / HTTP/1.1",
        "Content-Length: 99",
        "Transfer-Encoding: chunked",
        "Connection: close",
        "",
        "1",
        "a",
        "0",
        "",
        "");

    Exchange exchange = loopback.exchanges(1).getFirst();
    assertThat(exchange.request().headers()).contains(new Header("Content-Length", "99"));
    assertThat(text(exchange.request().body().bytes())).isEqualTo("a");
  }

  @Test
  void tellsWhatIsNoHttp() throws IOException {
    assertThat(loopback.say("SSH-2.0-OpenSSH_9.9", "")).startsWith("HTTP/1.1 400 ");

    assertThat(loopback.failures(1).getFirst().what())
        .startsWith("it is no HTTP: ")
        .endsWith("; it began with \"SSH-2.0-OpenSSH_9.9\\u{D}\\u{A}\"");
  }

  @Test
  void aFaultOfADialectIsAnAnswerToo() throws IOException {
    assertThat(loopback.say("GET /count/fault HTTP/1.1", "Connection: close", "", ""))
        .startsWith("HTTP/1.1 500 ");
    assertThat(loopback.exchanges(1).getFirst().answered()).isEqualTo("failed");
  }

  @Test
  void writesDownTheHeadersOfWhatCannotBeAnswered() throws IOException {
    String answer =
        loopback.say(
            "POST /a HTTP/1.1", "X-A: 1", "Content-Length: 1", "Content-Length: 2", "", "");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    Exchange exchange = loopback.exchanges(1).getFirst();
    assertThat(exchange.answered()).isEqualTo("incomplete");
    assertThat(exchange.request().headers()).contains(new Header("X-A", "1"));
    assertThat(loopback.failures(1).getFirst().what()).startsWith("it is no HTTP: ");
  }
}
