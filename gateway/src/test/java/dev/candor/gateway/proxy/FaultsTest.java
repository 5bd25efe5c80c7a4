package dev.candor.gateway.proxy;

import static dev.candor.gateway.proxy.RawServer.head;
import static dev.candor.gateway.proxy.RawServer.say;
import static dev.candor.gateway.proxy.RawServer.text;
import static dev.candor.gateway.proxy.RawServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.gateway.Mode;
import dev.candor.gateway.Ruling.Decision;
import dev.candor.gateway.proxy.Gateways.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int PIECE = 1 << 16;

  /** More than the sockets of both sides and the gateway itself ever hold. */
  private static final long FLOOD = 512L << 20;

  private static Gateways.Setup to(RawServer server, int head, long body, Duration patience) {
    Gateways.Setup setup = Gateways.to(server);
    setup.limits = Gateways.limits(head, body, 1 << 16, patience);
    return setup;
  }

  @Test
  void aClientThatDoesNotReadHoldsTheUpstreamBack() throws Exception {
    AtomicLong sent = new AtomicLong();
    CountDownLatch broken = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(socket, "HTTP/1.1 200 OK", "Content-Length: " + FLOOD, "", "");
              flood(socket, sent, broken);
            });
        Gateways gateway = Gateways.to(server).open()) {
      try (Socket client = gateway.connect()) {
        say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");
        stands(sent);
        assertThat(sent.get()).isLessThan(FLOOD / 4);
      }
      broken.await(); // and a client that goes then is noticed
    }
  }

  @Test
  void anUpstreamThatDoesNotReadHoldsTheClientBack() throws Exception {
    AtomicLong sent = new AtomicLong();
    CountDownLatch over = new CountDownLatch(1);
    try (RawServer server = new RawServer(socket -> await(over));
        Gateways gateway = Gateways.to(server).open();
        Socket client = gateway.connect()) {
      say(client, "POST /up/x HTTP/1.1", "Host: x", "Content-Length: " + FLOOD, "", "");
      Thread.ofVirtual().start(() -> flood(client, sent, new CountDownLatch(1)));
      stands(sent);

      assertThat(sent.get()).isLessThan(FLOOD / 4);
      over.countDown();
    }
  }

  private static void flood(Socket socket, AtomicLong sent, CountDownLatch broken) {
    try {
      OutputStream out = socket.getOutputStream();
      while (sent.get() < FLOOD) {
        out.write(new byte[PIECE]);
        sent.addAndGet(PIECE);
      }
    } catch (IOException e) {
      broken.countDown();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Returns when there was some, and no more for a while. */
  private static void stands(AtomicLong sent) {
    long before = -1;
    while (sent.get() == 0 || sent.get() != before) {
      before = sent.get();
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  @Test
  void aBodyOfAGibibyteFlowsThroughALittleMemory() throws Exception {
    long size = 1L << 30;
    AtomicLong got = new AtomicLong();
    try (RawServer server =
            new RawServer(socket -> {
              InputStream in = socket.getInputStream();
              head(in);
              byte[] buffer = new byte[PIECE];
              while (got.get() < size) {
                got.addAndGet(in.read(buffer));
              }
              say(socket, OK);
            });
        Gateways gateway = Gateways.to(server).open();
        Socket client = gateway.connect()) {
      say(client, "POST /up/v1/messages HTTP/1.1", "Host: x", "Content-Length: " + size, "", "");
      OutputStream out = client.getOutputStream();
      for (long sent = 0; sent < size; sent += PIECE) {
        out.write(new byte[PIECE]);
      }

      assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");
      assertThat(gateway.metrics.text()).contains("bodies_unread_total{upstream=\"up\"");
      Gateways.await(() -> gateway.proxy.budgetLeft() == 256L << 20);
    }
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() throws IOException {
    try (RawServer server = new RawServer(socket -> socket.getInputStream().readAllBytes());
        Gateways gateway = to(server, 4096, 1000, LONG).open()) {
      assertThat(
              gateway.say(
                  "POST /up/v1/messages HTTP/1.1", "Host: x", "Content-Length: 1001", "", ""))
          .startsWith("HTTP/1.1 413 ")
          .contains("\"type\":\"request_too_large\"");
      assertThat(
              gateway.say(
                  "POST /up/x HTTP/1.1",
                  "Host: x",
                  "Transfer-Encoding: chunked",
                  "",
                  "3e9",
                  "a".repeat(1001),
                  ""))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void whatWouldBeChangedButIsTooLargeToReadIsRefused() throws IOException {
    try (RawServer server = new RawServer(socket -> socket.getInputStream().readAllBytes())) {
      Gateways.Setup setup = to(server, 4096, 1 << 20, LONG);
      setup.ruling = facts -> new Decision.Pass(Mode.CANONICALISE);
      try (Gateways gateway = setup.open()) {
        assertThat(
                gateway.say(
                    "POST /up/v1/messages HTTP/1.1", "Host: x", "Content-Length: 65537", "", ""))
            .startsWith("HTTP/1.1 413 ")
            .contains("are not passed on uninspected");
        assertThat(
                gateway.say(
                    "POST /up/v1/messages HTTP/1.1",
                    "Host: x",
                    "Transfer-Encoding: chunked",
                    "",
                    "10001",
                    "a".repeat(65537),
                    ""))
            .startsWith("HTTP/1.1 413 ");
        Gateways.await(() -> gateway.proxy.budgetLeft() == 1 << 20);
      }
    }
  }

  @Test
  void whoSaysNothingIsNotWaitedFor() throws IOException {
    try (RawServer server = new RawServer(socket -> socket.getInputStream().readAllBytes());
        Gateways gateway = to(server, 4096, 1000, SHORT).open()) {
      assertThat(gateway.say("")).startsWith("HTTP/1.1 408 ");
      assertThat(gateway.say("GET /up/ HTTP/1.1", "Host: ")).startsWith("HTTP/1.1 408 ");
      assertThat(gateway.say("POST /up/ HTTP/1.1", "Host: x", "Content-Length: 2", "", "a"))
          .startsWith("HTTP/1.1 408 ");
      assertThat(gateway.say("GET /up/ HTTP/1.1", "Host: x", "", "")).startsWith("HTTP/1.1 504 ");
    }
  }

  @Test
  void anUpstreamThatStopsInMidStreamIsShown() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(socket, "HTTP/1.1 200 OK", "Content-Length: 5", "", "ok");
              socket.getInputStream().readAllBytes();
            });
        Gateways gateway = to(server, 4096, 1000, SHORT).open();
        Socket client = gateway.connect()) {
      say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");
      assertThat(until(client.getInputStream(), "ok")).endsWith("ok");
      int end;
      try {
        end = client.getInputStream().read();
      } catch (SocketException reset) {
        end = -1;
      }
      assertThat(end).isNegative();
    }
  }

  @Test
  void anEarlyAnswerReachesAClientThatStillSends() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(socket, "HTTP/1.1 401 Unauthorized", "Content-Length: 2", "", "no");
              socket.getInputStream().readAllBytes();
            });
        Gateways gateway = Gateways.to(server).open();
        Socket client = gateway.connect()) {
      say(client, "POST /up/x HTTP/1.1", "Host: x", "Content-Length: 9000000", "", "abc");

      assertThat(text(client.getInputStream().readAllBytes()))
          .startsWith("HTTP/1.1 401 Unauthorized")
          .contains("connection: close")
          .endsWith("no");
    }
  }

  @Test
  void anAnswerThatOnlyItsEndEndsIsWhole() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(socket, "HTTP/1.0 200 OK", "", "all of it");
            });
        Gateways gateway = Gateways.to(server).open()) {
      assertThat(gateway.say("GET /up/ HTTP/1.1", "Host: x", "Connection: close", "", ""))
          .endsWith("\r\n9\r\nall of it\r\n0\r\n\r\n");
      assertThat(gateway.say("GET /up/ HTTP/1.0", "", ""))
          .doesNotContain("chunked")
          .endsWith("\r\n\r\nall of it");
    }
  }

  @Test
  void whatWasBegunIsFinishedBeforeTheEnd() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch draining = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              asked.countDown();
              await(draining);
              say(socket, OK);
            });
        Gateways gateway = Gateways.to(server).open();
        Socket idle = gateway.connect();
        Socket client = gateway.connect()) {
      say(client, "GET /up/ HTTP/1.1", "Host: x", "", "");
      asked.await();
      Thread drain = Thread.ofVirtual().start(() -> gateway.proxy.drain(LONG));
      assertThat(idle.getInputStream().read()).isNegative();
      draining.countDown();

      assertThat(text(client.getInputStream().readAllBytes()))
          .contains("connection: close")
          .endsWith("ok");
      drain.join();
    }
  }

  @Test
  void aChangedBodyHasItsOwnLength() throws IOException {
    Reading reading = new Reading();
    reading.outcome =
        new dev.candor.gateway.Inspector.Outcome.Changed(
            "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), true);
    java.util.List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (RawServer server = RawServer.answering(heard, OK)) {
      Gateways.Setup setup = Gateways.to(server);
      setup.inspector = reading;
      setup.ruling = facts -> new Decision.Pass(Mode.CANONICALISE);
      try (Gateways gateway = setup.open();
          Socket client = gateway.connect()) {
        say(
            client,
            "POST /up/v1/messages HTTP/1.1",
            "Host: x",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Content-length: 9",
            "X: y",
            "",
            "");
        assertThat(head(client.getInputStream())).startsWith("HTTP/1.1 100 Continue");
        say(client, "{\"a\": 1} ");
        assertThat(until(client.getInputStream(), "ok")).startsWith("HTTP/1.1 200 OK");
        assertThat(heard)
            .containsExactly(
                RawServer.lines(
                    "POST /v1/messages HTTP/1.1",
                    "Host: 127.0.0.1:" + server.port(),
                    "Content-length: 2",
                    "X: y",
                    "",
                    "{}"));
      }
    }
  }
}
