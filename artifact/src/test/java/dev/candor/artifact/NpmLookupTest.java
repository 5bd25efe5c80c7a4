package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmLookupTest {
  private static final byte[] FILE = "a package file".getBytes(StandardCharsets.UTF_8);

  private final LoopbackRegistry registry = LoopbackRegistry.start();
  private Machine machine;

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root).uses(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void fetchesAScopedPackageAndNamesItByPurlAndDigest() {
    Release release = registry.publish("@scope/tool", "1.2.3", FILE).done();

    Artifact artifact = machine.open("npm:@scope/tool@1.2.3");

    assertThat(artifact.subject().purl()).isEqualTo("pkg:npm/%40scope/tool@1.2.3");
    assertThat(artifact.subject().digest()).contains(new Digest("sha512", release.sha512()));
    assertThat(artifact.parts())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.prefix()).isEmpty();
          assertThat(part.path()).hasBinaryContent(FILE);
        });
    assertThat(artifact.notes()).isEmpty();
    assertThat(registry.paths())
        .containsExactly("/@scope%2ftool/1.2.3", "/@scope/tool/-/tool-1.2.3.tgz");
  }

  @Test
  void withoutAVersionTheLatestIsMeant() {
    registry.publish("tool", "1.0.0", FILE).done();
    registry.publish("tool", "2.0.0", FILE).done();
    assertThat(machine.open("npm:tool").subject().purl()).isEqualTo("pkg:npm/tool@2.0.0");
  }

  @Test
  void aDistTagIsLookedUpInTheWholeDocumentWhereTheRegistryKnowsNoOtherWay() {
    registry.publish("tool", "1.0.0", FILE).done();
    registry.document("tool").withObjectProperty("dist-tags").put("next", "1.0.0");
    assertThat(machine.open("npm:tool@next").subject().purl()).isEqualTo("pkg:npm/tool@1.0.0");
  }

  @Test
  void aRegistryWithoutAddressesForVersionsWillDo() {
    registry.publish("@s/tool", "1.0.0", FILE).done();
    registry.at("/@s%2ftool/1.0.0", LoopbackRegistry.status(405));
    assertThat(machine.open("npm:@s/tool@1.0.0").subject().purl())
        .isEqualTo("pkg:npm/%40s/tool@1.0.0");
  }

  @Test
  void metadataMayComeCompressed() {
    Release release = registry.publish("tool", "1.0.0", FILE).done();
    registry.at(
        "/tool/1.0.0",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0);
          try (GZIPOutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write(release.manifest.toString().getBytes(StandardCharsets.UTF_8));
          }
        });
    assertThat(machine.open("npm:tool@1.0.0").parts()).hasSize(1);
  }

  @Test
  void aVersionInAGapIsAnsweredWithItsNeighbours() {
    for (String version : new String[] {"1.0.9", "1.0.10", "1.0.12", "1.1.0-beta.1", "0.9.0"}) {
      registry.publish("tool", version, FILE).done();
    }
    registry.document("tool").withObjectProperty("dist-tags").put("latest", "1.0.12");
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.11"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tool@1.0.11 was never published")
        .hasMessageContaining("gaps")
        .hasMessageContaining("1.0.10 below, 1.0.12 above, latest is 1.0.12");
  }

  @Test
  void anUnpublishedVersionIsCalledThat() {
    registry.publish("tool", "1.0.0", FILE).done();
    registry.document("tool").withObjectProperty("time").put("1.0.1", "2026-03-04T05:06:07.000Z");
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("was published on 2026-03-04")
        .hasMessageContaining("unpublished")
        .hasMessageContaining("1.0.0 below");
  }

  @Test
  void anUnpublishedPackageIsCalledThat() {
    registry.document("gone").withObjectProperty("time").withObjectProperty("unpublished");
    registry.at("/gone", LoopbackRegistry.json(registry.document("gone")));
    assertThatThrownBy(() -> machine.open("npm:gone@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("taken back");
  }

  @Test
  void anUnknownPackageIsAnsweredWithWhatToCheck() {
    assertThatThrownBy(() -> machine.open("npm:@scope/nothing@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no package @scope/nothing")
        .hasMessageContaining("spelling");
    assertThat(machine.cached()).isEmpty();
  }

  @Test
  void anUnknownDistTagIsAnsweredWithTheKnownOnes() {
    registry.publish("tool", "1.0.0", FILE).done();
    assertThatThrownBy(() -> machine.open("npm:tool@nightly"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no dist-tag nightly")
        .hasMessageContaining("latest");
  }

  @Test
  void deprecationIsANote() {
    registry.publish("tool", "1.0.0", FILE).deprecated("use \u001b[31mother").done();
    assertThat(machine.open("npm:tool@1.0.0").notes())
        .containsExactly("tool@1.0.0 is deprecated by its publisher: use  [31mother");
  }

  @Test
  void aMissingLoginSaysHowToLogIn() {
    registry.at("/tool/1.0.0", LoopbackRegistry.status(401));
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("401")
        .hasMessageContaining("npm login");
  }

  @Test
  void aForbiddenPackageSaysSo() {
    registry.at("/tool/1.0.0", LoopbackRegistry.status(403));
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("forbidden")
        .hasMessageContaining("403");
  }

  @Test
  void passingTroubleIsTriedAgain() {
    Release release = registry.publish("tool", "1.0.0", FILE).done();
    registry.at(
        "/tool/1.0.0",
        LoopbackRegistry.inTurn(
            LoopbackRegistry.status(503),
            LoopbackRegistry.status(429),
            LoopbackRegistry.json(release.manifest)));
    assertThat(machine.open("npm:tool@1.0.0").parts()).hasSize(1);
  }

  @Test
  void lastingTroubleEndsAfterTheLastTry() {
    registry.at("/tool/1.0.0", LoopbackRegistry.status(503));
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("503");
    assertThat(registry.paths()).hasSize(3);
  }

  @Test
  void aRefusedConnectionNamesThePlaceAndTheNextStep() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    machine.withNpmrc("registry=http://127.0.0.1:" + port);
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("refused")
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("--registry");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      machine.patience =
          new Patience(
              Duration.ofSeconds(5),
              Duration.ofMillis(50),
              Duration.ofMillis(50),
              2,
              Duration.ofMillis(1));
      machine.withNpmrc("registry=http://127.0.0.1:" + silent.getLocalPort());
      assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no answer in");
    }
  }

  @Test
  void aPageInsteadOfMetadataIsNotARegistry() {
    registry.at(
        "/tool/1.0.0",
        LoopbackRegistry.bytes("<html>please log in</html>".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did not answer as an npm registry");
  }

  @Test
  void anAnswerAboutAnotherPackageIsRefused() {
    Release other = registry.publish("other", "1.0.0", FILE).done();
    registry.at("/tool/1.0.0", LoopbackRegistry.json(other.manifest));
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("something else")
        .hasMessageContaining("other@1.0.0");
  }

  @Test
  void withoutNpmAndSettingsTheRegistryMustBeNamed() {
    machine.withNpmrc("");
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--registry");
    registry.publish("tool", "1.0.0", FILE).done();
    machine.registry = Optional.of(registry.uri());
    assertThat(machine.open("npm:tool@1.0.0").parts()).hasSize(1);
  }

  @Test
  void anotherRegistryIsNotAnsweredFromTheCacheOfTheFirst() {
    registry.publish("tool", "1.0.0", FILE).done();
    machine.open("npm:tool@1.0.0");
    try (LoopbackRegistry second = LoopbackRegistry.start()) {
      byte[] otherFile = "another file".getBytes(StandardCharsets.UTF_8);
      second.publish("tool", "1.0.0", otherFile).done();
      machine.registry = Optional.of(second.uri());
      assertThat(machine.open("npm:tool@1.0.0").parts().getFirst().path())
          .hasBinaryContent(otherFile);
    }
  }

  @Test
  void aRegistryThatIsNoWebAddressIsRefused() {
    machine.registry = Optional.of(URI.create("ftp://registry.example.test/"));
    assertThatThrownBy(() -> machine.open("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not an http or https address");
  }
}
