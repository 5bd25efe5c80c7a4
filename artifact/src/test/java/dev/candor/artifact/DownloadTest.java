package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final byte[] FILE = random(1, 300_000);
  private static final byte[] OTHER = random(2, 300_000);

  private final LoopbackRegistry registry = LoopbackRegistry.start();
  private Machine machine;
  private Release release;

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root).uses(registry);
    release = registry.publish("tool", "1.0.0", FILE).done();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Path open() {
    return machine.open("npm:tool@1.0.0").parts().getFirst().path();
  }

  @Test
  void aFileWithAnotherDigestIsRefusedAndNotKept() {
    registry.at(release.filePath, LoopbackRegistry.bytes(OTHER));
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not the file that the registry promised")
        .hasMessageContaining(release.sha512())
        .hasMessageContaining(Release.hex(OTHER, "SHA-512"));
    assertThat(machine.cachedFiles()).isEmpty();
    assertThat(machine.cached()).noneMatch(file -> file.endsWith(".part"));
  }

  @Test
  void withoutAnyDigestNothingIsFetched() {
    release.without("integrity").without("shasum").done();
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("names no digest");
  }

  @Test
  void sha1AloneWillDoWithANote() {
    release.without("integrity").done();
    Artifact artifact = machine.open("npm:tool@1.0.0");
    assertThat(artifact.notes()).singleElement().asString().contains("SHA-1 only");
    assertThat(artifact.subject().digest()).contains(new Digest("sha512", release.sha512()));
    machine.offline = true;
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void theStrongestDigestDecides() {
    release.dist("integrity", "sha256-" + "A".repeat(43) + "= " + Release.sri(FILE)).done();
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void aCutConnectionIsResumedWhereItBroke() {
    registry.at(
        release.filePath,
        LoopbackRegistry.inTurn(
            LoopbackRegistry.cut(FILE, 200_000, "\"v1\""),
            LoopbackRegistry.resumable(FILE, "\"v1\"")));
    assertThat(open()).hasBinaryContent(FILE);
    LoopbackRegistry.Received second = registry.last(release.filePath);
    assertThat(second.header("If-range")).contains("\"v1\"");
    assertThat(second.header("Range").orElseThrow()).matches("bytes=[1-9]\\d*-");
  }

  @Test
  void aRunThatWasInterruptedIsResumedByTheNext() {
    registry.at(release.filePath, LoopbackRegistry.cut(FILE, 200_000, "\"v1\""));
    assertThatThrownBy(this::open).isInstanceOf(InputException.class);
    assertThat(machine.cachedFiles()).isEmpty();
    assertThat(machine.cached()).anyMatch(file -> file.endsWith(".part"));

    registry.at(release.filePath, LoopbackRegistry.resumable(FILE, "\"v1\""));
    registry.received.clear();
    assertThat(open()).hasBinaryContent(FILE);
    assertThat(registry.last(release.filePath).header("Range")).isPresent();
    assertThat(machine.cached()).noneMatch(file -> file.contains(".part"));
  }

  @Test
  void aChangedEtagStartsAnew() {
    registry.at(
        release.filePath,
        LoopbackRegistry.inTurn(
            LoopbackRegistry.cut(OTHER, 200_000, "\"old\""),
            LoopbackRegistry.resumable(FILE, "\"new\"")));
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void aServerThatIgnoresRangeStartsAnew() {
    registry.at(
        release.filePath,
        LoopbackRegistry.inTurn(
            LoopbackRegistry.cut(FILE, 200_000, "\"v1\""), LoopbackRegistry.bytes(FILE)));
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void piecesOfDifferentFilesAreThrownAwayAndFetchedWhole() {
    // The same ETag for other content: only the digest notices.
    registry.at(
        release.filePath,
        LoopbackRegistry.inTurn(
            LoopbackRegistry.cut(OTHER, 200_000, "\"v1\""),
            LoopbackRegistry.resumable(FILE, "\"v1\"")));
    assertThat(open()).hasBinaryContent(FILE);
    assertThat(registry.last(release.filePath).header("Range")).isEmpty();
  }

  @Test
  void aPartLongerThanTheFileIsThrownAway() throws IOException {
    Path part = machine.cache.resolve("artifacts/sha512/sha512-" + release.sha512() + ".part");
    Files.createDirectories(part.getParent());
    Files.write(part, random(3, 400_000));
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void aPartThatIsAlreadyWholeNeedsNoRequest() throws IOException {
    Path part = machine.cache.resolve("artifacts/sha512/sha512-" + release.sha512() + ".part");
    Files.createDirectories(part.getParent());
    Files.write(part, FILE);
    assertThat(open()).hasBinaryContent(FILE);
    assertThat(registry.paths()).doesNotContain(release.filePath);
  }

  @Test
  void aBodyThatStallsIsResumed() {
    CountDownLatch over = new CountDownLatch(1);
    machine.patience =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(200),
            10,
            Duration.ofMillis(1));
    registry.at(
        release.filePath,
        LoopbackRegistry.inTurn(
            exchange -> {
              exchange.getResponseHeaders().set("ETag", "\"v1\"");
              exchange.sendResponseHeaders(200, FILE.length);
              exchange.getResponseBody().write(FILE, 0, 100_000);
              exchange.getResponseBody().flush();
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            LoopbackRegistry.resumable(FILE, "\"v1\"")));
    try {
      assertThat(open()).hasBinaryContent(FILE);
      assertThat(registry.last(release.filePath).header("Range")).isPresent();
    } finally {
      over.countDown();
    }
  }

  @Test
  void anotherHostsAddressIsTriedAtTheRegistryFirst() {
    release.dist("tarball", "http://files.example.test" + release.filePath).done();
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void aFileThatOnlyTheNamedHostHasIsFetchedThere() {
    try (LoopbackRegistry files = LoopbackRegistry.start()) {
      files.at("/store/tool.tgz", LoopbackRegistry.bytes(FILE));
      release.dist("tarball", files.uri() + "store/tool.tgz").done();
      assertThat(open()).hasBinaryContent(FILE);
      assertThat(files.paths()).containsExactly("/store/tool.tgz");
    }
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    release.dist("tarball", "file:///etc/passwd").done();
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no usable address");
  }

  @Test
  void aServerErrorOnTheFileIsSaid() {
    registry.at(
        release.filePath,
        exchange -> {
          byte[] body = "gone".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(410, body.length);
          exchange.getResponseBody().write(body);
        });
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it is not there (410)");
  }
}
