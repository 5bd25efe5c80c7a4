package dev.candor.gateway.proxy;

import static dev.candor.gateway.proxy.RawServer.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.gateway.Settings;
import dev.candor.wire.tls.Authority;
import dev.candor.wire.tls.Leaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS between client and gateway; that to upstreams is in {@link ProxyTest}. */
class EncryptionTest {
  @TempDir private Path folder;
  private final Authority authority = Authority.create();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private Gateways.Setup to(RawServer server, Optional<Path> clients) throws Exception {
    Leaf leaf = authority.leaf("127.0.0.1").orElseThrow();
    StringBuilder chain = new StringBuilder();
    for (X509Certificate certificate : leaf.chain()) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    Gateways.Setup setup = Gateways.to(server);
    setup.tls =
        Optional.of(
            new Settings.Tls(
                Files.writeString(folder.resolve("chain.pem"), chain),
                Files.writeString(
                    folder.resolve("key.pem"), pem("PRIVATE KEY", leaf.key().getEncoded())),
                clients));
    return setup;
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind);
  }

  private String say(Gateways gateway) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    gateway.connect(), "127.0.0.1", gateway.proxy.address().getPort(), true)) {
      socket
          .getOutputStream()
          .write(
              RawServer.bytes(lines("GET /up/ HTTP/1.1", "Host: x", "Connection: close", "", "")));
      return RawServer.text(socket.getInputStream().readAllBytes());
    }
  }

  @Test
  void clientsMaySpeakTls() throws Exception {
    try (RawServer server =
            RawServer.answering(heard, "HTTP/1.1 200 OK", "Content-Length: 2", "", "ok");
        Gateways gateway = to(server, Optional.empty()).open()) {
      assertThat(say(gateway)).startsWith("HTTP/1.1 200 OK").endsWith("ok");
    }
  }

  @Test
  void whoShowsNoCertificateIsNotHeard() throws Exception {
    Path clients = Files.writeString(folder.resolve("clients.pem"), authority.pem());
    try (RawServer server =
            RawServer.answering(heard, "HTTP/1.1 200 OK", "Content-Length: 2", "", "ok");
        Gateways gateway = to(server, Optional.of(clients)).open()) {
      assertThatThrownBy(() -> say(gateway)).isInstanceOf(IOException.class);
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void filesThatHoldNoKeyAreNamed() throws Exception {
    try (RawServer server = new RawServer(socket -> {})) {
      Gateways.Setup setup = to(server, Optional.empty());
      Files.writeString(folder.resolve("key.pem"), "no key");

      assertThatThrownBy(setup::open)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("key.pem")
          .hasMessageContaining("cannot be used for TLS");
    }
  }
}
