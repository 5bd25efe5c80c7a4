package dev.candor.lab.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.lab.recipe.Recipe;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.tls.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmulatorTest {
  private final Emulator emulator = new Emulator(Authority.create());
  private final Recording recording = new Recording(100, 1 << 20);
  private ServerSocketChannel bound;

  @BeforeEach
  void listen() throws IOException {
    bound = ServerSocketChannel.open();
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Recipe.Answer flags =
        new Recipe.Answer("flags.example.test", "GET", "/v1/*", 200, "text/plain", "on");
    emulator.listen(bound, new Answers(List.of(flags), List.of()), recording);
  }

  @AfterEach
  void end() {
    emulator.close();
  }

  @Test
  void writesDownHeadersInTheOrderAndCaseInWhichTheyCame() throws IOException {
    say(
        "GET /a?b=c HTTP/1.1",
        "hOST: x.example.test",
        "X-B: 1",
        "x-a: 2",
        "X-B: 3",
        "Connection: close",
        "",
        "");

    Exchange exchange = recording.exchanges().getFirst();
    assertThat(exchange.request().headers())
        .containsExactly(
            new Header("hOST", "x.example.test"),
            new Header("X-B", "1"),
            new Header("x-a", "2"),
            new Header("X-B", "3"),
            new Header("Connection", "close"));
    assertThat(exchange.request().target()).isEqualTo("/a?b=c");
    assertThat(exchange.host()).isEqualTo("x.example.test");
    assertThat(exchange.answered()).isEqualTo("empty");
  }

  @Test
  void keepsABodyThatCameInChunks() throws IOException {
    say(
        "POST / HTTP/1.1",
        "Host: x",
        "Transfer-Encoding: chunked",
        "Connection: close",
        "",
        "3",
        "abc",
        "4;ext=1",
        "defg",
        "0",
        "",
        "");

    assertThat(new String(recording.exchanges().getFirst().request().body().bytes(), ISO_8859_1))
        .isEqualTo("abcdefg");
  }

  @Test
  void answersRequestsThatCameAtOnceInTheirOrder() throws IOException {
    String answer =
        say(
            "GET /v1/1 HTTP/1.1",
            "Host: flags.example.test",
            "",
            "GET /2 HTTP/1.1",
            "Host: y",
            "Accept: application/json",
            "Connection: close",
            "",
            "");

    assertThat(answer).containsSubsequence("200 OK", "\r\n\r\non", "200 OK", "\r\n\r\n{}");
    assertThat(recording.exchanges())
        .extracting(exchange -> exchange.request().target(), Exchange::answered)
        .containsExactly(tuple("/v1/1", "recipe"), tuple("/2", "empty"));
  }

  @Test
  void asksAClientToGoOnThatWaitsForIt() throws IOException {
    String answer =
        say(
            "POST / HTTP/1.1",
            "Host: x",
            "Expect: 100-continue",
            "Content-Length: 2",
            "Connection: close",
            "",
            "ok");

    assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n");
  }

  @Test
  void refusesWhatIsNoRequestAndGoesOnWithOthers() throws IOException {
    assertThat(say("\u0000\u0001\u0002 ", "", "")).startsWith("HTTP/1.1 400 ");
    assertThat(say("GET / HTTP/1.1", "Host: x", "Connection: close", "", ""))
        .startsWith("HTTP/1.1 200 ");
  }

  /** Sends the lines at once, and gives what is answered until the other end closes. */
  private String say(String... lines) throws IOException {
    InetSocketAddress address = (InetSocketAddress) bound.getLocalAddress();
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(String.join("\r\n", lines).getBytes(ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }
}
