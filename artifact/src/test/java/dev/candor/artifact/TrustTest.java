package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  private static final byte[] FILE = "a package file".getBytes(StandardCharsets.UTF_8);
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir static Path keys;
  private static LoopbackRegistry registry;
  private static String certificate;
  private Machine machine;

  @BeforeAll
  static void start() throws Exception {
    Path store = keys.resolve("keys.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "registry",
                "-keyalg",
                "EC",
                "-dname",
                "CN=registry.example.test",
                "-ext",
                "san=ip:127.0.0.1,dns:registry.example.test")
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keyStore.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keyStore, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    certificate =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(keyStore.getCertificate("registry").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    registry = LoopbackRegistry.startTls(tls);
    registry.publish("tool", "1.0.0", FILE).done();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root);
  }

  private void open() {
    assertThat(machine.open("npm:tool@1.0.0").parts().getFirst().path()).hasBinaryContent(FILE);
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() {
    machine.uses(registry);
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("TLS failed")
        .hasMessageContaining("cafile");
  }

  @Test
  void theCertificateOfCafileIsTrusted() {
    Machine.write(machine.home.resolve("ca.pem"), certificate);
    machine.withNpmrc("registry=" + registry.uri(), "cafile=~/ca.pem");
    open();
    assertThat(machine.open("npm:tool@1.0.0").notes()).isEmpty();
  }

  @Test
  void theCertificateWrittenIntoTheSettingIsTrusted() {
    machine.withNpmrc(
        "registry=" + registry.uri(),
        "ca=\"" + certificate.strip().replaceAll("\r?\n", "\\\\n") + "\"");
    open();
  }

  @Test
  void theCertificateOfNodesVariableIsTrusted() {
    Machine.write(machine.home.resolve("ca.pem"), certificate);
    machine.uses(registry);
    machine.variables.put("NODE_EXTRA_CA_CERTS", machine.home.resolve("ca.pem").toString());
    open();
  }

  @Test
  void strictSslOffTrustsEverybodyAndSaysSo() {
    machine.withNpmrc("registry=" + registry.uri(), "strict-ssl=false");
    assertThat(machine.open("npm:tool@1.0.0").notes())
        .singleElement()
        .asString()
        .contains("strict-ssl is off");
  }

  @Test
  void aMissingCafileIsSaid() {
    machine.withNpmrc("registry=" + registry.uri(), "cafile=/does/not/exist.pem");
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/does/not/exist.pem");
  }

  @Test
  void aCafileWithoutCertificatesIsSaid() {
    Machine.write(machine.home.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nnonsense");
    machine.withNpmrc("registry=" + registry.uri(), "cafile=~/ca.pem");
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no PEM certificates");
  }

  @Test
  void aTunnelCarriesTheProxysLoginAndHidesItFromTheRegistry() throws Exception {
    try (TunnelProxy proxy = new TunnelProxy(registry.port())) {
      Machine.write(machine.home.resolve("ca.pem"), certificate);
      machine.withNpmrc(
          "registry=https://registry.example.test:" + registry.port() + "/",
          "cafile=~/ca.pem",
          "https-proxy=http://user:pass@127.0.0.1:" + proxy.port(),
          "replace-registry-host=always");
      registry.received.clear();
      open();
      assertThat(proxy.requests)
          .isNotEmpty()
          .allSatisfy(head ->
              assertThat(head)
                  .startsWith("CONNECT registry.example.test:" + registry.port())
                  // Base64 of "user:pass".
                  .contains("Proxy-Authorization: Basic dXNlcjpwYXNz"));
      assertThat(registry.received)
          .isNotEmpty()
          .allSatisfy(request -> assertThat(request.header("Proxy-authorization")).isEmpty());
    }
  }

  @Test
  void httpsIsNotLeftByARedirect() {
    try (LoopbackRegistry plain = LoopbackRegistry.start()) {
      registry.at("/other/1.0.0", LoopbackRegistry.redirect(plain.uri().resolve("/other/1.0.0")));
      machine.withNpmrc("registry=" + registry.uri(), "strict-ssl=false");
      assertThatThrownBy(() -> machine.open("npm:other@1.0.0"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("from https to http");
      assertThat(plain.received).isEmpty();
    }
  }
}
