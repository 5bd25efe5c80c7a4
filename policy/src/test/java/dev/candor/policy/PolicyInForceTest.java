package dev.candor.policy;

import static dev.candor.policy.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.Digest;
import dev.candor.core.InputException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyInForceTest {
  private static final String ATTESTED =
      """
      - id: covert
        audit: {attestation: heron.json, key: team.pem.pub, verdict: covert, mechanism: heron-mark}
        action: deny
        reason: It marks.
      """;

  @Test
  void theDefaultDecidesWhereNoRuleMatches() {
    Decision decision =
        Examples.of("- {id: a, product: pkg:npm/other, action: deny, reason: r}")
            .decide(Examples.heron(), NOON);

    assertThat(decision.action()).isEqualTo(Action.ALLOW);
    assertThat(decision.rule()).isEmpty();
    assertThat(decision.why()).isEqualTo("no rule matches");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pkg:npm/heron; true",
        "pkg:npm/Heron; true",
        "pkg:npm/hero*; true",
        "pkg:npm/*; true",
        "pkg:*; false",
        "pkg:npm/heron-x; false",
        "pkg:pypi/heron; false",
        "heron; true",
        "her*; true",
        "egret; false",
        "'*'; true",
      })
  void aProductIsNamedByPackageOrToolWithAStarAtItsEnd(String pattern, boolean meant) {
    if (pattern.equals("pkg:*")) {
      assertThatThrownBy(() -> rule("product: \"pkg:*\""))
          .hasMessageContaining("is no package URL");
      return;
    }
    assertThat(rule("product: \"" + pattern + "\"").decide(Examples.heron(), NOON).action())
        .isEqualTo(meant ? Action.DENY : Action.ALLOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "place: {machine: 'laptop-*'}; DENY",
        "place: {machine: [build-1, laptop-1]}; DENY",
        "place: {machine: 'build-*'}; ALLOW",
        "place: {path: '/usr/**'}; DENY",
        "place: {path: '/usr/*'}; ALLOW",
        "place: {path: '/usr/*/node_modules/?eron'}; DENY",
        "place: {path: '/usr/**', machine: build-1}; ALLOW",
        "versions: '>=1.0.0|<2.0.0'; DENY",
        "versions: '>=2.0.0'; ALLOW",
        "versions: 'vers:npm/1.5.0'; DENY",
        "when: machine.startsWith('laptop') && version == '1.5.0'; DENY",
        "when: means == 'brew'; ALLOW",
        "from: 2026-07-15; DENY",
        "from: 2026-07-16; ALLOW",
        "from: 2026-07-15T12:00Z; DENY",
        "from: 2026-07-15T12:00:01Z; ALLOW",
        "from: 2026-07-15T20:00+08:00; DENY",
        "until: 2026-07-15; DENY",
        "until: 2026-07-14; ALLOW",
        "until: 2026-07-15T12:00Z; ALLOW",
        "until: 2026-07-15T12:00:01Z; DENY",
      })
  void eachPartOfARuleMustHold(String part, Action action) {
    assertThat(rule("product: heron, " + part).decide(Examples.heron(), NOON).action())
        .isEqualTo(action);
  }

  /** The night in which clocks went forward in Cairo: that day had no midnight. */
  @Test
  void aDayBeginsAtItsFirstMoment() {
    Policy policy =
        PolicyFile.parse(
            "p.yaml",
            """
            schema: candor/policy/v1
            zone: Africa/Cairo
            rules: [{id: a, product: heron, action: deny, reason: r, from: 2026-04-24}]
            """);
    PolicyInForce inForce = policy.inForce(Map.of());

    assertThat(inForce.decide(Examples.heron(), Instant.parse("2026-04-23T21:59:59Z")).action())
        .isEqualTo(Action.ALLOW);
    assertThat(inForce.decide(Examples.heron(), Instant.parse("2026-04-23T22:00:00Z")).action())
        .isEqualTo(Action.DENY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "deny, warn; 0, 0; a",
        "warn, deny; 0, 0; b",
        "allow, warn; 0, 0; b",
        "allow, deny; 0, 0; b",
        "allow, deny; 1, 0; a",
        "warn, deny; 0, -1; a",
        "deny, deny; 0, 0; a",
        "deny, deny; 0, 1; b",
      })
  void theHighestRankDecidesThenTheStrictestAction(String actions, String ranks, String rule) {
    String[] action = actions.split(", ");
    String[] rank = ranks.split(", ");
    PolicyInForce policy =
        Examples.of(
            """
            - {id: a, product: heron, action: %s, rank: %s, reason: r}
            - {id: b, product: heron, action: %s, rank: %s, reason: r}
            """
                .formatted(action[0], rank[0], action[1], rank[1]));

    assertThat(policy.decide(Examples.heron(), NOON).rule()).contains(rule);
  }

  @Test
  void ofTwoThatSayTheSameTheEarlierIsNamed() {
    Decision decision =
        Examples.of(
                """
                - {id: a, product: heron, action: deny, reason: r, from: 2026-07-02}
                - {id: b, product: heron, action: deny, reason: r, from: 2026-07-01}
                """)
            .decide(Examples.heron(), NOON);

    assertThat(decision.rule()).contains("b");
    assertThat(decision.since()).contains(Instant.parse("2026-07-01T00:00:00Z"));
  }

  @Test
  void aWaiverTakesItsRuleOutAndNoOther() {
    PolicyInForce policy =
        Examples.of(
            """
            - id: a
              product: heron
              action: deny
              rank: 5
              reason: r
              waivers: [{place: {machine: laptop-1}, by: A. Rook, reason: moving, ticket: T-1, until: 2026-07-20}]
            - {id: b, product: heron, action: warn, reason: r}
            """);
    Decision waived = policy.decide(Examples.heron(), NOON);

    assertThat(waived.action()).isEqualTo(Action.WARN);
    assertThat(waived.rule()).contains("b");
    assertThat(waived.waived().orElseThrow().rule()).isEqualTo("a");
    assertThat(waived.waived().orElseThrow().waiver().words())
        .isEqualTo("by A. Rook until 2026-07-20: moving (T-1)");
    assertThat(policy.decide(Examples.heron(), Instant.parse("2026-07-21T00:00:00Z")).action())
        .isEqualTo(Action.DENY);
    assertThat(
            policy
                .decide(Examples.machine(Examples.heron(), Optional.of("laptop-2")), NOON)
                .action())
        .isEqualTo(Action.DENY);
  }

  @Test
  void aWaiverForAMachineIsNoneWhereTheMachineIsNotKnown() {
    PolicyInForce policy =
        Examples.of(
            """
            - id: a
              product: heron
              action: deny
              reason: r
              waivers: [{place: {machine: "*"}, by: A, reason: r, until: never}]
            """);

    assertThat(policy.decide(Examples.machine(Examples.heron(), Optional.empty()), NOON).action())
        .isEqualTo(Action.DENY);
  }

  @ParameterizedTest
  @CsvSource({"nightly, cannot be read as one of npm", "'', no version is known"})
  void whatCannotBeReadIsUndecidedAndTold(String version, String why) {
    Facts facts =
        Examples.version(Examples.heron(), Optional.of(version).filter(it -> !it.isEmpty()));
    Decision decision = rule("product: pkg:npm/heron, versions: '>=1.0.0'").decide(facts, NOON);

    assertThat(decision.action()).isEqualTo(Action.ALLOW);
    assertThat(decision.undecided()).hasSize(1);
    assertThat(decision.undecided().getFirst().action()).isEqualTo(Action.DENY);
    assertThat(decision.undecided().getFirst().why()).contains(why);
  }

  @Test
  void aRuleMaySayThatItAppliesToWhatIsNotKnown() {
    Decision decision =
        rule("product: pkg:npm/heron, versions: '>=1.0.0', unknown: applies")
            .decide(Examples.version(Examples.heron(), Optional.of("nightly")), NOON);

    assertThat(decision.action()).isEqualTo(Action.DENY);
    assertThat(decision.undecided()).isEmpty();
    assertThat(decision.why())
        .startsWith("r (it applies to what is not known; versions: the version \"nightly\"");
  }

  @Test
  void whatCouldNotDecideAnywayIsNotTold() {
    Decision decision =
        Examples.of(
                """
                - {id: a, product: heron, versions: '>=1.0.0', action: warn, reason: r}
                - {id: b, product: heron, action: deny, reason: r}
                - {id: c, product: heron, versions: '>=1.0.0', action: deny, rank: 3, reason: r}
                """)
            .decide(Examples.version(Examples.heron(), Optional.of("nightly")), NOON);

    assertThat(decision.rule()).contains("b");
    assertThat(decision.undecided()).isEmpty();
  }

  @Test
  void anUndecidedExceptionOfHigherRankIsTold() {
    Decision decision =
        Examples.of(
                """
                - {id: a, product: heron, versions: '>=1.0.0', action: allow, rank: 3, reason: r}
                - {id: b, product: heron, action: deny, reason: r}
                """)
            .decide(Examples.version(Examples.heron(), Optional.of("nightly")), NOON);

    assertThat(decision.action()).isEqualTo(Action.DENY);
    assertThat(decision.undecided()).extracting(Decision.Undecided::rule).containsExactly("a");
  }

  @Test
  void aConditionOnWhatIsNotKnownIsUndecided() {
    PolicyInForce policy = rule("product: heron, when: upstream == 'x'");
    assertThat(policy.decide(Examples.heron(), NOON).undecided()).hasSize(1);

    PolicyInForce either = rule("product: heron, when: upstream == 'x' || version == '1.5.0'");
    assertThat(either.decide(Examples.heron(), NOON).action()).isEqualTo(Action.DENY);
  }

  @Test
  void explainsWhatBecameOfEachRule() {
    Explanation explanation =
        Examples.of(
                """
                - {id: differs, product: heron, versions: '>=2.0.0', action: deny, reason: r}
                - {id: later, product: heron, action: deny, reason: r, from: 2026-08-01}
                - {id: over, product: heron, action: deny, reason: r, until: 2026-07-01}
                - id: waived
                  product: heron
                  action: deny
                  reason: r
                  waivers: [{product: heron, by: A, reason: r, until: never}]
                - {id: unknown, product: heron, place: {upstream: "*"}, action: deny, reason: r}
                - {id: warns, product: heron, action: warn, reason: because}
                - {id: allows, product: heron, action: allow, reason: r}
                """)
            .explain(Examples.heron(), NOON);

    assertThat(explanation.decision().rule()).contains("warns");
    assertThat(explanation.rules())
        .extracting(one -> one.rule().id() + ": " + one.state().word())
        .containsExactlyInAnyOrder(
            "differs: differs",
            "later: not yet",
            "over: over",
            "waived: waived",
            "unknown: undecided",
            "warns: decides",
            "allows: matches");
    Outcome differs =
        explanation.rules().stream()
            .filter(one -> one.rule().id().equals("differs"))
            .findFirst()
            .orElseThrow();
    assertThat(differs.clauses())
        .extracting(Clause::name, Clause::truth)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("product", Truth.YES),
            org.assertj.core.groups.Tuple.tuple("versions", Truth.NO));
    assertThat(differs.why()).isEqualTo("versions: 1.5.0 is not in vers:semver/>=2.0.0");
  }

  @Test
  void tellsAtWhichMomentsSomethingChanges() {
    PolicyInForce policy =
        Examples.of(
            """
            - {id: a, product: heron, action: deny, reason: r, from: 2026-07-16, until: 2026-07-31}
            - id: b
              product: heron
              action: deny
              reason: r
              from: 2026-07-01
              waivers: [{product: heron, by: A, reason: r, until: 2026-07-19}]
            """);

    assertThat(policy.borders(NOON, Instant.parse("2026-07-20T00:00:00Z")))
        .containsExactly(
            Instant.parse("2026-07-16T00:00:00Z"), Instant.parse("2026-07-20T00:00:00Z"));
  }

  @Test
  void anAttestationNamesTheProductOfARuleThatNamesNone() {
    PolicyInForce policy = cited("pkg:npm/heron@1.5.0", "covert", List.of("heron-mark"));

    assertThat(policy.decide(Examples.heron(), NOON).action()).isEqualTo(Action.DENY);
    assertThat(
            policy.decide(Examples.version(Examples.heron(), Optional.of("1.5.1")), NOON).action())
        .isEqualTo(Action.ALLOW);
    assertThat(
            policy.decide(Examples.version(Examples.heron(), Optional.empty()), NOON).undecided())
        .hasSize(1);
  }

  @Test
  void anAttestationThatSaysOtherwiseIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> cited("pkg:npm/heron@1.5.0", "candid", List.of("heron-mark")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rule covert: the attestation heron.json has the verdict candid");
    assertThatThrownBy(() -> cited("pkg:npm/heron@1.5.0", "covert", List.of()))
        .hasMessageContaining("has no mechanism heron-mark");
    assertThatThrownBy(() -> Examples.of(ATTESTED))
        .hasMessageContaining("the attestation heron.json was not verified");
  }

  @Test
  void anAttestationOfAnotherProductProvesNothing() {
    Policy policy =
        policy(
            ATTESTED.replace("  audit", "  product: pkg:npm/heron\n  versions: <1.4.0\n  audit"));

    assertThatThrownBy(
            () -> policy.inForce(attested("pkg:npm/egret@1.0.0", "covert", List.of("heron-mark"))))
        .hasMessageContaining("speaks of pkg:npm/egret@1.0.0, of which the rule does not speak");
    assertThatThrownBy(
            () -> policy.inForce(attested("pkg:npm/heron@1.5.0", "covert", List.of("heron-mark"))))
        .hasMessageContaining("of which the rule does not speak");
  }

  private static PolicyInForce rule(String parts) {
    return Examples.of("- {id: a, action: deny, reason: r, " + parts + "}");
  }

  private static PolicyInForce cited(String purl, String verdict, List<String> mechanisms) {
    return policy(ATTESTED).inForce(attested(purl, verdict, mechanisms));
  }

  private static Policy policy(String rules) {
    return PolicyFile.parse(
        "p.yaml", "schema: candor/policy/v1\nzone: UTC\nrules:\n" + rules.indent(2));
  }

  private static Map<String, Attested> attested(
      String purl, String verdict, List<String> mechanisms) {
    return Map.of(
        "covert",
        new Attested(
            purl, Optional.of(new Digest("sha512", "00")), Optional.of(verdict), mechanisms));
  }
}
