package dev.candor.gateway.proxy;

import static dev.candor.gateway.proxy.RawServer.head;
import static dev.candor.gateway.proxy.RawServer.lines;
import static dev.candor.gateway.proxy.RawServer.say;
import static dev.candor.gateway.proxy.RawServer.text;
import static dev.candor.gateway.proxy.RawServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Sha256;
import dev.candor.gateway.proxy.Gateways.Reading;
import dev.candor.wire.tls.Authority;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void fieldsKeepTheirOrderAndSpelling() throws IOException {
    try (RawServer server =
            RawServer.answering(
                heard,
                "HTTP/1.1 200 Fine indeed",
                "x-LOW: 1",
                "Content-length: 2",
                "X-Low: 2",
                "sErver: Me",
                "",
                "ok");
        Gateways gateway = Gateways.to(server).open()) {
      String answer =
          gateway.say(
              "POST /up/v1/messages?beta=true&x=%7e HTTP/1.1",
              "hOST: localhost:1",
              "x-api-key: sk-ant-secret",
              "User-Agent: claude-cli/2.1.91 (external, cli)",
              "X-Stainless-OS: Linux",
              "anthropic-Beta: a",
              "X-Stainless-Lang:js",
              "ANTHROPIC-beta:  b\t ",
              "Authorization: Bearer t0ken",
              "content-length: 4",
              "Connection: close",
              "",
              "body");

      assertThat(heard)
          .containsExactly(
              lines(
                  "POST /v1/messages?beta=true&x=%7e HTTP/1.1",
                  "hOST: 127.0.0.1:" + server.port(),
                  "x-api-key: sk-ant-secret",
                  "User-Agent: claude-cli/2.1.91 (external, cli)",
                  "X-Stainless-OS: Linux",
                  "anthropic-Beta: a",
                  "X-Stainless-Lang: js",
                  "ANTHROPIC-beta: b",
                  "Authorization: Bearer t0ken",
                  "content-length: 4",
                  "",
                  "body"));
      assertThat(answer)
          .isEqualTo(
              lines(
                  "HTTP/1.1 200 Fine indeed",
                  "x-LOW: 1",
                  "Content-length: 2",
                  "X-Low: 2",
                  "sErver: Me",
                  "connection: close",
                  "",
                  "ok"));
    }
  }

  @Test
  void fieldsForTheNextHopGoNoFurther() throws IOException {
    try (RawServer server =
            RawServer.answering(
                heard,
                "HTTP/1.1 200 OK",
                "Keep-Alive: timeout=5",
                "Connection: keep-alive, X-Mine",
                "X-Mine: 1",
                "Content-Length: 2",
                "",
                "ok");
        Gateways gateway = Gateways.to(server).open()) {
      String answer =
          gateway.say(
              "GET /up/ HTTP/1.1",
              "Host: x",
              "Connection: close, X-Private",
              "X-Private: 1",
              "TE: trailers",
              "Upgrade: websocket",
              "Keep-Alive: 5",
              "Proxy-Authorization: Basic eDp5",
              "Accept: */*",
              "",
              "");

      assertThat(heard)
          .containsExactly(
              lines("GET / HTTP/1.1", "Host: 127.0.0.1:" + server.port(), "Accept: */*", "", ""));
      assertThat(answer)
          .isEqualTo(lines("HTTP/1.1 200 OK", "Content-Length: 2", "connection: close", "", "ok"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "br", "zstd", "made-up"})
  void theUpstreamGetsTheIdenticalBody(String coding) throws IOException {
    byte[] body = new byte[400_000];
    new Random(1).nextBytes(body);
    CopyOnWriteArrayList<String> digests = new CopyOnWriteArrayList<>();
    Reading reading = new Reading();
    try (RawServer server =
            new RawServer(socket -> {
              InputStream in = socket.getInputStream();
              digests.add(Sha256.hex(in.readNBytes(RawServer.length(head(in)))));
              say(socket, OK);
            });
        Gateways gateway = with(server, reading).open();
        Socket client = gateway.connect()) {
      say(
          client,
          "POST /up/v1/messages HTTP/1.1",
          "Host: x",
          coding.isEmpty() ? "X-None: 1" : "Content-Encoding: " + coding,
          "Content-Length: " + body.length,
          "",
          "");
      client.getOutputStream().write(body);

      assertThat(head(client.getInputStream())).startsWith("HTTP/1.1 200 OK");
      assertThat(digests).containsExactly(Sha256.hex(body));
      Gateways.await(() -> !reading.observed.isEmpty());
      assertThat(reading.observed.getFirst()).isEqualTo(body);
      Gateways.await(() -> gateway.proxy.budgetLeft() == 256L << 20);
    }
  }

  private static Gateways.Setup with(RawServer server, Reading reading) {
    Gateways.Setup setup = Gateways.to(server);
    setup.inspector = reading;
    return setup;
  }

  @Test
  void chunksAndTrailersGoBothWays() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              heard.add(until(socket.getInputStream(), "0\r\nX-Sum: 1\r\n\r\n"));
              say(
                  socket,
                  "HTTP/1.1 200 OK",
                  "Trailer: X-Done",
                  "Transfer-Encoding: chunked",
                  "",
                  "2;x=y",
                  "ok",
                  "0",
                  "X-Done: yes",
                  "Content-Length: 9",
                  "",
                  "");
            });
        Gateways gateway = Gateways.to(server).open()) {
      String answer =
          gateway.say(
              "POST /up/x HTTP/1.1",
              "Host: x",
              "Transfer-Encoding: chunked",
              "Connection: close",
              "",
              "3;ext=1",
              "abc",
              "0",
              "X-Sum: 1",
              "Authorization: stolen",
              "",
              "");

      assertThat(heard)
          .containsExactly(
              lines(
                  "POST /x HTTP/1.1",
                  "Host: 127.0.0.1:" + server.port(),
                  "Transfer-Encoding: chunked",
                  "",
                  "3",
                  "abc",
                  "0",
                  "X-Sum: 1",
                  "",
                  ""));
      assertThat(answer)
          .isEqualTo(
              lines(
                  "HTTP/1.1 200 OK",
                  "Trailer: X-Done",
                  "transfer-encoding: chunked",
                  "connection: close",
                  "",
                  "2",
                  "ok",
                  "0",
                  "X-Done: yes",
                  "",
                  ""));
    }
  }

  @Test
  void eachEventLeavesBeforeTheNextIsThere() throws IOException {
    CountDownLatch read = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(
                  socket,
                  "HTTP/1.1 200 OK",
                  "Content-Type: text/event-stream",
                  "Transfer-Encoding: chunked",
                  "",
                  "b",
                  "data: one\n\n",
                  "");
              awaitLatch(read);
              say(socket, "b", "data: two\n\n", "0", "", "");
            });
        Gateways gateway = Gateways.to(server).open();
        Socket client = gateway.connect()) {
      say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");

      assertThat(until(client.getInputStream(), "data: one\n\n\r\n")).contains("text/event-stream");
      read.countDown();
      assertThat(until(client.getInputStream(), "0\r\n\r\n"))
          .isEqualTo("b\r\ndata: two\n\n\r\n0\r\n\r\n");
    }
  }

  private static void awaitLatch(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void connectionsAreUsedAgainOnBothSides() throws IOException {
    try (RawServer server = RawServer.answering(heard, OK);
        Gateways gateway = Gateways.to(server).open();
        Socket client = gateway.connect()) {
      for (int i = 0; i < 3; i++) {
        say(client, "GET /up/" + i + " HTTP/1.1", "Host: x", "", "");
        assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");
      }

      assertThat(server.connections).hasValue(1);
      assertThat(heard)
          .extracting(head -> head.lines().findFirst())
          .containsExactly(
              Optional.of("GET /0 HTTP/1.1"),
              Optional.of("GET /1 HTTP/1.1"),
              Optional.of("GET /2 HTTP/1.1"));
    }
  }

  @Test
  void requestsThatCameAtOnceAreAnsweredInTheirOrder() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              InputStream in = socket.getInputStream();
              for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String path = head.split(" ")[1];
                say(socket, "HTTP/1.1 200 OK", "Content-Length: " + path.length(), "", path);
              }
            });
        Gateways gateway = Gateways.to(server).open()) {
      String answers =
          gateway.say(
              "GET /up/a HTTP/1.1",
              "Host: x",
              "",
              "POST /up/b HTTP/1.1",
              "Host: x",
              "Content-Length: 0",
              "",
              "GET /up/c HTTP/1.1",
              "Host: x",
              "Connection: close",
              "",
              "");

      assertThat(answers).containsSubsequence("\r\n/a", "\r\n/b", "\r\n/c");
    }
  }

  @Test
  void answersWithoutContentHaveNone() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              InputStream in = socket.getInputStream();
              for (String head = head(in); !head.isEmpty(); head = head(in)) {
                if (head.startsWith("HEAD")) {
                  say(socket, "HTTP/1.1 200 OK", "Content-Length: 999", "", "");
                } else if (head.startsWith("GET /304")) {
                  say(socket, "HTTP/1.1 304 Not Modified", "ETag: \"a\"", "", "");
                } else {
                  say(socket, "HTTP/1.1 204 No Content", "X: 1", "", "");
                }
              }
            });
        Gateways gateway = Gateways.to(server).open()) {
      String answers =
          gateway.say(
              "HEAD /up/ HTTP/1.1",
              "Host: x",
              "",
              "GET /up/304 HTTP/1.1",
              "Host: x",
              "",
              "GET /up/ HTTP/1.1",
              "Host: x",
              "Connection: close",
              "",
              "");

      assertThat(answers)
          .isEqualTo(
              lines(
                  "HTTP/1.1 200 OK",
                  "Content-Length: 999",
                  "",
                  "HTTP/1.1 304 Not Modified",
                  "ETag: \"a\"",
                  "",
                  "HTTP/1.1 204 No Content",
                  "X: 1",
                  "connection: close",
                  "",
                  ""));
    }
  }

  @Test
  void aBodyWaitsForTheUpstreamsConsent() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              InputStream in = socket.getInputStream();
              heard.add(head(in));
              say(socket, "HTTP/1.1 100 Continue", "", "");
              heard.add(text(in.readNBytes(4)));
              say(socket, OK);
            });
        Gateways gateway = Gateways.to(server).open();
        Socket client = gateway.connect()) {
      say(
          client,
          "POST /up/x HTTP/1.1",
          "Host: x",
          "Expect: 100-continue",
          "Content-Length: 4",
          "",
          "");
      assertThat(head(client.getInputStream())).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      say(client, "body");

      assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");
      assertThat(heard.getFirst()).contains("Expect: 100-continue");
      assertThat(heard.get(1)).isEqualTo("body");
    }
  }

  @Test
  void aClientThatGoesEndsTheUpstreamsWork() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              asked.countDown();
              if (socket.getInputStream().read() < 0) {
                ended.countDown();
              }
            });
        Gateways gateway = Gateways.to(server).open()) {
      try (Socket client = gateway.connect()) {
        say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");
        asked.await();
      }

      ended.await();
      Gateways.await(
          () -> gateway.metrics.text().contains("clients_gone_total{upstream=\"up\"} 1"));
    }
  }

  @Test
  void anAnswerThatBreaksIsNotTakenForAWholeOne() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(socket, "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "2", "ok", "");
              socket.setSoLinger(true, 0);
            });
        Gateways gateway = Gateways.to(server).open()) {
      String seen = "";
      try {
        seen = gateway.say("GET /up/ HTTP/1.1", "Host: x", "", "");
      } catch (IOException reset) {
        assertThat(reset).hasMessageContaining("reset");
      }
      assertThat(seen).doesNotContain("\r\n0\r\n");
      Gateways.await(
          () -> gateway.metrics.text().contains("upstream_failures_total{upstream=\"up\"} 1"));
    }
  }

  @Test
  void anUpstreamThatSaysNothingUsefulIsToldInTheDialectsForm() throws IOException {
    try (RawServer server = new RawServer(socket -> head(socket.getInputStream()));
        Gateways gateway = Gateways.to(server).open()) {
      assertThat(post(gateway, "/up/v1/messages"))
          .startsWith("HTTP/1.1 502 ")
          .contains(
              "{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Candor gateway:");
      assertThat(post(gateway, "/up/v1/chat/completions"))
          .contains("{\"error\":{\"message\":\"Candor gateway:");
      assertThat(post(gateway, "/up/v1/responses")).contains("\"type\":\"server_error\"");
      assertThat(post(gateway, "/up/v1beta/models/m:generateContent"))
          .contains("{\"error\":{\"code\":502,\"message\":\"Candor gateway:")
          .contains("\"status\":\"UNAVAILABLE\"");
      assertThat(post(gateway, "/up/other")).endsWith("it closed the connection.\n");
    }
  }

  private static String post(Gateways gateway, String path) throws IOException {
    return gateway.say(
        "POST " + path + " HTTP/1.1",
        "Host: x",
        "Content-Length: 2",
        "Connection: close",
        "",
        "{}");
  }

  @Test
  void noConnectionIsABadGateway() throws IOException {
    int closed;
    try (RawServer server = new RawServer(socket -> {})) {
      closed = server.port();
    }
    try (Gateways gateway =
        new Gateways.Setup().upstream("up", "http://127.0.0.1:" + closed).open()) {
      assertThat(post(gateway, "/up/x"))
          .startsWith("HTTP/1.1 502 Bad Gateway")
          .contains("it takes no connection");
    }
  }

  @Test
  void anUpstreamMustShowACertificateForItsName() throws Exception {
    Authority authority = Authority.create();
    try (RawServer right = new RawServer(tls(authority, "127.0.0.1"), ProxyTest::answerOnce);
        RawServer wrong = new RawServer(tls(authority, "other.test"), ProxyTest::answerOnce)) {
      Gateways.Setup trusting =
          new Gateways.Setup()
              .upstream("right", "https://127.0.0.1:" + right.port())
              .upstream("wrong", "https://127.0.0.1:" + wrong.port());
      trusting.trusted = List.of(authority.certificate());
      try (Gateways gateway = trusting.open()) {
        assertThat(post(gateway, "/right/x")).startsWith("HTTP/1.1 200");
        assertThat(post(gateway, "/wrong/x")).startsWith("HTTP/1.1 502").contains("certificate");
      }
      try (Gateways gateway =
          new Gateways.Setup().upstream("right", "https://127.0.0.1:" + right.port()).open()) {
        assertThat(post(gateway, "/right/x")).startsWith("HTTP/1.1 502").contains("certificate");
      }
    }
  }

  private static void answerOnce(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    in.readNBytes(RawServer.length(head(in)));
    say(socket, OK);
  }

  private static ServerSocketFactory tls(Authority authority, String name)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] keys = {authority.keyManager(name)};
    context.init(keys, new TrustManager[0], null);
    return context.getServerSocketFactory();
  }

  @Test
  void aHostCanChooseTheUpstream() throws IOException {
    try (RawServer server = RawServer.answering(heard, OK);
        Gateways gateway =
            new Gateways.Setup().upstream("api.example.test", server.url() + "/base/").open()) {
      gateway.say(
          "GET /v1/models HTTP/1.1", "Host: API.example.test:99", "Connection: close", "", "");

      assertThat(heard.getFirst()).startsWith("GET /base/v1/models HTTP/1.1\r\n");
    }
  }

  @Test
  void withoutTheTokenNothingGoesOn() throws IOException {
    Gateways.Setup setup;
    try (RawServer server = RawServer.answering(heard, OK)) {
      setup = Gateways.to(server);
      setup.token = Optional.of("s3cret");
      try (Gateways gateway = setup.open()) {
        assertThat(gateway.say("GET /up/ HTTP/1.1", "Host: x", "", ""))
            .startsWith("HTTP/1.1 407 ")
            .contains("proxy-authenticate: Bearer");
        assertThat(
                gateway.say(
                    "GET /up/ HTTP/1.1", "Host: x", "Proxy-Authorization: Bearer s3cre", "", ""))
            .startsWith("HTTP/1.1 407 ");
        assertThat(
                gateway.say(
                    "GET /up/ HTTP/1.1",
                    "Host: x",
                    "Proxy-Authorization: bearer s3cret",
                    "Connection: close",
                    "",
                    ""))
            .startsWith("HTTP/1.1 200 ");
      }
    }
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst()).doesNotContain("s3cret");
  }
}
