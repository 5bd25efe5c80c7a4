package dev.candor.lab.emulator;

import static dev.candor.lab.emulator.Loopback.bytes;
import static dev.candor.lab.emulator.Loopback.lines;
import static dev.candor.lab.emulator.Loopback.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
  private static final String ESTABLISHED = "HTTP/1.1 200 OK\r\n\r\n";
  private static final String CONNECT =
      lines(
          "CONNECT api.example.test:443 HTTP/1.1",
          "Host: api.example.test:443",
          "proxy-authorization: Basic cXVpbmNlOmR1bW15",
          "",
          "");
  private static final String GET =
      lines("GET /a HTTP/1.1", "Host: api.example.test", "Connection: close", "", "");

  private final Loopback loopback = new Loopback();

  @AfterEach
  void end() {
    loopback.close();
  }

  @Test
  void answersTlsInsideATunnel() throws IOException {
    try (Socket socket = tunnel();
        SSLSocket tls =
            loopback.encrypt(loopback.trusting(), socket, "api.example.test", "http/1.1")) {
      tls.getOutputStream().write(bytes(GET));
      assertThat(text(tls.getInputStream().readAllBytes()))
          .startsWith(ESTABLISHED.substring(0, 17));
    }

    List<Exchange> exchanges = loopback.exchanges(2);
    Exchange connect = exchanges.getFirst();
    assertThat(connect.request().line()).isEqualTo("CONNECT api.example.test:443");
    assertThat(connect.host()).isEqualTo("api.example.test");
    assertThat(connect.request().headers())
        .contains(new Header("proxy-authorization", "Basic cXVpbmNlOmR1bW15"));
    assertThat(connect.connection().proxied()).isEmpty();
    assertThat(connect.answered()).isEqualTo("proxy");
    Exchange inside = exchanges.getLast();
    assertThat(inside.connection().proxied()).contains("api.example.test:443");
    assertThat(inside.connection().tls().flatMap(Connection.Tls::serverName))
        .contains("api.example.test");
    assertThat(inside.connection().id()).isEqualTo(connect.connection().id());
    assertThat(inside.request().scheme()).isEqualTo("https");
  }

  @Test
  void whoAsksForNoNameInATunnelGetsThatOfTheTunnel() throws Exception {
    try (Socket socket = tunnel();
        SSLSocket tls = loopback.encrypt(loopback.trusting(), socket, "")) {
      X509Certificate leaf = (X509Certificate) tls.getSession().getPeerCertificates()[0];
      Collection<List<?>> names = leaf.getSubjectAlternativeNames();
      assertThat(names).anyMatch(name -> name.contains("api.example.test"));
    }
    Failure failure = loopback.failures(1).getFirst();
    assertThat(failure.connection().proxied()).contains("api.example.test:443");
  }

  @Test
  void answersClearTextInsideATunnelThoughItCameWithTheQuestion() throws IOException {
    String answer = loopback.say(CONNECT + GET);

    assertThat(answer).startsWith(ESTABLISHED + "HTTP/1.1 200 OK\r\ncontent-type");
    assertThat(loopback.exchanges(2).getLast().connection().proxied())
        .contains("api.example.test:443");
  }

  @Test
  void speaksHttp2InsideATunnel() throws IOException {
    try (Socket socket = tunnel()) {
      socket
          .getOutputStream()
          .write(Frames.opening().headers(1, true, ":method", "GET", ":path", "/b").bytes());
      while (!Frames.read(socket.getInputStream()).ends()) {
        // settings
      }
    }
    Exchange inside = loopback.exchanges(2).getLast();
    assertThat(inside.request().protocol()).isEqualTo(Protocol.HTTP_2);
    assertThat(inside.host()).isEqualTo("api.example.test");
  }

  @Test
  void tellsATunnelInWhichNothingIsSaid() throws IOException {
    tunnel().close();

    assertThat(loopback.failures(1).getFirst())
        .extracting(Failure::what, f -> f.connection().proxied())
        .containsExactly("no request came", Optional.of("api.example.test:443"));
  }

  @Test
  void answersTargetsThatNameTheirHost() throws IOException {
    loopback.say(
        "GET http://user@x.example.test/a?b HTTP/1.1",
        "Host: y.example.test",
        "Proxy-Connection: keep-alive",
        "",
        "GET https://[2001:db8::1]/ HTTP/1.1",
        "Host: y.example.test",
        "",
        "GET /c HTTP/1.1",
        "Host: y.example.test",
        "Connection: close",
        "",
        "");

    assertThat(loopback.exchanges(3))
        .extracting(
            e -> e.connection().proxied().orElse(""),
            e -> e.request().authority(),
            e -> e.request().target(),
            e -> e.request().path())
        .containsExactly(
            tuple("x.example.test:80", "x.example.test", "http://user@x.example.test/a?b", "/a"),
            tuple("[2001:db8::1]:443", "[2001:db8::1]", "https://[2001:db8::1]/", "/"),
            tuple("", "y.example.test", "/c", "/c"));
  }

  @Test
  void anOrdinaryClientGoesThroughIt() throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(loopback.trusting())
            .proxy(java.net.ProxySelector.of(loopback.address))
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://some.example.test/x")).build();

      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("something");
    }
    assertThat(loopback.exchanges(2))
        .extracting(e -> e.request().method(), e -> e.request().protocol())
        .containsExactly(tuple("CONNECT", Protocol.HTTP_1_1), tuple("GET", Protocol.HTTP_2));
  }

  @Test
  void anOrdinaryClientOfSocksGoesThroughIt() throws IOException {
    Proxy proxy = new Proxy(Proxy.Type.SOCKS, loopback.address);
    try (Socket socket = new Socket(proxy)) {
      socket.connect(InetSocketAddress.createUnresolved("api.example.test", 80));
      socket.getOutputStream().write(bytes(GET));
      assertThat(text(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200 OK");
    }
    List<Exchange> exchanges = loopback.exchanges(2);
    assertThat(exchanges.getFirst().request().line()).isEqualTo("SOCKS5 api.example.test:80");
    assertThat(exchanges.getLast().connection().proxied()).contains("api.example.test:80");
  }

  @Test
  void keepsTheNameAndPasswordThatASocksProxyIsTold() throws IOException {
    byte[] methods = {5, 1, 2};
    byte[] password = {1, 2, 'm', 'e', 3, 'k', 'e', 'y'};
    byte[] connect =
        HexFormat.of().parseHex("05010004" + "20010db8" + "00".repeat(11) + "01" + "01bb");
    try (Socket socket = loopback.connect()) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(methods);
      assertThat(in.readNBytes(2)).containsExactly(5, 2);
      out.write(password);
      assertThat(in.readNBytes(2)).containsExactly(1, 0);
      for (byte b : connect) { // one at a time
        out.write(b);
      }
      assertThat(in.readNBytes(10)).startsWith(5, 0, 0, 1);
      out.write(bytes(GET));
      in.readAllBytes();
    }
    Exchange socks = loopback.exchanges(2).getFirst();
    assertThat(socks.request().target()).isEqualTo("[2001:db8:0:0:0:0:0:1]:443");
    assertThat(socks.request().body().bytes())
        .isEqualTo(bytes(text(methods) + text(password) + text(connect)));
  }

  @Test
  void refusesWhatSocksProxiesSeldomDo() throws IOException {
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(new byte[] {5, 1, 1});
      assertThat(socket.getInputStream().readAllBytes()).containsExactly(5, 0xff);
    }
    try (Socket socket = loopback.connect()) {
      socket.getOutputStream().write(new byte[] {5, 1, 0, 5, 2, 0, 1, 1, 2, 3, 4, 0, 80});
      assertThat(socket.getInputStream().readAllBytes())
          .containsExactly(5, 0, 5, 7, 0, 1, 0, 0, 0, 0, 0, 0);
    }
    assertThat(loopback.failures(2)).hasSize(2);
    assertThat(loopback.recording.exchanges()).isEmpty();
  }

  private Socket tunnel() throws IOException {
    Socket socket = loopback.connect();
    socket.getOutputStream().write(bytes(CONNECT));
    assertThat(text(socket.getInputStream().readNBytes(ESTABLISHED.length())))
        .isEqualTo(ESTABLISHED);
    return socket;
  }
}
