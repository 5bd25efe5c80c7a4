package dev.candor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static Settings on(
      String listen,
      String admin,
      Optional<String> token,
      Optional<Path> clients,
      String... names) {
    return new Settings(
        new InetSocketAddress(InetAddress.ofLiteral(listen), 0),
        Optional.of(new InetSocketAddress(InetAddress.ofLiteral(admin), 0)),
        List.of(names).stream().map(name -> Upstream.parse(name + "=https://x.test")).toList(),
        new ModeOfUpstream(Map.of()),
        Limits.STANDARD,
        token,
        clients.map(file -> new Settings.Tls(Path.of("c"), Path.of("k"), Optional.of(file))),
        List.of());
  }

  @Test
  void onlyThisMachineNeedsNoTokenOrCertificate() {
    assertThat(on("127.0.0.1", "::1", Optional.empty(), Optional.empty(), "a")).isNotNull();
    assertThat(on("::1", "127.0.0.1", Optional.empty(), Optional.empty(), "a")).isNotNull();
    assertThat(on("0.0.0.0", "::1", Optional.of("t"), Optional.empty(), "a")).isNotNull();
    assertThat(on("::", "::1", Optional.empty(), Optional.of(Path.of("ca")), "a")).isNotNull();

    for (String open : List.of("0.0.0.0", "::", "10.0.0.1")) {
      assertThatThrownBy(() -> on(open, "::1", Optional.empty(), Optional.empty(), "a"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("anybody who reaches this machine");
    }
  }

  @Test
  void metricsStayOnThisMachine() {
    assertThatThrownBy(() -> on("127.0.0.1", "0.0.0.0", Optional.of("t"), Optional.empty(), "a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("on addresses of this machine only");
  }

  @Test
  void upstreamsHaveDifferentNames() {
    assertThatThrownBy(() -> on("::1", "::1", Optional.empty(), Optional.empty(), "a", "a"))
        .hasMessageContaining("Two upstreams are named a");
    assertThatThrownBy(() -> on("::1", "::1", Optional.empty(), Optional.empty()))
        .hasMessageContaining("no upstream");
  }

  @ParameterizedTest
  @CsvSource({
    "a=https://api.test,a,true,api.test,443,''",
    "B-1=HTTP://API.test:8080/,b-1,false,api.test,8080,''",
    "api.x.test=https://[::1]:9/v1/,api.x.test,true,::1,9,/v1"
  })
  void readsUpstreams(
      String text, String name, boolean secure, String host, int port, String base) {
    assertThat(Upstream.parse(text)).isEqualTo(new Upstream(name, secure, host, port, base));
  }

  @Test
  void anAuthorityNamesThePortWhereItIsNotTheSchemesOwn() {
    assertThat(Upstream.parse("a=https://x.test:443").authority()).isEqualTo("x.test");
    assertThat(Upstream.parse("a=http://x.test:443").authority()).isEqualTo("x.test:443");
    assertThat(Upstream.parse("a=https://[::1]").authority()).isEqualTo("[::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.test",
        "=https://x.test",
        "a b=https://x.test",
        "a/b=https://x.test",
        "a=x.test",
        "a=ftp://x.test",
        "a=https://",
        "a=https:///x",
        "a=https://u:p@x.test",
        "a=https://x.test?q",
        "a=https://x.test#f",
        "a=https://x.test/a/../b",
        "a=https://x.test/%2e%2e",
        "a=https://x.test:99999",
        "a=https://x.test:0",
        "a=\u001bhttps"
      })
  void refusesWhatIsNoUpstream(String text) {
    assertThatThrownBy(() -> Upstream.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Write it as NAME=https://HOST")
        .message()
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "'claude-cli/2.1.91 (external, cli)',claude-cli,2.1.91",
    "codex_cli_rs/0.50.0,codex_cli_rs,0.50.0",
    "GeminiCLI,GeminiCLI,''",
    "'GeminiCLI-tui/0.61.0/gemini-3.1-pro-preview (linux; x64)',GeminiCLI-tui,0.61.0",
    "opencode/1.18.33 ai-sdk/provider-utils/4.0.23,opencode,1.18.33"
  })
  void aToolIsTheFirstProduct(String userAgent, String name, String version) {
    assertThat(Tool.in(userAgent)).contains(new Tool(name, version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "(x)", "a\u001b/1", "\u00fc/1", "a//1"})
  void whatIsNoProductIsNoTool(String userAgent) {
    assertThat(Tool.in(userAgent)).isEmpty();
  }

  @Test
  void metricsAreInPrometheusForm() {
    Metrics metrics = new Metrics();
    metrics.count("requests", "upstream", "b");
    metrics.count("requests", "upstream", "a");
    metrics.add("requests", 2, "upstream", "a");
    metrics.count("malformed");
    metrics.change("open", 3);
    metrics.change("open", -1);
    metrics.count("odd", "x", "a\"b\\c\nd");

    assertThat(metrics.text())
        .isEqualTo(
            """
            # TYPE candor_gateway_malformed_total counter
            candor_gateway_malformed_total 1
            # TYPE candor_gateway_odd_total counter
            candor_gateway_odd_total{x="a\\"b\\\\c\\nd"} 1
            # TYPE candor_gateway_requests_total counter
            candor_gateway_requests_total{upstream="a"} 3
            candor_gateway_requests_total{upstream="b"} 1
            # TYPE candor_gateway_open gauge
            candor_gateway_open 2
            """);
  }
}
