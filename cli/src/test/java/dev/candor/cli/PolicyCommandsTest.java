package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryJson;
import dev.candor.fleet.inventory.Means;
import dev.candor.fleet.inventory.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {
  private static final String EXAMPLE = "../docs/examples/policy.yaml";

  @TempDir private Path temp;
  private final Screen screen = Screen.piped();
  private Path inventory = Path.of("");

  @BeforeEach
  void writeTheInventoriesOfTwoMachines() throws IOException {
    inventory = temp.resolve("machines.json");
    try (OutputStream out = Files.newOutputStream(inventory)) {
      InventoryJson.writeLine(
          machine(
              "laptop-1",
              npm("claude-code", "pkg:npm/%40anthropic-ai/claude-code", "2.1.91"),
              npm("qodercli", "pkg:npm/%40qoder-ai/qodercli", "1.0.4")),
          out);
      InventoryJson.writeLine(
          machine(
              "lab-3",
              npm("claude-code", "pkg:npm/%40anthropic-ai/claude-code", "2.1.198"),
              npm("claude-code", "pkg:npm/%40anthropic-ai/claude-code", "2.1.150")),
          out);
    }
  }

  private static Inventory machine(String name, Installation... installations) {
    return new Inventory(
        name,
        "Debian",
        Instant.parse("2026-07-01T00:00:00Z"),
        "/",
        List.of(installations),
        List.of(),
        List.of(),
        List.of(),
        new Engine("1", "25"));
  }

  private static Installation npm(String tool, String purl, String version) {
    return new Installation(
        tool,
        purl + "@" + version,
        Optional.of(version),
        Means.NPM,
        "/usr/lib/node_modules/" + tool,
        List.of(),
        Optional.empty());
  }

  private int check(String at, String... more) {
    return screen.run(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "policy", "check", "--policy", EXAMPLE, inventory.toString(), "--at", at),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void tellsWhatIsDeniedSinceWhenAndWhatInstead() {
    assertThat(check("2026-07-10")).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out())
        .startsWith("denied: 1 installation\n")
        .contains(
            "Denied: claude-code-date-mark, since 2026-07-10",
            "Use pkg:npm/%40qoder-ai/qodercli instead.",
            "laptop-1: claude-code 2.1.91 (npm) in /usr/lib/node_modules/claude-code",
            "Waived",
            "lab-3: claude-code 2.1.150 (npm)",
            "SEC-4711")
        .doesNotContain("2.1.198", "qodercli 1.0.4");
  }

  @Test
  void warnsOfWhatWillBeDenied() {
    assertThat(check("2026-07-01")).isEqualTo(ExitStatus.NOTHING_COVERT);
    assertThat(screen.out())
        .startsWith("allowed: nothing is denied; 1 denied within 30 days\n")
        .contains("from 2026-07-10 on, by claude-code-date-mark");

    Screen later = Screen.piped();
    assertThat(
            later.run(
                "policy",
                "check",
                "--policy",
                EXAMPLE,
                inventory.toString(),
                "--at",
                "2026-07-01",
                "--days",
                "8"))
        .isZero();
    assertThat(later.out()).startsWith("allowed: nothing is denied\n");
  }

  @Test
  void writesLinesForOsquery() {
    assertThat(check("2026-07-10", "--format", "osquery")).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out().lines()).hasSize(2);
    assertThat(screen.out().lines().findFirst().orElseThrow())
        .startsWith("{\"name\":\"candor_policy\",\"hostIdentifier\":\"laptop-1\"")
        .contains("\"decision\":\"deny\"", "\"rule\":\"claude-code-date-mark\"");
  }

  @Test
  void anUnreadableVersionIsInconclusive() throws IOException {
    Path file = temp.resolve("one.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      InventoryJson.write(
          machine("laptop-1", npm("claude-code", "pkg:npm/%40anthropic-ai/claude-code", "nightly")),
          out);
    }

    assertThat(
            screen.run(
                "policy", "check", "--policy", EXAMPLE, file.toString(), "--at", "2026-07-10"))
        .isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out())
        .startsWith("undecided: 1 installation")
        .contains("the version \"nightly\"", "cannot be read as one of npm");
  }

  /** A rule for the gateway's hosts says nothing of a tool that no setting points there. */
  @Test
  void anInstallationSpeaksToTheHostThatItsSettingsName() throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("p.yaml"),
            """
            schema: candor/policy/v1
            zone: UTC
            rules: [{id: host, product: "*", place: {upstream: "*.example.net"}, action: deny, reason: r}]
            """);
    Inventory plain = machine("a", npm("heron", "pkg:npm/heron", "1.0.0"));
    Inventory pointed =
        new Inventory(
            "b",
            plain.system(),
            plain.taken(),
            plain.root(),
            plain.installations(),
            List.of(
                new Setting(
                    "heron",
                    Setting.Purpose.ENDPOINT,
                    "/home/b/.heron",
                    "url",
                    "https://gw.example.net/v1")),
            List.of(),
            List.of(),
            plain.engine());
    Path file = temp.resolve("two.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      InventoryJson.writeLine(plain, out);
      InventoryJson.writeLine(pointed, out);
    }

    assertThat(screen.run("policy", "check", "--policy", policy.toString(), file.toString()))
        .isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out()).startsWith("denied: 1 installation\n").contains("b: heron 1.0.0");
  }

  @Test
  void whatAReasonHoldsNeverReachesTheTerminalAsItIs() throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("p.yaml"),
            """
            schema: candor/policy/v1
            zone: UTC
            rules: [{id: a, product: "*", action: deny, reason: "\\e[2J\\u202Egone"}]
            """);
    for (String format : List.of("terminal", "json", "osquery")) {
      Screen shown = Screen.piped();
      assertThat(
              shown.run(
                  "policy",
                  "check",
                  "--policy",
                  policy.toString(),
                  inventory.toString(),
                  "--format",
                  format))
          .isEqualTo(ExitStatus.COVERT);
      assertThat(shown.out()).doesNotContain("\u001b", "\u202e").contains("gone");
    }
  }

  @Test
  void explainsWhichRuleDecides() {
    assertThat(
            screen.run(
                "policy",
                "explain",
                "npm:@anthropic-ai/claude-code@2.1.91",
                "--policy",
                EXAMPLE,
                "--at",
                "2026-07-10",
                "--fact",
                "machine=laptop-1",
                "--fact",
                "tool=claude-code"))
        .isZero();
    assertThat(screen.out())
        .startsWith("deny by claude-code-date-mark since 2026-07-10: These releases mark")
        .contains(
            "claude-code-date-mark (deny, rank 0): decides",
            "yes: 2.1.91 is in vers:npm/>=2.1.91|<2.1.198",
            "claude-code-date-mark-elsewhere (deny, rank 0): differs",
            "no: type != \"npm\"");
  }

  @Test
  void explainsEachInstallationOfAnInventory() {
    assertThat(
            screen.run(
                "policy",
                "explain",
                inventory.toString(),
                "--policy",
                EXAMPLE,
                "--at",
                "2026-07-10",
                "--format",
                "json"))
        .isZero();
    assertThat(screen.out())
        .contains(
            "candor/policy-explained/v1", "\"state\" : \"waived\"", "\"state\" : \"decides\"");
  }

  @Test
  void runsTheCasesOfAPolicyAndThoseBesideIt() throws IOException {
    assertThat(screen.run("policy", "test", EXAMPLE)).isZero();
    assertThat(screen.out()).isEqualTo("17 cases passed\n");

    Path broken = temp.resolve("p.yaml");
    Files.writeString(
        broken, Files.readString(Path.of(EXAMPLE)).replace("from: 2026-07-10", "from: 2026-07-11"));
    Screen failing = Screen.piped();
    assertThat(failing.run("policy", "test", broken.toString())).isEqualTo(1);
    assertThat(failing.out())
        .isEqualTo(
            """
            failed: from midnight in Shanghai on it is denied, which is four in the afternoon in UTC
              deny is wanted, and it is allow by the default
            1 of 2 cases failed
            """);
  }

  @Test
  void tellsWhatAChangeDoesToWhom() throws IOException {
    Path after = temp.resolve("after.yaml");
    Files.writeString(
        after, Files.readString(Path.of(EXAMPLE)).replace("|<2.1.198\"", "|<2.1.199\""));

    assertThat(
            screen.run(
                "policy",
                "diff",
                EXAMPLE,
                after.toString(),
                inventory.toString(),
                "--at",
                "2027-01-01"))
        .isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out())
        .startsWith("1 change of 4 installations on 2 machines; 1 newly denied\n")
        .contains(
            "deny by claude-code-date-mark since 2026-07-10, instead of allow by default",
            "lab-3: claude-code 2.1.198 (npm)");
    assertThat(
            Screen.piped()
                .run(
                    "policy", "diff", EXAMPLE, EXAMPLE, inventory.toString(), "--at", "2027-01-01"))
        .isZero();
  }

  @Test
  void anAttestationThatIsMissingEndsWithTwoAndNamesIt() throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("p.yaml"),
            """
            schema: candor/policy/v1
            zone: UTC
            rules: [{id: a, audit: {attestation: gone.json, key: k.pub, verdict: covert}, action: deny, reason: r}]
            """);

    assertThat(screen.run("policy", "check", "--policy", policy.toString(), inventory.toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("p.yaml, rule a:");
  }

  @Test
  void saysWhatToDoWhereThereIsNoPolicy() {
    assertThat(screen.run("policy", "check", inventory.toString())).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("candor-policy.yaml", "--policy FILE");
    assertThat(Screen.piped().run("policy", "check", "--policy", EXAMPLE, "--at", "soon"))
        .isEqualTo(ExitStatus.NOT_DONE);
  }

  /** A rule rests on a report that is verified anew each time. */
  @Test
  void aCitedReportIsVerified() throws IOException {
    String key = temp.resolve("key.pem").toString();
    Path signed = temp.resolve("signed.json");
    assertThat(Screen.piped().run("key", "new", "--output", key)).isZero();
    assertThat(
            Screen.piped()
                .run("specimen", "write", "reported-mechanism", "--tgz", "--output", "" + temp))
        .isZero();
    assertThat(
            Screen.piped()
                .run(
                    "scan",
                    temp.resolve("reported-mechanism.tgz").toString(),
                    "--attest",
                    signed.toString(),
                    "--key",
                    key))
        .isEqualTo(ExitStatus.COVERT);
    Path policy = temp.resolve("cites.yaml");
    String rule =
        """
        schema: candor/policy/v1
        zone: UTC
        rules:
          - id: proven
            product: pkg:generic/reported-mechanism*
            audit: {attestation: signed.json, key: key.pem.pub, verdict: covert}
            action: deny
            reason: The scan has shown it.
        """;
    Files.writeString(policy, rule);
    Path file = temp.resolve("one.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      InventoryJson.write(
          machine("a", npm("reported", "pkg:generic/reported-mechanism.tgz", "1.0.0")), out);
    }
    assertThat(cited(policy, file)).isEqualTo(ExitStatus.COVERT);

    Files.writeString(policy, rule.replace("verdict: covert", "verdict: candid"));
    assertThat(cited(policy, file)).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("rule proven", "has the verdict covert, and the rule says");

    Files.writeString(policy, rule.replace("reported-mechanism*", "heron"));
    assertThat(cited(policy, file)).isEqualTo(ExitStatus.NOT_DONE);

    Files.writeString(policy, rule);
    Files.writeString(
        signed, Files.readString(signed).replaceFirst("\"payload\" ?: ?\"e", "\"payload\":\"f"));
    assertThat(cited(policy, file)).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("rule proven: the attestation", "does not hold");
  }

  private int cited(Path policy, Path inventory) {
    return screen.run("policy", "check", "--policy", policy.toString(), inventory.toString());
  }
}
