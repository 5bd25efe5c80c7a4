package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRulesTest {
  private static ProxyRules rules(String npmrc, Map<String, String> variables) {
    return ProxyRules.of(
        new NpmSettings(Npmrc.parse(npmrc, Map.of()), Optional.empty()), variables);
  }

  private static String proxy(ProxyRules rules, String uri) {
    return rules.forAddress(URI.create(uri)).map(Object::toString).orElse("direct");
  }

  @Test
  void withoutSettingsThereIsNone() {
    assertThat(proxy(rules("", Map.of()), "https://a.test/")).isEqualTo("direct");
  }

  @Test
  void httpsProxyIsForHttpsAndProxyForTheRest() {
    ProxyRules rules = rules("proxy=http://p.test:1\nhttps-proxy=http://s.test:2", Map.of());
    assertThat(proxy(rules, "https://a.test/")).isEqualTo("s.test:2");
    assertThat(proxy(rules, "http://a.test/")).isEqualTo("p.test:1");
  }

  @Test
  void npmsSettingIsOverTheEnvironments() {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "http://env.test:3", "https_proxy", "");
    assertThat(proxy(rules("", variables), "https://a.test/")).isEqualTo("env.test:3");
    assertThat(proxy(rules("proxy=http://p.test:1", variables), "https://a.test/"))
        .isEqualTo("p.test:1");
  }

  @ParameterizedTest
  @CsvSource({
    "a.test, https://a.test/, true",
    "a.test, https://x.a.test/, true",
    ".a.test, https://x.a.test/, true",
    "*.a.test, https://x.a.test/, true",
    "a.test, https://ba.test/, false",
    "a.test, https://a.test.b/, false",
    "a.test:443, https://a.test/, true",
    "'b.test, a.test', https://a.test/, true",
    "*, https://a.test/, true",
    "'', https://a.test/, false",
  })
  void hostsUnderNoproxyAreDirect(String noproxy, String uri, boolean direct) {
    ProxyRules rules = rules("proxy=http://p.test:1\nnoproxy=" + noproxy, Map.of());
    assertThat(proxy(rules, uri).equals("direct")).isEqualTo(direct);
  }

  @ParameterizedTest
  @CsvSource({"socks5://p.test:1080", "https://p.test:443", "http://"})
  void aProxyThatCannotBeUsedIsRefused(String proxy) {
    assertThatThrownBy(() -> rules("proxy=" + proxy, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("npm config");
  }

  @Test
  void aProxysPasswordIsNotShown() {
    ProxyRules rules = rules("proxy=http://user:secret@p.test:1", Map.of());
    assertThat(rules.toString()).doesNotContain("secret").doesNotContain("dXNlcjpzZWNyZXQ");
  }
}
