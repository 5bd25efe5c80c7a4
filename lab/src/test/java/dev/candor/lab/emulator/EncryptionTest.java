package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.lines;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncryptionTest {
  private static final String GET =
      lines("GET /a HTTP/1.1", "Host: api.example.test", "Connection: close", "", "");

  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void speaksHttp11ToWhoOffersNothing() throws IOException {
    try (SSLSocket tls = encrypt("api.example.test")) {
      assertThat(tls.getApplicationProtocol()).isEmpty();
      assertThat(get(tls)).startsWith("HTTP/1.1 200 OK\r\n");
    }
    Exchange exchange = loopback.exchanges(1).getFirst();
    assertThat(exchange.connection().tls())
        .contains(new Connection.Tls(Optional.of("api.example.test"), "TLSv1.3", List.of()));
    assertThat(exchange.request().scheme()).isEqualTo("https");
    assertThat(exchange.host()).isEqualTo("api.example.test");
  }

  @Test
  void agreesOnHttp11WhereOnlyThatIsOffered() throws IOException {
    try (SSLSocket tls = encrypt("api.example.test", "http/1.1", "http/1.0")) {
      assertThat(tls.getApplicationProtocol()).isEqualTo("http/1.1");
      get(tls);
    }
    assertThat(loopback.exchanges(1).getFirst().connection().tls().orElseThrow().alpn())
        .containsExactly("http/1.1", "http/1.0");
  }

  @Test
  void agreesOnHttp2WhereItIsOfferedAndKeepsTheOrderOfTheOffer() throws IOException {
    try (SSLSocket tls = encrypt("api.example.test", "x", "http/1.1", "h2")) {
      assertThat(tls.getApplicationProtocol()).isEqualTo("h2");
      tls.getOutputStream()
          .write(Frames.opening().headers(1, true, ":method", "GET", ":path", "/").bytes());
      while (!Frames.read(tls.getInputStream()).ends()) {
        // settings
      }
    }
    Exchange exchange = loopback.exchanges(1).getFirst();
    assertThat(exchange.request().protocol()).isEqualTo(Protocol.HTTP_2);
    assertThat(exchange.connection().tls().orElseThrow().alpn())
        .containsExactly("x", "http/1.1", "h2");
    assertThat(exchange.host()).isEqualTo("api.example.test");
  }

  @Test
  void agreesOnNothingWhereNothingIsKnown() throws IOException {
    try (SSLSocket tls = encrypt("api.example.test", "mqtt")) {
      assertThat(tls.getApplicationProtocol()).isEmpty();
      assertThat(get(tls)).startsWith("HTTP/1.1 200 OK\r\n");
    }
  }

  @Test
  void whoAsksForNoNameGetsOneForTheAddress() throws Exception {
    try (SSLSocket tls = encrypt("")) {
      get(tls);
      X509Certificate leaf = (X509Certificate) tls.getSession().getPeerCertificates()[0];
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      assertThat(names).anyMatch(name -> name.contains("127.0.0.1"));
    }
    assertThat(loopback.exchanges(1).getFirst().connection().tls().orElseThrow().serverName())
        .isEmpty();
  }

  @Test
  void onePortServesManyNamesOneAfterTheOther() throws IOException {
    for (String name : List.of("a.example.test", "b.example.test", "a.example.test")) {
      try (SSLSocket tls = encrypt(name)) { // which checks the name
        get(tls);
      }
    }
    assertThat(loopback.exchanges(3))
        .extracting(e -> e.connection().tls().flatMap(Connection.Tls::serverName).orElse(""))
        .containsExactly("a.example.test", "b.example.test", "a.example.test");
  }

  @Test
  void tellsAClientThatTrustsOthers() throws Exception {
    try (Socket socket = loopback.connect()) {
      assertThatThrownBy(() ->
              loopback.encrypt(
                  SSLContext.getDefault(), socket, "pinned.example.test", "h2", "http/1.1"))
          .isInstanceOf(SSLException.class);
    }
    Failure failure = loopback.failures(1).getFirst();
    assertThat(failure.connection().tls())
        .contains(
            new Connection.Tls(Optional.of("pinned.example.test"), "", List.of("h2", "http/1.1")));
    assertThat(failure.what())
        .startsWith("the TLS handshake failed: ")
        .contains("certificate_unknown");
    assertThat(loopback.recording.exchanges()).isEmpty();
  }

  @Test
  void tellsAClientThatGoesAwayAfterTheHandshakeAsThoseWithPinnedCertificatesDo()
      throws IOException {
    encrypt("pinned.example.test").close();

    Failure failure = loopback.failures(1).getFirst();
    assertThat(failure.what()).isEqualTo("no request came after the TLS handshake");
    assertThat(failure.connection().tls().flatMap(Connection.Tls::serverName))
        .contains("pinned.example.test");
  }

  @Test
  void tellsAClientThatGoesAwayInsideTheHandshake() throws IOException {
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(new byte[] {0x16, 3, 1, 1, 0, 1});
    }
    assertThat(loopback.failures(1).getFirst().what())
        .isEqualTo("the client ended the TLS handshake without a word");
  }

  @Test
  void tellsWhatIsNoTlsThoughItBeginsSo() throws IOException {
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(new byte[] {0x16, 'n', 'o', 'n', 'e', '!', '!', '!'});
      socket.getInputStream().readAllBytes();
    }
    assertThat(loopback.failures(1).getFirst().what()).startsWith("the TLS handshake failed: ");
  }

  @Test
  void tellsAConnectionWithoutAWord() throws IOException {
    loopback.connect().close();

    Failure failure = loopback.failures(1).getFirst();
    assertThat(failure.what()).isEqualTo("no request came");
    assertThat(failure.connection().server()).isEqualTo("127.0.0.1:" + loopback.address.getPort());
  }

  @Test
  void asksOnceWhoCallsAndWaitsForItOnlyAtTheEnd() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CompletableFuture<Thread> asked = new CompletableFuture<>();
    Callers slow =
        (client, server) -> {
          asked.complete(Thread.currentThread());
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Optional.of(new Connection.Caller(client.getPort(), "node"));
        };
    try (Loopback other = new Loopback(new Recording(10, 1 << 20), slow);
        Socket socket = other.connect()) {
      socket.getOutputStream().write(bytes(GET.replace("Connection: close\r\n", "") + GET));
      assertThat(text(socket.getInputStream().readAllBytes())).contains("200 OK");
      answered.countDown();

      assertThat(asked.get().getName()).isEqualTo("emulator-callers");
      assertThat(other.exchanges(2))
          .extracting(Exchange::connection)
          .allMatch(c ->
              c.caller().equals(Optional.of(new Connection.Caller(socket.getLocalPort(), "node"))));
    }
  }

  private SSLSocket encrypt(String name, String... alpn) throws IOException {
    return loopback.encrypt(loopback.trusting(), loopback.connect(), name, alpn);
  }

  private static String get(SSLSocket tls) throws IOException {
    tls.getOutputStream().write(bytes(GET));
    return text(tls.getInputStream().readAllBytes());
  }
}
