package dev.candor.wire.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes over loopback; the client trusts the authority only, and checks the name. */
class HandshakeTest {
  private final Authority authority = Authority.create();
  private final SSLServerSocket server;

  HandshakeTest() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {authority.keyManager("127.0.0.1")}, null, null);
    server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
  }

  @BeforeEach
  void answerHandshakes() {
    Thread.ofVirtual().start(this::answer);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientTrustsTheNameThatItAsksFor(String protocol) throws Exception {
    X509Certificate shown = handshake(authority, "api.example.test", "api.example.test", protocol);

    assertThat(shown.getSubjectAlternativeNames()).containsExactly(List.of(2, "api.example.test"));
  }

  @Test
  void aClientTrustsAnAddress() throws Exception {
    X509Certificate shown = handshake(authority, "127.0.0.1", "", "TLSv1.3");

    assertThat(shown.getSubjectAlternativeNames()).containsExactly(List.of(7, "127.0.0.1"));
  }

  @Test
  void aClientThatExpectsAnotherNameRefuses() {
    assertThatThrownBy(() -> handshake(authority, "api.example.test", "", "TLSv1.3"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("api.example.test");
  }

  @Test
  void aClientThatTrustsAnotherAuthorityRefuses() {
    assertThatThrownBy(
            () -> handshake(Authority.create(), "api.example.test", "api.example.test", "TLSv1.3"))
        .isInstanceOf(SSLException.class);
  }

  private void answer() {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        socket.startHandshake();
        socket.getOutputStream().write('k');
      } catch (IOException e) {
        // A client that refuses, or the end of the test.
      }
    }
  }

  /**
   * @param expected the name that the client checks
   * @param asked in SNI; empty for none
   */
  private X509Certificate handshake(
      Authority trusted, String expected, String asked, String protocol)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trusting(trusted), null);
    // The name is given to the engine only, so nobody resolves it.
    java.net.Socket plain = new java.net.Socket(server.getInetAddress(), server.getLocalPort());
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, expected, 443, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setServerNames(asked.isEmpty() ? List.of() : List.of(new SNIHostName(asked)));
      parameters.setProtocols(new String[] {protocol});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertThat(socket.getInputStream().read()).isEqualTo('k');
      assertThat(socket.getSession().getPeerCertificates()).hasSize(2);
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  private static TrustManager[] trusting(Authority authority)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("candor", authority.certificate());
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory.getTrustManagers();
  }
}
