package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {
  private static final byte[] FILE = "a package file".getBytes(StandardCharsets.UTF_8);

  private final LoopbackRegistry registry = LoopbackRegistry.start();
  private final LoopbackRegistry elsewhere = LoopbackRegistry.start();
  private Machine machine;
  private Release release;

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root);
    release = registry.publish("@scope/tool", "1.0.0", FILE).done();
  }

  @AfterEach
  void stop() {
    registry.close();
    elsewhere.close();
  }

  private void open() {
    assertThat(machine.open("npm:@scope/tool@1.0.0").parts().getFirst().path())
        .hasBinaryContent(FILE);
  }

  private String place() {
    return "//127.0.0.1:" + registry.port();
  }

  @Test
  void aTokenGoesToItsRegistry() {
    machine.withNpmrc("registry=" + registry.uri(), place() + "/:_authToken=secret-1");
    open();
    assertThat(registry.received)
        .allSatisfy(
            request -> assertThat(request.header("Authorization")).contains("Bearer secret-1"));
  }

  @Test
  void aTokenOfOneRegistryDoesNotGoToAnother() {
    machine.withNpmrc(
        "registry=" + registry.uri(), "//127.0.0.1:" + elsewhere.port() + "/:_authToken=secret-1");
    open();
    assertThat(registry.received)
        .allSatisfy(request -> assertThat(request.header("Authorization")).isEmpty());
  }

  @Test
  void aTokenForOnePathDoesNotGoToAnother() {
    machine.withNpmrc("registry=" + registry.uri(), place() + "/private/:_authToken=secret-1");
    open();
    assertThat(registry.received)
        .allSatisfy(request -> assertThat(request.header("Authorization")).isEmpty());
  }

  @Test
  void aTokenDoesNotFollowARedirectToAnotherHost() {
    machine.withNpmrc("registry=" + registry.uri(), place() + "/:_authToken=secret-1");
    URI store = elsewhere.uri().resolve("/store/tool.tgz?signature=abc");
    elsewhere.at("/store/tool.tgz", LoopbackRegistry.bytes(FILE));
    registry.at(release.filePath, LoopbackRegistry.redirect(store));
    open();
    assertThat(elsewhere.received)
        .singleElement()
        .satisfies(request -> assertThat(request.header("Authorization")).isEmpty());
  }

  @Test
  void aTokenForATarballOnAnotherHostStaysAtHome() {
    machine.withNpmrc("registry=" + registry.uri(), place() + "/:_authToken=secret-1");
    elsewhere.at(release.filePath, LoopbackRegistry.bytes(FILE));
    registry.at(release.filePath, LoopbackRegistry.status(404));
    release
        .manifest
        .withObjectProperty("dist")
        .put("tarball", elsewhere.uri().resolve(release.filePath).toString());
    registry.announce("@scope/tool", release.manifest);
    open();
    assertThat(elsewhere.received)
        .singleElement()
        .satisfies(request -> assertThat(request.header("Authorization")).isEmpty());
  }

  @Test
  void noMessageShowsAToken() {
    machine.withNpmrc("registry=" + registry.uri(), place() + "/:_authToken=secret-1");
    registry.at("/@scope%2ftool/1.0.0", LoopbackRegistry.status(401));
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasStackTraceContaining("401")
        .satisfies(e -> assertThat(e).hasMessageNotContaining("secret-1"));
    assertThat(NpmSettings.gather(machine.surroundings()).toString()).doesNotContain("secret-1");
    assertThat(NpmConfig.load(machine.surroundings(), Optional.empty()).toString())
        .doesNotContain("secret-1");
  }

  @Test
  void aSignedAddressIsNotShown() {
    machine.uses(registry);
    registry.at(
        release.filePath,
        LoopbackRegistry.redirect(elsewhere.uri().resolve("/store/tool.tgz?signature=abc")));
    assertThatThrownBy(this::open)
        .hasMessageContaining("/store/tool.tgz")
        .hasMessageNotContaining("signature");
  }

  @Test
  void redirectsWithoutEndAreGivenUp() {
    machine.uses(registry);
    registry.at(
        release.filePath, LoopbackRegistry.redirect(registry.uri().resolve(release.filePath)));
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("redirects");
  }

  @Test
  void aRedirectToAFileIsNotFollowed() {
    machine.uses(registry);
    registry.at(release.filePath, LoopbackRegistry.redirect(URI.create("file:///etc/passwd")));
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no address");
  }

  @Test
  void aScopeHasItsOwnRegistry() {
    machine.withNpmrc("registry=" + elsewhere.uri(), "@scope:registry=" + registry.uri());
    open();
    assertThat(elsewhere.received).isEmpty();
  }

  @Test
  void theRegistryOfTheCommandLineIsOverTheScopes() {
    machine.withNpmrc("@scope:registry=" + elsewhere.uri());
    machine.registry = Optional.of(registry.uri());
    open();
    assertThat(elsewhere.received).isEmpty();
  }

  @Test
  void aProxyIsAskedForNamesThatOnlyItKnows() {
    // The loopback server stands for the proxy, which is given the whole address.
    release.dist("tarball", "http://registry.example.test" + release.filePath).done();
    machine.withNpmrc(
        "registry=http://registry.example.test/",
        "proxy=http://user:pa%3Ass@127.0.0.1:" + registry.port());
    open();
    assertThat(registry.received)
        .allSatisfy(request -> {
          assertThat(request.header("Host")).contains("registry.example.test");
          // Base64 of "user:pa:ss".
          assertThat(request.header("Proxy-authorization")).contains("Basic dXNlcjpwYTpzcw==");
        });
  }

  @Test
  void aProxyOfTheEnvironmentIsUsed() {
    release.dist("tarball", "http://registry.example.test" + release.filePath).done();
    machine.withNpmrc("registry=http://registry.example.test/");
    machine.variables.put("HTTP_PROXY", "127.0.0.1:" + registry.port());
    open();
  }

  @Test
  void hostsUnderNoproxyAreReachedDirectly() {
    machine.uses(registry);
    machine.variables.put("HTTP_PROXY", "http://127.0.0.1:" + elsewhere.port());
    machine.variables.put("NO_PROXY", "localhost,127.0.0.1");
    open();
    assertThat(elsewhere.received).isEmpty();
  }

  @Test
  void aProxyThatWantsALoginSaysWhereToPutIt() {
    machine.withNpmrc(
        "registry=http://registry.example.test/", "proxy=http://127.0.0.1:" + elsewhere.port());
    elsewhere.at("/@scope%2ftool/1.0.0", LoopbackRegistry.status(407));
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("127.0.0.1:" + elsewhere.port())
        .hasMessageContaining("407");
  }

  @Test
  void anUnknownHostIsSaidToBeUnknown() {
    machine.withNpmrc("registry=http://registry.invalid/");
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no host of that name")
        .hasMessageContaining("registry.invalid");
  }
}
