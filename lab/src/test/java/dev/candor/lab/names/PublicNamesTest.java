package dev.candor.lab.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.anthropic.com",
        "example.com",
        "my_bucket.s3.example.com",
        "xn--bcher-kva.de",
        "a.xn--p1ai",
        "dashscope.aliyuncs.com",
        "a--b.example.co.uk",
        "1.example.dev"
      })
  void hostsOfTheInternetHaveAddresses(String name) {
    assertThat(PublicNames.of(name)).isEqualTo(PublicNames.Standing.HOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nest-17",
        "metadata",
        "wpad",
        "wpad.example.com",
        "metadata.google.internal",
        "host.docker.internal",
        "kubernetes.default.svc",
        "a.svc.cluster.local",
        "printer.local",
        "git.corp",
        "router.lan",
        "router.home.arpa",
        "x.test",
        "x.example",
        "x.invalid",
        "abc.onion",
        "10.0.0.1",
        "a..com",
        "-a.com",
        "a b.com",
        "a\\.com"
      })
  void namesThatOnlyAPrivateNetworkKnowsDoNotExist(String name) {
    assertThat(PublicNames.of(name)).isEqualTo(PublicNames.Standing.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "com", "_http._tcp.example.com", "_acme-challenge.example.com"})
  void zonesAndServicesHaveNone(String name) {
    assertThat(PublicNames.of(name)).isEqualTo(PublicNames.Standing.WITHOUT_ADDRESS);
  }

  @Test
  void withoutAListAnythingThatLooksLikeATopLevelIsOne() {
    assertThat(TopLevels.read(Path.of("/nonexistent"))).isEmpty();
    assertThat(TopLevels.looksLikeOne("zzzz")).isTrue();
    assertThat(TopLevels.looksLikeOne("xn--p1ai")).isTrue();
    assertThat(TopLevels.looksLikeOne("1")).isFalse();
    assertThat(TopLevels.looksLikeOne("a1")).isFalse();
  }
}
