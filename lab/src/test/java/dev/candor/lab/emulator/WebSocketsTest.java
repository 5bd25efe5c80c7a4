package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.lines;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.wire.Exchange;
import dev.candor.wire.har.Har;
import dev.candor.wire.har.HarReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketsTest {
  private static final int TEXT = 0x81;
  private static final int BINARY_BEGINS = 0x02;
  private static final int GOES_ON = 0x00;
  private static final int ENDS = 0x80;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int PONG = 0x8a;

  /** The key and its answer are those of RFC 6455, 1.3. */
  private static final String UPGRADE =
      lines(
          "GET /chat?a=b HTTP/1.1",
          "Host: server.example.test",
          "Upgrade: websocket",
          "Connection: keep-alive, Upgrade",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "Sec-WebSocket-Protocol: chat, superchat",
          "Sec-WebSocket-Extensions: permessage-deflate",
          "Sec-WebSocket-Version: 13",
          "",
          "");

  private static final String ACCEPTED =
      lines(
          "HTTP/1.1 101 Switching Protocols",
          "upgrade: websocket",
          "connection: upgrade",
          "sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
          "sec-websocket-protocol: chat",
          "",
          "");

  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void acceptsAsTheStandardSays() throws IOException {
    try (Socket socket = loopback.connect()) {
      assertThat(upgrade(socket, "")).isEqualTo(ACCEPTED);
    }
    Exchange upgrade = loopback.exchanges(1).getFirst();
    assertThat(upgrade.request().line()).isEqualTo("GET /chat");
    assertThat(upgrade.response().orElseThrow().status()).isEqualTo(101);
    assertThat(upgrade.answered()).isEqualTo("websocket");
  }

  @Test
  void writesDownEachMessageThoughItCameWithTheQuestion() throws IOException {
    String messages =
        frame(TEXT, "hello \u00e2\u0080\u0099")
            + frame(BINARY_BEGINS, "\u0000\u00ff")
            + frame(PING, "are you there")
            + frame(GOES_ON, "and ")
            + frame(ENDS, "more")
            + frame(PONG, "");
    try (Socket socket = loopback.connect()) {
      upgrade(socket, messages);
      assertThat(text(socket.getInputStream().readNBytes(15))).isEqualTo("\u008a\rare you there");
    }

    List<Exchange> exchanges = loopback.exchanges(4);
    assertThat(exchanges)
        .extracting(e -> e.request().method(), e -> text(e.request().body().bytes()))
        .containsExactly(
            tuple("GET", ""),
            tuple("WEBSOCKET-TEXT", "hello \u00e2\u0080\u0099"),
            tuple("WEBSOCKET-PING", "are you there"),
            tuple("WEBSOCKET-BINARY", "\u0000\u00ffand more"));
    assertThat(exchanges)
        .allMatch(e -> e.request().target().equals("/chat?a=b"))
        .allMatch(e -> e.host().equals("server.example.test"))
        .allMatch(e -> e.connection().id() == 1);
  }

  @Test
  void closesAsItIsAskedTo() throws IOException {
    try (Socket socket = loopback.connect()) {
      upgrade(socket, frame(CLOSE, "\u0003\u00e9going"));
      assertThat(text(socket.getInputStream().readAllBytes()))
          .isEqualTo("\u0088\u0002\u0003\u00e9");
    }
    assertThat(loopback.exchanges(2).getLast().request())
        .extracting(r -> r.method(), r -> text(r.body().bytes()))
        .containsExactly("WEBSOCKET-CLOSE", "\u0003\u00e9going");
  }

  @Test
  void keepsWhatCameOfAMessageWithoutEnd() throws IOException {
    try (Socket socket = loopback.connect()) {
      upgrade(socket, frame(BINARY_BEGINS, "begin"));
    }
    Exchange last = loopback.exchanges(2).getLast();
    assertThat(text(last.request().body().bytes())).isEqualTo("begin");
    assertThat(last.answered()).isEqualTo("incomplete");
  }

  @Test
  void tellsWhatIsNoFrame() throws IOException {
    try (Socket socket = loopback.connect()) {
      upgrade(socket, "\u00ff\u00ff\u00ff");
      byte[] close = socket.getInputStream().readAllBytes();
      assertThat(close[0]).isEqualTo((byte) CLOSE);
      assertThat(Arrays.copyOfRange(close, 2, 4)).containsExactly(0x03, 0xea); // 1002
    }
    assertThat(loopback.failures(1).getFirst().what()).startsWith("it cannot be read: ");
  }

  @Test
  void tellsWhoWouldAskAModelToUseHttp() throws IOException {
    String answer =
        loopback.say(
            UPGRADE.replace("/chat", "/count").strip(),
            "",
            "GET /count HTTP/1.1",
            "Connection: close",
            "",
            "");

    assertThat(answer)
        .startsWith(
            lines(
                "HTTP/1.1 426 Upgrade Required",
                "upgrade: HTTP/1.1",
                "connection: upgrade",
                "content-length: 0",
                "",
                "HTTP/1.1 200 OK"));
    assertThat(loopback.exchanges(2))
        .extracting(Exchange::answered)
        .containsExactly("websocket", "counting");
  }

  @Test
  void hasFewAtATime() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 16; i++) {
        Socket socket = loopback.connect();
        open.add(socket);
        assertThat(upgrade(socket, "")).startsWith("HTTP/1.1 101 ");
      }
      Socket more = loopback.connect();
      open.add(more);
      assertThat(upgrade(more, "")).startsWith("HTTP/1.1 426 ");
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    Loopback.await(() -> {
      try (Socket socket = loopback.connect()) {
        return upgrade(socket, "").startsWith("HTTP/1.1 101 ");
      } catch (IOException e) {
        return false;
      }
    });
  }

  @Test
  void anOrdinaryClientSpeaksToItInTls() throws Exception {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedStage(null);
          }
        };
    try (HttpClient client = HttpClient.newBuilder().sslContext(loopback.trusting()).build()) {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("wss://127.0.0.1:" + loopback.address.getPort() + "/live"), listener)
              .get();
      socket.sendText("x".repeat(100_000), true).get();
      socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), false).get();
      socket.sendBinary(ByteBuffer.wrap(new byte[] {3}), true).get();
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").get();
      assertThat(closed.get()).isEqualTo(1000);
    }

    assertThat(loopback.exchanges(4))
        .extracting(e -> e.request().method(), e -> e.request().body().length())
        .containsExactly(
            tuple("GET", 0L),
            tuple("WEBSOCKET-TEXT", 100_000L),
            tuple("WEBSOCKET-BINARY", 3L),
            tuple("WEBSOCKET-CLOSE", 6L));
  }

  @Test
  void anArchiveHoldsMessagesAsTheyWere() throws IOException {
    try (Socket socket = loopback.connect()) {
      upgrade(socket, frame(TEXT, "text") + frame(BINARY_BEGINS | ENDS, "\u0000\u00ff\u0080"));
    }
    List<Exchange> exchanges = loopback.exchanges(3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Har har = new Har(out, "0.1", Map.of())) {
      exchanges.forEach(har::add);
    }
    List<Exchange> read = new ArrayList<>();
    HarReader.read("archive", new ByteArrayInputStream(out.toByteArray()), read::add);

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(java.time.Duration.class)
        .isEqualTo(exchanges);
  }

  /** Gives what is answered up to an empty line. */
  private static String upgrade(Socket socket, String behind) throws IOException {
    socket.getOutputStream().write(bytes(UPGRADE + behind));
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** As a client sends it (RFC 6455, 5.2), with a mask, for less than 126 bytes. */
  private static String frame(int first, String content) {
    String mask = "\u0001\u0002\u0003\u0004";
    StringBuilder frame =
        new StringBuilder().append((char) first).append((char) (0x80 | content.length()));
    frame.append(mask);
    for (int i = 0; i < content.length(); i++) {
      frame.append((char) (content.charAt(i) ^ mask.charAt(i % 4)));
    }
    return frame.toString();
  }
}
