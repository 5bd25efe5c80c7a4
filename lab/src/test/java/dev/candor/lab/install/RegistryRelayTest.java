package dev.candor.lab.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.RegistryPackage;
import dev.candor.core.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryRelayTest {
  @TempDir private Path folder;
  private RegistryRelay relay;

  @BeforeEach
  void start() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "packed");
    relay =
        new RegistryRelay(
            new Resolution.Registry() {
              @Override
              public Optional<byte[]> document(String name) {
                return switch (name) {
                  case "@o/kea" ->
                      Optional.of(
                          """
                          {"versions": {"1.0.0+b": {"dist": {"tarball": "https://cdn.example.test/x"}}}}
                          """
                              .getBytes(UTF_8));
                  case "broken" -> Optional.of("<html>".getBytes(UTF_8));
                  case "away" -> throw new InputException("the network is away");
                  default -> Optional.empty();
                };
              }

              @Override
              public Path file(RegistryPackage wanted) {
                assertThat(wanted).isEqualTo(new RegistryPackage("@o/kea", "1.0.0+b"));
                return file;
              }
            });
  }

  @AfterEach
  void close() {
    relay.close();
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    return send(HttpClient.newHttpClient(), uri);
  }

  private static HttpResponse<String> send(HttpClient client, URI uri) throws Exception {
    try (client) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void givesDocumentsWhoseFilesAreHereToo() throws Exception {
    String document = get(relay.address().resolve("@o%2fkea")).body();
    assertThat(document).doesNotContain("cdn.example.test");
    String tarball = document.replaceAll("(?s).*\"tarball\":\"([^\"]+)\".*", "$1");
    assertThat(tarball).startsWith(relay.address().toString());
    assertThat(get(URI.create(tarball)).body()).isEqualTo("packed");
  }

  @Test
  void answersNobodyWhoDoesNotKnowTheSecret() throws Exception {
    URI outside = relay.address().resolve("/@o%2fkea");
    assertThat(get(outside).statusCode()).isEqualTo(404);
    assertThat(relay.address().getPath()).matches("/[0-9a-f]{32}/");
    assertThat(relay.address().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void answersForNoOtherHost() throws Exception {
    InetSocketAddress here =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.address().getPort());
    HttpClient through = HttpClient.newBuilder().proxy(ProxySelector.of(here)).build();
    URI other = URI.create("http://example.test" + relay.address().getPath() + "@o%2fkea");
    assertThat(send(through, other).statusCode()).isEqualTo(404);
    assertThat(relay.failure().orElseThrow()).hasMessageContaining("http://example.test/");
  }

  @Test
  void keepsTheReasonWhyADocumentCouldNotBeGiven() throws Exception {
    assertThat(get(relay.address().resolve("none")).statusCode()).isEqualTo(404);
    assertThat(relay.failure()).isEmpty();
    assertThat(get(relay.address().resolve("away")).statusCode()).isEqualTo(502);
    assertThat(get(relay.address().resolve("broken")).statusCode()).isEqualTo(502);
    assertThat(relay.failure().orElseThrow()).hasMessage("the network is away");
  }
}
