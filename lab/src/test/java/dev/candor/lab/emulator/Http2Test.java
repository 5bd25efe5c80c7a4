package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.emulator.Frames.Frame;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Http2Test {
  private static final String[] POST = {
    ":method", "POST", ":path", "/count?a=b", ":authority", "api.example.test", ":scheme", "http"
  };

  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void writesDownHeadersInTheOrderInWhichTheyCame() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(
                1,
                true,
                ":path",
                "/a?b",
                ":scheme",
                "http",
                ":authority",
                "x.example.test:81",
                ":method",
                "GET",
                "x-b",
                "1",
                "cookie",
                "a=1",
                "x-a",
                "caf\u00e9",
                "x-b",
                "2",
                "cookie",
                "b=2");

    Request request = exchange(frames).request();

    assertThat(request.headers())
        .containsExactly(
            new Header("x-b", "1"),
            new Header("cookie", "a=1"),
            new Header("x-a", "caf\u00e9"),
            new Header("x-b", "2"),
            new Header("cookie", "b=2"));
    assertThat(request.line()).isEqualTo("GET /a");
    assertThat(request.target()).isEqualTo("/a?b");
    assertThat(request.authority()).isEqualTo("x.example.test:81");
    assertThat(request.protocol()).isEqualTo(Protocol.HTTP_2);
    assertThat(request.scheme()).isEqualTo("http");
  }

  @Test
  void keepsNamesThatNoStandardAllows() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, true, ":method", "GET", "X-Upper", "1", ":path", "/", "connection", "x");

    assertThat(exchange(frames).request().headers())
        .containsExactly(new Header("X-Upper", "1"), new Header("connection", "x"));
  }

  @Test
  void answersWithEventsAsFramesOfTheirOwn() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, false, ":method", "POST", ":path", "/count/events")
            .data(1, false, "ab")
            .data(1, true, "c");
    List<String> data = new ArrayList<>();
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(frames.bytes());
      Frame frame = Frames.next(socket.getInputStream(), Frames.DATA);
      while (!frame.ends()) {
        data.add(text(frame.payload()));
        frame = Frames.next(socket.getInputStream(), Frames.DATA);
      }
      data.add(text(frame.payload()));
    }

    assertThat(data).containsExactly("one\n\n", "two\n\n", "three\n\n");
    Exchange exchange = loopback.exchanges(1).getFirst();
    assertThat(text(exchange.request().body().bytes())).isEqualTo("abc");
    assertThat(text(exchange.response().orElseThrow().body().bytes()))
        .isEqualTo("one\n\ntwo\n\nthree\n\n");
    assertThat(exchange.response().flatMap(r -> r.header("content-type")))
        .contains("text/event-stream");
  }

  @Test
  void takesTrailersAsHeadersThatCameLast() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, false, POST)
            .data(1, false, "abc")
            .headers(1, true, "x-sum", "900150983cd24fb0d6963f7d28e17f72");

    assertThat(exchange(frames).request().headers())
        .containsExactly(new Header("x-sum", "900150983cd24fb0d6963f7d28e17f72"));
  }

  @Test
  void hearsManyStreamsAtOnce() throws IOException {
    int streams = 900;
    Frames frames = Frames.opening();
    for (int i = 0; i < streams; i++) {
      frames.headers(2 * i + 1, false, POST);
    }
    for (int i = 0; i < streams; i++) {
      frames.data(2 * i + 1, false, "number ");
    }
    for (int i = streams - 1; i >= 0; i--) {
      frames.data(2 * i + 1, true, Integer.toString(i));
    }
    try (Socket socket = loopback.connect()) {
      Thread.ofPlatform().start(() -> write(socket, frames.bytes()));
      for (int ended = 0; ended < streams; ) {
        if (Frames.read(socket.getInputStream()).ends()) {
          ended++;
        }
      }
    }

    assertThat(loopback.exchanges(streams))
        .extracting(e -> text(e.request().body().bytes()))
        .containsExactlyElementsOf(
            IntStream.range(0, streams).mapToObj(i -> "number " + (streams - 1 - i)).toList());
  }

  @Test
  void anOrdinaryClientGetsAllItsAnswers() throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(loopback.trusting())
            .version(HttpClient.Version.HTTP_2)
            .build()) {
      URI uri = URI.create("https://127.0.0.1:" + loopback.address.getPort() + "/count");
      // The first alone, so that the others have a connection to share.
      client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, 600)
              .mapToObj(i ->
                  HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("x".repeat(i))).build())
              .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        HttpResponse<String> answer = answers.get(i).get();
        assertThat(answer.body()).isEqualTo(Integer.toString(i));
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      }
    }
    List<Exchange> exchanges = loopback.exchanges(601);
    assertThat(exchanges).extracting(e -> e.connection().id()).containsOnly(1L);
    assertThat(exchanges.subList(1, 601))
        .extracting(e -> e.request().body().length())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 600).mapToObj(i -> (long) i).toList());
  }

  @Test
  void asksAClientToGoOnThatWaitsForIt() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(loopback.trusting()).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("https://127.0.0.1:" + loopback.address.getPort() + "/count"))
              .expectContinue(true)
              .POST(BodyPublishers.ofString("hello"))
              .build();

      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("5");
    }
  }

  @Test
  void headAndStatusesWithoutContentHaveNone() throws IOException {
    Frames frames =
        Frames.opening()
            .headers(1, true, ":method", "GET", ":path", "/", ":authority", "none.example.test")
            .headers(3, true, ":method", "HEAD", ":path", "/count");
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(frames.bytes());
      assertThat(Frames.next(socket.getInputStream(), Frames.HEADERS).ends()).isTrue();
      assertThat(Frames.next(socket.getInputStream(), Frames.HEADERS).ends()).isTrue();
    }
    assertThat(loopback.exchanges(2))
        .extracting(e -> e.response().map(Response::status).orElse(0))
        .containsExactly(204, 200);
  }

  private Exchange exchange(Frames frames) throws IOException {
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(frames.bytes());
      InputStream in = socket.getInputStream();
      while (!Frames.read(in).ends()) {
        // settings and acknowledgements
      }
    }
    return loopback.exchanges(1).getFirst();
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // the other end has had enough
    }
  }
}
