package dev.candor.gateway.proxy;

import static dev.candor.gateway.proxy.RawServer.bytes;
import static dev.candor.gateway.proxy.RawServer.head;
import static dev.candor.gateway.proxy.RawServer.lines;
import static dev.candor.gateway.proxy.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.gateway.Mode;
import dev.candor.gateway.Ruling.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTest {
  /** The example of RFC 6455, 1.3. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static final long BUDGET = 256L << 20;
  private static final int TEXT = 1;
  private static final int PING = 9;
  private static final int FINAL = 0x80;
  private static final int DEFLATED = 0x40;
  private static final String ASK = "{\"input\":\"Today\u02bcs date\"}";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<byte[]> said = new CopyOnWriteArrayList<>();
  private final Gateways.Reading reading = new Gateways.Reading();

  private static String[] asking(String path, String... more) {
    List<String> fields =
        List.of(
            "GET /up" + path + " HTTP/1.1",
            "Host: x",
            "uPgrade: websocket",
            "Connection: keep-alive, Upgrade",
            "Sec-WebSocket-Key: " + KEY,
            "Sec-WebSocket-Version: 13",
            "Authorization: Bearer sk");
    return Stream.of(fields, List.of(more), List.of("", ""))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  private static String[] granting(String... more) {
    return Stream.of(
            List.of(
                "HTTP/1.1 101 Switching Protocols",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Accept: " + ACCEPT),
            List.of(more),
            List.of("", ""))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  /** Grants, and writes down what comes until the client ends. */
  private RawServer listener(String... more) {
    return new RawServer(socket -> {
      heard.add(head(socket.getInputStream()));
      say(socket, granting(more));
      said.add(socket.getInputStream().readAllBytes());
    });
  }

  private Gateways open(RawServer server) {
    Gateways.Setup setup = Gateways.to(server);
    setup.inspector = reading;
    return setup.open();
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (payload.length < 126) {
      frame.write(0x80 | payload.length);
    } else {
      frame.write(0x80 | 126);
      frame.write(payload.length >> 8);
      frame.write(payload.length);
    }
    byte[] mask = {1, 2, 3, (byte) 0xfe};
    frame.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ mask[i % mask.length]);
    }
    return frame.toByteArray();
  }

  private static byte[] deflated(byte[] text) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(text);
      byte[] room = new byte[text.length + 100];
      int length = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH);
      return Arrays.copyOf(room, length - 4); // without 00 00 ff ff (RFC 7692, 7.2.1)
    }
  }

  @Test
  void bytesGoBothWaysAsTheyCome() throws IOException, InterruptedException {
    byte[] up = new byte[3_000_000];
    byte[] down = new byte[2_000_000];
    new Random(1).nextBytes(up);
    new Random(2).nextBytes(down);
    try (RawServer server =
            new RawServer(socket -> {
              heard.add(head(socket.getInputStream()));
              say(socket, granting("X-Model: m"));
              socket.getOutputStream().write(down); // at once, behind the head
              said.add(socket.getInputStream().readNBytes(up.length));
            });
        Gateways gateway = open(server);
        Socket client = gateway.connect()) {
      say(client, asking("/live"));
      InputStream in = client.getInputStream();

      assertThat(head(in))
          .isEqualTo(
              lines(
                  "HTTP/1.1 101 Switching Protocols",
                  "Sec-WebSocket-Accept: " + ACCEPT,
                  "X-Model: m",
                  "connection: upgrade",
                  "upgrade: websocket",
                  "",
                  ""));
      Thread writing =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  client.getOutputStream().write(up);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      assertThat(in.readNBytes(down.length)).isEqualTo(down);
      assertThat(in.read()).isEqualTo(-1); // the upstream has closed
      writing.join();
      assertThat(said.getFirst()).isEqualTo(up);
      assertThat(heard.getFirst())
          .isEqualTo(
              lines(
                  "GET /live HTTP/1.1",
                  "Host: 127.0.0.1:" + server.port(),
                  "Sec-WebSocket-Key: " + KEY,
                  "Sec-WebSocket-Version: 13",
                  "Authorization: Bearer sk",
                  "connection: upgrade",
                  "upgrade: websocket",
                  "",
                  ""));
      assertThat(gateway.metrics.text())
          .contains("candor_gateway_websockets_total{upstream=\"up\"} 1");
      Gateways.await(() -> gateway.log.toString().contains("\"end\":\"websocket\""));
      assertThat(gateway.metrics.text()).contains("candor_gateway_requests_open 0");
    }
  }

  @Test
  void textsOfAKnownApiAreReadInWhateverFramesTheyCome() throws IOException {
    byte[] text = ASK.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.writeBytes(frame(TEXT, Arrays.copyOf(text, 7)));
    frames.writeBytes(frame(FINAL | PING, bytes("still there?")));
    frames.writeBytes(frame(FINAL, Arrays.copyOfRange(text, 7, text.length)));
    frames.writeBytes(frame(FINAL | TEXT, text));
    frames.writeBytes(frame(FINAL | 2, bytes("no text")));
    try (RawServer server = listener();
        Gateways gateway = open(server)) {
      try (Socket client = gateway.connect()) {
        say(client, asking("/v1/responses"));
        head(client.getInputStream());
        for (byte b : frames.toByteArray()) {
          client.getOutputStream().write(b);
        }
        Gateways.await(() -> reading.observed.size() == 2);
      }
      Gateways.await(() -> !said.isEmpty());

      assertThat(said.getFirst()).isEqualTo(frames.toByteArray());
      assertThat(reading.observed).containsExactly(text, text);
      Gateways.await(() -> gateway.proxy.budgetLeft() == BUDGET);
    }
  }

  @Test
  void whatIsNoTextTakesNoRoomOnceItHasCome() throws IOException {
    byte[] ping = frame(FINAL | PING, bytes("still there?"));
    byte[] begun = frame(TEXT, bytes("begun"));
    byte[] data = frame(FINAL | 2, new byte[10_000]);
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(socket, granting());
              said.add(socket.getInputStream().readNBytes(data.length + 100 * ping.length));
              said.add(socket.getInputStream().readAllBytes());
            });
        Gateways gateway = open(server);
        Socket client = gateway.connect()) {
      say(client, asking("/v1/responses"));
      head(client.getInputStream());
      client.getOutputStream().write(data);
      for (int i = 0; i < 100; i++) {
        client.getOutputStream().write(ping);
      }

      Gateways.await(() -> said.size() == 1); // all of it went through, and the connection is open
      assertThat(gateway.proxy.budgetLeft()).isEqualTo(BUDGET);
      client.getOutputStream().write(begun);
      Gateways.await(() -> gateway.proxy.budgetLeft() == BUDGET - begun.length);
    }
  }

  @Test
  void deflatedTextsAreRead() throws IOException {
    byte[] text = ASK.repeat(50).getBytes(StandardCharsets.UTF_8);
    byte[] frame = frame(FINAL | DEFLATED | TEXT, deflated(text));
    try (RawServer server =
            listener("Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover");
        Gateways gateway = open(server);
        Socket client = gateway.connect()) {
      say(client, asking("/v1/responses", "Sec-WebSocket-Extensions: permessage-deflate"));
      head(client.getInputStream());
      client.getOutputStream().write(frame);
      client.getOutputStream().write(frame);

      Gateways.await(() -> reading.observed.size() == 2);
      assertThat(reading.observed).containsExactly(text, text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no frame", "bomb", "unknown extension", "too long"})
  void whatCannotBeReadGoesOnUnread(String how) throws IOException {
    byte[] sent =
        switch (how) {
          case "bomb" -> frame(FINAL | DEFLATED | TEXT, deflated(new byte[40 << 20]));
          case "too long" -> new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1};
          case "no frame" -> bytes("GET /up/admin HTTP/1.1\r\nHost: x\r\n\r\n");
          default -> frame(FINAL | DEFLATED | TEXT, bytes("?"));
        };
    String extension =
        "Sec-WebSocket-Extensions: "
            + (how.equals("unknown extension") ? "x-mine" : "permessage-deflate");
    try (RawServer server = listener(extension);
        Gateways gateway = open(server)) {
      try (Socket client = gateway.connect()) {
        say(client, asking("/v1/responses", extension));
        head(client.getInputStream());
        client.getOutputStream().write(sent);
        Gateways.await(
            () -> gateway.metrics.text().contains("candor_gateway_bodies_unread_total{"));
        client.getOutputStream().write(bytes("and more"));
      }
      Gateways.await(() -> !said.isEmpty());

      assertThat(new String(said.getFirst(), StandardCharsets.ISO_8859_1))
          .isEqualTo(new String(sent, StandardCharsets.ISO_8859_1) + "and more");
      assertThat(heard).hasSize(1);
      assertThat(reading.observed).isEmpty();
      Gateways.await(() -> gateway.proxy.budgetLeft() == BUDGET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Version: 8",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "Upgrade: h2c",
        "Content-Length: 0"
      })
  void whatIsNoHandshakeBeyondDoubtIsARequestLikeOthers(String more) throws IOException {
    try (RawServer server =
            RawServer.answering(heard, "HTTP/1.1 200 OK", "Content-Length: 2", "", "ok");
        Gateways gateway = open(server);
        Socket client = gateway.connect()) {
      say(client, asking("/live", more));

      assertThat(head(client.getInputStream())).startsWith("HTTP/1.1 200 OK");
      assertThat(heard.getFirst().toLowerCase(Locale.ROOT)).doesNotContain("upgrade:");
    }
  }

  @Test
  void whereTextsMayNotGoOnUnreadThereIsNoWebSocket() throws IOException {
    Gateways.Setup setup;
    try (RawServer server =
        RawServer.answering(heard, "HTTP/1.1 426 Upgrade Required", "Content-Length: 0", "", "")) {
      setup = Gateways.to(server);
      setup.ruling = facts -> new Decision.Pass(Mode.CANONICALISE);
      try (Gateways gateway = setup.open();
          Socket client = gateway.connect()) {
        say(client, asking("/v1/responses"));

        assertThat(head(client.getInputStream())).startsWith("HTTP/1.1 426");
        assertThat(heard.getFirst().toLowerCase(Locale.ROOT)).doesNotContain("upgrade:");
      }
    }
  }

  @Test
  void aFalseGrantIsNoAnswer() throws IOException {
    try (RawServer server =
            new RawServer(socket -> {
              head(socket.getInputStream());
              say(
                  socket,
                  "HTTP/1.1 101 Switching Protocols",
                  "Upgrade: websocket",
                  "Connection: Upgrade",
                  "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                  "",
                  "");
              socket.getInputStream().readAllBytes();
            });
        Gateways gateway = open(server);
        Socket client = gateway.connect()) {
      say(client, asking("/live"));

      assertThat(head(client.getInputStream())).startsWith("HTTP/1.1 502");
    }
  }

  /** Else it would reach the upstream as bytes that nobody has looked at. */
  @Test
  void aRequestHiddenBehindAHandshakeGoesNowhere() throws IOException {
    String hidden = lines("GET /up/admin HTTP/1.1", "Host: x", "", "");
    try (RawServer server = listener();
        Gateways gateway = open(server);
        Socket client = gateway.connect()) {
      client.getOutputStream().write(bytes(lines(asking("/live")) + hidden));

      assertThat(head(client.getInputStream())).startsWith("HTTP/1.1 101");
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      Gateways.await(() -> !said.isEmpty());
      assertThat(said.getFirst()).isEmpty();
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  void aClientThatGoesEndsTheUpstreamsSide() throws IOException {
    try (RawServer server = listener();
        Gateways gateway = open(server)) {
      try (Socket client = gateway.connect()) {
        say(client, asking("/live"));
        head(client.getInputStream());
      }

      Gateways.await(() -> !said.isEmpty()); // which it is when the connection has ended
      assertThat(gateway.metrics.text()).doesNotContain("upstream_failures");
    }
  }

  @Test
  void aWebSocketThatIsSilentForTooLongIsClosed() throws IOException {
    try (RawServer server = listener()) {
      Gateways.Setup setup = Gateways.to(server);
      setup.limits = Gateways.limits(4_096, 10_000, 10_000, Duration.ofMillis(200));
      try (Gateways gateway = setup.open();
          Socket client = gateway.connect()) {
        say(client, asking("/live"));
        head(client.getInputStream());

        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  /** Java's own client, and a server that echoes frames. */
  @Test
  void aClientOfSomebodyElseGetsItsEcho() {
    try (RawServer server =
            new RawServer(socket -> {
              String head = head(socket.getInputStream());
              String key =
                  head.lines()
                      .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                      .findFirst()
                      .orElseThrow()
                      .substring(19);
              say(
                  socket,
                  Arrays.stream(granting())
                      .map(line -> line.replace(ACCEPT, accepting(key)))
                      .toArray(String[]::new));
              InputStream in = socket.getInputStream();
              int length = in.readNBytes(2)[1] & 0x7f;
              byte[] mask = in.readNBytes(4);
              byte[] text = in.readNBytes(length);
              for (int i = 0; i < text.length; i++) {
                text[i] ^= mask[i % 4];
              }
              socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) text.length});
              socket.getOutputStream().write(text);
              in.readAllBytes();
            });
        Gateways gateway = open(server);
        HttpClient client = HttpClient.newHttpClient()) {
      CompletableFuture<String> echo = new CompletableFuture<>();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://127.0.0.1:%d/up/v1/responses".formatted(port(gateway))),
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        WebSocket from, CharSequence text, boolean last) {
                      echo.complete(text.toString());
                      return CompletableFuture.completedStage(null);
                    }
                  })
              .join();
      socket.sendText(ASK, true).join();

      assertThat(echo.join()).isEqualTo(ASK);
      assertThat(reading.observed).containsExactly(ASK.getBytes(StandardCharsets.UTF_8));
      socket.abort();
    }
  }

  @Test
  void aClientOfSomebodyElseSeesThatThereIsNone() {
    try (RawServer server =
            RawServer.answering(heard, "HTTP/1.1 404 Not Found", "Content-Length: 0", "", "");
        Gateways gateway = open(server);
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("ws://127.0.0.1:%d/up/live".formatted(port(gateway)));
      CompletableFuture<WebSocket> opening =
          client.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {});

      assertThatThrownBy(opening::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }

  private static int port(Gateways gateway) {
    return gateway.proxy.address().getPort();
  }

  private static String accepting(String key) {
    try {
      byte[] text = bytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"); // RFC 6455, 1.3
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
