package dev.candor.fleet.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.wire.tls.Authority;
import dev.candor.wire.tls.Leaf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service and the sender over TLS, with certificates in files. */
class TlsTest {
  private static final String NAME = "127.0.0.1";

  @TempDir private Path folder;
  private final Authority authority = Authority.create();

  private TlsFiles files() throws Exception {
    Leaf leaf = authority.leaf(NAME).orElseThrow();
    return new TlsFiles(
        Files.writeString(
            folder.resolve("server.pem"), pem("CERTIFICATE", leaf.certificate().getEncoded())),
        Files.writeString(
            folder.resolve("server.key"), pem("PRIVATE KEY", leaf.key().getEncoded())));
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
  }

  private Path trusted(Authority trusted) throws Exception {
    return Files.writeString(folder.resolve("authority.pem"), trusted.pem());
  }

  private Sending sent(Service service, Authority trusted) throws Exception {
    URI address = service.address();
    assertThat(address.getScheme()).isEqualTo("https");
    try (Sender sender =
        new Sender(
            address.toString(), service.sendToken(), Optional.of(trusted(trusted)), _ -> {})) {
      return sender.send(Service.json(Service.usual()));
    }
  }

  @Test
  void aSenderThatTrustsTheAuthorityIsHeard() throws Exception {
    try (Service service = Service.in(folder, Serving.at(NAME, 0, Optional.of(files()), false))) {
      assertThat(sent(service, authority)).isEqualTo(new Sending.Acknowledged());
    }
  }

  @Test
  void aSenderThatDoesNotTrustItSendsNothing() throws Exception {
    try (Service service = Service.in(folder, Serving.at(NAME, 0, Optional.of(files()), false))) {
      assertThat(sent(service, Authority.create()))
          .isEqualTo(new Sending.Failed("127.0.0.1 was not reached (SSLHandshakeException)"));
    }
  }

  @Test
  void filesThatAreNoneAreNamed() throws Exception {
    TlsFiles files = files();
    Path text = Files.writeString(folder.resolve("text"), "nothing", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> new TlsFiles(files.certificate(), text).store())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text holds no private key");
    assertThatThrownBy(() -> new TlsFiles(text, files.key()).store())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("text");
    assertThatThrownBy(() -> new TlsFiles(folder.resolve("absent"), files.key()).store())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent cannot be read");
  }
}
