package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.lines;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that hang, go away, send much, or read nothing. */
class HardClientsTest {
  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void answersAClientThatHasSaidAll() throws IOException {
    try (Socket socket = loopback.connect()) {
      socket
          .getOutputStream()
          .write(bytes(lines("GET /count HTTP/1.1", "", "GET /count/events HTTP/1.1", "", "")));
      socket.shutdownOutput();
      assertThat(text(socket.getInputStream().readAllBytes()))
          .containsSubsequence("\r\n\r\n0HTTP/1.1 200 OK", "three\n\n\r\n0\r\n\r\n");
    }
  }

  @Test
  void writesDownWhatCameOfRequestsThatNeverEnd() throws IOException {
    List<String> begun =
        List.of(
            lines("POST /1 HTTP/1.1", "Content-Length: 9", "", "begin"),
            lines("POST /2 HTTP/1.1", "Transfer-Encoding: chunked", "", "5", "begin", "5", "ag"),
            lines("POST /3 HTTP/1.1", "X-A: 1", "X-B: 2", "X-C"));
    for (String half : begun) {
      try (Socket socket = loopback.connect()) {
        socket.getOutputStream().write(bytes(half));
      }
    }

    List<Exchange> exchanges = new ArrayList<>(loopback.exchanges(3));
    exchanges.sort((a, b) -> a.request().target().compareTo(b.request().target()));
    assertThat(exchanges)
        .extracting(e -> text(e.request().body().bytes()), Exchange::answered, Exchange::response)
        .containsExactly(
            tuple("begin", "incomplete", Optional.empty()),
            tuple("beginag", "incomplete", Optional.empty()),
            tuple("", "incomplete", Optional.empty()));
    assertThat(exchanges.getLast().request().headers()).contains(new Header("X-A", "1"));
  }

  @Test
  void writesDownWhatAHungClientHasSaidWhenTheTrialEnds() throws IOException {
    try (Socket hung = loopback.connect();
        Socket silent = loopback.connect()) {
      hung.getOutputStream()
          .write(bytes(lines("POST /hung HTTP/1.1", "Content-Length: 9", "", "half")));
      silent.getOutputStream().write(bytes("GET /sil"));
      loopback.say("GET / HTTP/1.1", "Connection: close", "", "");
      loopback.listening.close();
    }

    assertThat(loopback.recording.exchanges())
        .extracting(e -> e.request().target(), Exchange::answered)
        .containsExactly(tuple("/", "empty"), tuple("/hung", "incomplete"));
    assertThat(loopback.recording.failures())
        .extracting(Failure::what)
        .containsExactly("no request came; it began with \"GET /sil\"");
  }

  @Test
  void writesDownWhatWasSaidLastBeforeTheTrialEnded() throws IOException {
    int clients = 60;
    for (int i = 0; i < clients; i++) {
      try (Socket socket = loopback.connect()) {
        socket.getOutputStream().write(bytes(lines("GET /" + i + " HTTP/1.1", "", "")));
      }
    }
    loopback.listening.close();
    assertThat(loopback.recording.exchanges()).hasSize(clients);
  }

  @Test
  void takesAResetAsAnEnd() throws IOException {
    try (SocketChannel channel = SocketChannel.open(loopback.address)) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.write(
          ByteBuffer.wrap(bytes(lines("POST /reset HTTP/1.1", "Content-Length: 9", "", "half"))));
      Loopback.await(() -> loopback.recording.taken() > 0);
    }
    assertThat(loopback.exchanges(1).getFirst().answered()).isEqualTo("incomplete");
    assertThat(loopback.recording.failures()).isEmpty();
  }

  @Test
  void readsNoMoreFromWhoDoesNotReadAnswers() throws IOException {
    byte[] many = bytes(lines("GET /count HTTP/1.1", "", "").repeat(2_000));
    try (SocketChannel channel = SocketChannel.open(loopback.address)) {
      channel.configureBlocking(false);
      long sent = 0;
      int stuck = 0;
      while (stuck < 200 && sent < 400L << 20) {
        int now = channel.write(ByteBuffer.wrap(many));
        sent += now;
        stuck = now == 0 ? stuck + 1 : 0;
        if (now == 0) {
          java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
      }
      assertThat(sent).isLessThan(100L << 20);
    }
  }

  @Test
  void keepsFiftyMebibytes() throws IOException {
    byte[] body = new byte[50 << 20];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (i * 31 + (i >> 8));
    }
    try (Socket socket = loopback.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes(lines("POST /count HTTP/1.1", "Content-Length: " + body.length, "", "")));
      out.write(body);
      InputStream in = socket.getInputStream();
      assertThat(text(in.readNBytes(15))).isEqualTo("HTTP/1.1 200 OK");
    }
    Exchange exchange = loopback.exchanges(1).getFirst();
    assertThat(Arrays.equals(exchange.request().body().bytes(), body)).isTrue();
    assertThat(text(exchange.response().orElseThrow().body().bytes())).isEqualTo("52428800");
  }

  @Test
  void cutsBodiesAndThenLeavesOutRequestsForWhichThereIsNoRoom() throws IOException {
    Recording small = sent(new Recording(100, 10_000), 5);

    assertThat(small.exchanges())
        .extracting(e -> e.request().body().length(), e -> e.request().body().isCut())
        .containsExactly(tuple(6_000L, false), tuple(6_000L, true));
    assertThat(small.leftOut()).isEqualTo(3);
    assertThat(small.taken()).isBetween(9_000L, 10_000L);
  }

  @Test
  void keepsTheFirstExchangesAndCountsTheOthers() throws IOException {
    Recording few = sent(new Recording(2, 1 << 20), 5);

    assertThat(few.exchanges()).extracting(Exchange::number).containsExactly(1, 2);
    assertThat(few.leftOut()).isEqualTo(3);
    assertThat(few.taken()).isLessThan(15_000);
  }

  private static Recording sent(Recording recording, int requests) throws IOException {
    try (Loopback narrow = new Loopback(recording, Callers.NONE)) {
      for (int i = 0; i < requests; i++) {
        narrow.say(
            "POST /count HTTP/1.1",
            "Content-Length: 6000",
            "Connection: close",
            "",
            "x".repeat(6_000));
      }
    }
    return recording;
  }
}
