package dev.candor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.gateway.PolicyRuling.Known;
import dev.candor.gateway.Ruling.Decision;
import dev.candor.gateway.Ruling.Facts;
import dev.candor.policy.PolicyFile;
import dev.candor.policy.PolicyInForce;
import dev.candor.policy.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulingTest {
  private static final String POLICY =
      """
      schema: candor/policy/v1
      name: a test
      zone: Asia/Shanghai
      rules:
        - id: no-marks
          product: pkg:npm/%40anthropic-ai/claude-code
          versions: ">=2.1.91|<2.1.198"
          action: deny
          reason: It marks its requests
          from: 2026-07-10
          replacement: pkg:npm/%40qoder-ai/qodercli
        - id: not-there
          product: qwen-code
          place: {upstream: "*.example.net"}
          action: deny
          reason: This model is not for that tool.
        - id: known-version
          product: codex
          versions: "<1.0.0"
          unknown: applies
          action: deny
          reason: Releases before 1.0 are not used.
      """;
  private static final Instant DENIED = Instant.parse("2026-07-09T16:00:00Z");
  private static final Decision.Pass PASSED = new Decision.Pass(Mode.CANONICALISE);

  private final StringWriter lines = new StringWriter();
  private final Metrics metrics = new Metrics();
  private final PolicyRuling ruling =
      new PolicyRuling(
          policy(POLICY),
          PolicyRulingTest::known,
          Map.of("claude", "api.anthropic.com", "other", "models.example.net"),
          _ -> PASSED,
          metrics,
          new Log(new PrintWriter(lines), InstantSource.fixed(DENIED), false));

  private static PolicyInForce policy(String text) {
    return PolicyFile.parse("policy.yaml", text).inForce(Map.of());
  }

  private static Optional<Known> known(Tool tool) {
    return switch (tool.name()) {
      case "claude-cli" ->
          Optional.of(
              new Known(
                  "claude-code", Product.parse("pkg:npm/%40anthropic-ai/claude-code").product()));
      case "QwenCode" ->
          Optional.of(
              new Known("qwen-code", Product.parse("pkg:npm/%40qwen-code/qwen-code").product()));
      case "codex_exec" ->
          Optional.of(new Known("codex", Product.parse("pkg:npm/%40openai/codex").product()));
      default -> Optional.empty();
    };
  }

  private Decision on(String upstream, String agent, Instant at) {
    return ruling.on(new Facts(upstream, Optional.empty(), Tool.in(agent), at));
  }

  @ParameterizedTest
  @CsvSource({
    "claude, claude-cli/2.1.91 (external), 2026-07-09T15:59:59Z, ",
    "claude, claude-cli/2.1.91 (external), 2026-07-09T16:00:00Z, no-marks",
    "claude, claude-cli/2.1.197, 2026-11-22T00:00:00Z, no-marks",
    "claude, claude-cli/2.1.198, 2026-11-22T00:00:00Z, ",
    "claude, claude-cli/2.1.90, 2026-11-22T00:00:00Z, ",
    "claude, claude-cli, 2026-11-22T00:00:00Z, ",
    "claude, claude-clip/2.1.91, 2026-11-22T00:00:00Z, ",
    "claude, QwenCode/0.24.4 (linux; x64), 2026-11-22T00:00:00Z, ",
    "other, QwenCode/0.24.4 (linux; x64), 2026-11-22T00:00:00Z, not-there",
    "other, codex_exec/0.169.0 (Debian), 2026-11-22T00:00:00Z, known-version",
    "other, codex_exec/1.2.0, 2026-11-22T00:00:00Z, ",
    "other, codex_exec, 2026-11-22T00:00:00Z, known-version",
    "other, curl/8.1, 2026-11-22T00:00:00Z, ",
    "other, , 2026-11-22T00:00:00Z, known-version",
    "claude, , 2026-11-22T00:00:00Z, known-version",
  })
  void aPolicyDecidesByToolVersionUpstreamAndDate(
      String upstream, String agent, Instant at, String refusedBy) {
    Decision decision = on(upstream, agent == null ? "" : agent, at);

    if (refusedBy == null) {
      assertThat(decision).isEqualTo(PASSED);
    } else {
      assertThat(decision)
          .isInstanceOfSatisfying(
              Decision.Refuse.class, refused -> assertThat(refused.rule()).isEqualTo(refusedBy));
    }
  }

  @Test
  void aRefusalSaysWhyAndWhatToUseInstead() {
    assertThat(on("claude", "claude-cli/2.1.91", DENIED))
        .isEqualTo(
            new Decision.Refuse(
                "no-marks", "It marks its requests.", "pkg:npm/%40qoder-ai/qodercli"));
    assertThat(metrics.text())
        .contains("candor_gateway_policy_total{action=\"deny\",rule=\"no-marks\"} 1");
    assertThat(lines.toString()).contains("\"tool\":\"claude-cli/2.1.91\"");
  }

  @Test
  void whatNobodyCanSayIsPassedAndCounted() {
    assertThat(on("claude", "claude-cli", DENIED)).isEqualTo(PASSED);
    assertThat(metrics.text())
        .contains("candor_gateway_policy_total{action=\"undecided\",rule=\"no-marks\"} 1");
    assertThat(lines.toString()).contains("\"undecided\":\"no-marks\"");
  }

  @Test
  void eachRequestIsCountedAndEachToolToldOnce() {
    for (int i = 0; i < 5; i++) {
      on("claude", "claude-cli/2.1.91", DENIED.plusSeconds(i));
    }
    assertThat(metrics.text()).contains("rule=\"no-marks\"} 5");
    assertThat(lines.toString().lines()).hasSize(1);
  }

  @Test
  void anotherPolicyCountsFromTheNextRequestOn() {
    assertThat(on("claude", "claude-cli/2.1.91", DENIED)).isInstanceOf(Decision.Refuse.class);

    ruling.replace(policy(POLICY.replace("2.1.91|", "2.1.92|")));

    assertThat(on("claude", "claude-cli/2.1.91", DENIED)).isEqualTo(PASSED);
  }

  @Test
  void toolsThatAreMadeUpAreDecidedOn() {
    for (int i = 0; i < 5_000; i++) {
      assertThat(on("claude", "tool-" + i, DENIED)).isEqualTo(PASSED);
    }
    assertThat(on("claude", "claude-cli/2.1.91", DENIED)).isInstanceOf(Decision.Refuse.class);
  }
}
