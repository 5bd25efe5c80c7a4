package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.emulator.Frames.Frame;
import dev.candor.wire.Exchange;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of HTTP/2 that hang, go away, or attack. */
class Http2HardClientsTest {
  private static final String[] POST = {
    ":method", "POST", ":path", "/count?a=b", ":authority", "api.example.test", ":scheme", "http"
  };

  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void writesDownWhatCameOfAStreamThatIsResetOrNeverEnds() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, false, POST)
            .headers(3, false, POST)
            .data(1, false, "begin")
            .data(3, false, "also")
            .frame(Frames.RESET, 0, 1, new byte[] {0, 0, 0, 8});
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(frames.bytes());
      loopback.exchanges(1);
    }

    List<Exchange> exchanges = loopback.exchanges(2);
    assertThat(exchanges)
        .extracting(e -> text(e.request().body().bytes()))
        .containsExactly("begin", "also");
    assertThat(exchanges).extracting(Exchange::response).allMatch(java.util.Optional::isEmpty);
    assertThat(exchanges).extracting(Exchange::answered).containsOnly("incomplete");
  }

  @Test
  void writesDownWhatAHungClientHasSaidWhenTheTrialEnds() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, false, POST)
            .data(1, false, "half")
            .headers(3, true, ":method", "GET", ":path", "/");
    try (Socket socket = loopback.connect();
        Socket encrypted =
            loopback.encrypt(loopback.trusting(), loopback.connect(), "api.example.test", "h2")) {
      socket.getOutputStream().write(frames.bytes());
      encrypted.getOutputStream().write(frames.bytes());
      loopback.exchanges(2);
      loopback.listening.close();
    }
    assertThat(loopback.recording.exchanges())
        .filteredOn(e -> e.answered().equals("incomplete"))
        .extracting(e -> text(e.request().body().bytes()))
        .containsExactly("half", "half");
  }

  @Test
  void losesNothingThatWasSaidLastByMany() throws IOException {
    int clients = 60;
    Frames frames = Frames.opening().headers(1, false, POST).data(1, false, "half");
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        Socket socket = loopback.connect();
        sockets.add(socket);
        socket.getOutputStream().write(frames.bytes());
      }
      loopback.listening.close();
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    assertThat(loopback.recording.exchanges()).hasSize(clients);
  }

  @Test
  void oneWrongStreamEndsNoOther() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, false, POST)
            .headers(3, false, ":method", "POST", ":path", "/count", "content-length", "1")
            .data(3, true, "more than one")
            .data(1, true, "abc");
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(frames.bytes());
      Frame answer = Frames.next(socket.getInputStream(), Frames.DATA);
      assertThat(text(answer.payload())).isIn("3", "13");
    }
    assertThat(loopback.exchanges(2))
        .extracting(e -> e.request().path())
        .containsExactly("/count", "/count");
  }

  @Test
  void endsConnectionsThatFlood() throws IOException {
    Frames resets = Frames.opening();
    for (int i = 0; i < 5_000; i++) {
      resets.headers(2 * i + 1, false, POST).frame(Frames.RESET, 0, 2 * i + 1, new byte[4]);
    }
    Frames pieces = Frames.opening().frame(Frames.HEADERS, 0, 1, Frames.literals(POST));
    for (int i = 0; i < 5_000; i++) {
      pieces.frame(Frames.CONTINUATION, 0, 1, new byte[0]);
    }
    Frames large = Frames.opening().frame(Frames.HEADERS, 0, 1, Frames.literals(POST));
    for (int i = 0; i < 100; i++) {
      large.frame(Frames.CONTINUATION, 0, 1, Frames.literals("x", "y".repeat(10_000)));
    }
    for (Frames flood : List.of(resets, pieces, large)) {
      int before = loopback.recording.failures().size();
      try (Socket socket = loopback.connect()) {
        Thread.ofPlatform().start(() -> write(socket, flood.bytes()));
        assertThat(Frames.next(socket.getInputStream(), Frames.GO_AWAY).stream()).isZero();
        loopback.failures(before + 1);
      }
    }
    assertThat(loopback.recording.failures())
        .allMatch(failure -> failure.what().startsWith("it cannot be read: "));
  }

  @Test
  void tellsARequestWithSomewhatTooManyHeadersAndAnswersOthers() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, true, ":method", "GET", ":path", "/before")
            .frame(Frames.HEADERS, Frames.END_STREAM, 3, Frames.literals(POST));
    for (int i = 1; i <= 14; i++) {
      frames.frame(
          Frames.CONTINUATION,
          i == 14 ? Frames.END_HEADERS : 0,
          3,
          Frames.literals("x", "y".repeat(10_000)));
    }
    frames.headers(5, true, ":method", "GET", ":path", "/behind");
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(frames.bytes());
      loopback.exchanges(2);
    }

    assertThat(loopback.recording.exchanges())
        .extracting(e -> e.request().path())
        .containsExactly("/before", "/behind");
    assertThat(loopback.failures(1).getFirst().what())
        .isEqualTo("a request had more than 131072 bytes of headers");
    assertThat(loopback.recording.leftOut()).isEqualTo(1);
  }

  @Test
  void tellsAClientThatOnlyBegan() throws IOException {
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(bytes("PRI * HT"));
    }
    assertThat(loopback.failures(1).getFirst().what())
        .isEqualTo("no request came; it began with \"PRI * HT\"");
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // the other end has had enough
    }
  }
}
