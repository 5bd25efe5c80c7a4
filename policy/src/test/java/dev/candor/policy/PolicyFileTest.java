package dev.candor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
  private static final String GOOD =
      """
      schema: candor/policy/v1
      zone: Europe/Berlin
      default: warn
      rules:
        - id: heron
          product: pkg:npm/heron
          versions: ">=1.0.0|<2.0.0"
          audit: {attestation: a.json, key: k.pub, verdict: covert}
          place: {path: "/usr/**"}
          when: machine != "x"
          action: deny
          rank: 3
          unknown: applies
          reason: It marks.
          from: 2026-07-10
          until: 2026-12-31
          replacement: egret
          waivers:
            - {place: {machine: a}, by: A. Rook, reason: R, ticket: T, until: never}
      tests:
        - name: one
          at: 2026-07-11
          facts: {product: pkg:npm/heron@1.0.0}
          expect: {action: deny, rule: heron}
      """;

  private static Policy parse(String text) {
    return PolicyFile.parse("p.yaml", text);
  }

  @Test
  void readsAFile() {
    Policy policy = parse(GOOD);
    PolicyRule rule = policy.rules().getFirst();

    assertThat(policy.otherwise()).isEqualTo(Action.WARN);
    assertThat(rule.rank()).isEqualTo(3);
    assertThat(rule.applyUnknown()).isTrue();
    // Berlin is two hours ahead in July, one in January.
    assertThat(rule.term().from().orElseThrow()).hasToString("2026-07-09T22:00:00Z");
    assertThat(rule.term().until().orElseThrow()).hasToString("2026-12-31T23:00:00Z");
    assertThat(policy.citations().values())
        .extracting(Citation::attestation)
        .containsExactly("a.json");
    assertThat(policy.cases()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "policy/v1; policy/v2; line 1: the schema is",
        "zone: Europe/Berlin; zone: Berlin; line 2: \"Berlin\" is no time zone",
        "zone: Europe/Berlin; zone: '+02:00'; line 2: \"+02:00\" is no time zone",
        "zone: Europe/Berlin; name: x; the key \"zone\" is missing",
        "default: warn; default: ask; line 3: \"ask\" is none of allow, warn, deny",
        "id: heron; id: Heron; line 5: id is small letters, digits and dashes",
        "id: heron; id: default; line 5: \"default\" is what no rule matches",
        "pkg:npm/heron\\n; pkg:npm/heron@1.0.0\\n; line 6: the product \"pkg:npm/heron@1.0.0\" is a package URL without version",
        "pkg:npm/heron\\n; pkg:npm/*/heron\\n; line 6: the product \"pkg:npm/*/heron\" has a * that is not at its end",
        "pkg:npm/heron\\n; A B\\n; line 6: the product \"A B\" is a package URL as",
        "pkg:npm/heron\\n; [pkg:npm/heron, pkg:pypi/heron]\\n; line 7: the products are of the types npm and pypi, so the range names one, as vers:npm/",
        ">=1.0.0|<2.0.0; ~1.0.0; line 7: the range of versions holds \"~1.0.0\"",
        ", verdict: covert; ''; line 8: an audit is cited for its \"verdict\" or a \"mechanism\"",
        "verdict: covert; verdict: bad; line 8: verdict is covert, opaque, candid or inconclusive",
        "path: \"/usr/**\"; path: []; line 9: \"path\" holds nothing",
        "path: \"/usr/**\"; folder: x; line 9: the key \"folder\" means nothing here",
        "machine != \"x\"; machin != \"x\"; line 10: the condition is broken at its line 1, column 1: undeclared reference to 'machin'",
        "machine != \"x\"; machine; line 10: the condition is broken at its line 1, column 1: expected type 'bool' but found 'string'",
        "machine != \"x\"; machine == ; line 10: the condition is broken at its line 1, column",
        "action: deny; action: forbid; line 11: \"forbid\" is none of",
        "rank: 3; rank: 1001; line 12: rank is a number from -1000 to 1000",
        "rank: 3; rank: high; line 12: rank is a number",
        "unknown: applies; unknown: yes; line 13: unknown is",
        "reason: It marks.; reason: ' '; line 14: \"reason\" is a text of 1 to 2000",
        "from: 2026-07-10; from: 10.7.2026; line 15: \"from\" is a day as 2026-07-10, or a moment",
        "from: 2026-07-10; from: 2026-07-10T09:00; line 15: \"from\" is a day",
        "from: 2026-07-10; from: 2026-02-30; line 15: \"from\" is a day",
        "from: 2026-07-10; from: 0026-07-10; line 15: \"from\" is a day",
        "until: 2026-12-31; until: 2026-07-01; line 5: this ends before it begins",
        "replacement: egret; replacement: Use Egret; line 17: replacement is a package URL",
        "place: {machine: a}, by; by; line 19: a waiver is for a place, a product or versions",
        "by: A. Rook, ; ''; the key \"by\" is missing",
        "ticket: T, until: never; ticket: T; the key \"until\" is missing",
        "rule: heron}; rule: egret}; line 24: there is no rule \"egret\"",
        "facts: {product: pkg:npm/heron@1.0.0}; facts: {product: heron}; line 23: the product is no package URL",
      })
  void saysWhatIsWrongAndWhere(String part, String other, String message) {
    String wanted = part.replace("\\n", "\n");
    assertThat(GOOD).contains(wanted);
    assertThatThrownBy(() -> parse(GOOD.replace(wanted, other.replace("\\n", "\n"))))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("p.yaml, line ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("docs/policy.md describes the file.");
  }

  @Test
  void aRuleNamesAProductOrAnAudit() {
    assertThatThrownBy(() -> Examples.of("- {id: a, action: deny, reason: r}"))
        .hasMessageContaining("has neither \"product\" nor \"audit\"");
  }

  @Test
  void anIdThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() ->
            Examples.of(
                """
                - {id: a, product: x, action: deny, reason: r}
                - {id: a, product: y, action: deny, reason: r}
                """))
        .hasMessageContaining("line 5: the id \"a\" is there twice");
  }

  @Test
  void rulesDepthAndValuesAreBounded() {
    String many =
        IntStream.range(0, 2_001)
            .mapToObj(i -> "- {id: r%d, product: x, action: deny, reason: r}".formatted(i))
            .collect(Collectors.joining("\n"));
    assertThatThrownBy(() -> Examples.of(many)).hasMessageContaining("more than 2000 entries");
    assertThatThrownBy(() -> parse("[".repeat(100_000)))
        .hasMessageContaining("nested more than 12 deep");
    String products = "x, ".repeat(500) + "x";
    assertThatThrownBy(
            () -> Examples.of("- {id: a, product: [" + products + "], action: deny, reason: r}"))
        .hasMessageContaining("more than 500 entries");
  }

  /** A loop over a loop, depth, length, and a regular expression that others backtrack in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2].all(x, [1, 2].all(y, x < y))",
        "[1, 2, 3].map(x, x * 2).size() > 0",
        "machine.exists(c, c == 'a')",
      })
  void aConditionHasNoLoops(String text) {
    assertThatThrownBy(() -> condition(text)).hasMessageContaining("the condition is broken");
  }

  @Test
  void aConditionIsBoundedInLengthAndDepth() {
    assertThatThrownBy(() -> condition("(".repeat(500) + "true" + ")".repeat(500)))
        .hasMessageContaining("the condition is broken");
    assertThatThrownBy(() -> condition("true" + " || true".repeat(300)))
        .hasMessageContaining("it has not 1 to 2000 characters");
    assertThat(
            condition("machine.matches('(a+)+$') && " + "(machine + machine).size() > 0")
                .decide(
                    Examples.machine(
                        Examples.heron(), java.util.Optional.of("a".repeat(4_000) + "b")),
                    Examples.NOON)
                .action())
        .isEqualTo(Action.ALLOW);
  }

  private static PolicyInForce condition(String text) {
    return Examples.of(
        "- {id: a, product: heron, action: deny, reason: r, when: \"" + text + "\"}");
  }

  @Test
  void aPolicyWithoutRulesAllowsAll() {
    assertThat(
            parse("schema: candor/policy/v1\nzone: UTC\nrules: []\n")
                .inForce(Map.of())
                .decide(Examples.heron(), Examples.NOON)
                .action())
        .isEqualTo(Action.ALLOW);
  }
}
