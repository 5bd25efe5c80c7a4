package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.MechanismFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small experiments with tools of our own. */
@ExtendWith(OwnHome.class)
class AuditCommandTest {
  /** Says a day, and in Asia writes it otherwise. */
  static final String COVERT = "sign=-; case \"$TZ\" in Asia/*) sign=/ ;; esac\n";

  /** Says the zone, for everybody to read. */
  private static final String INNOCENT = "sign=\"-07 in $TZ, \"\n";

  @TempDir private Path folder;

  @Test
  void aToolThatMarksASentenceIsCovertAndKeptTrialsAreNotRunAgain() throws Exception {
    tool(COVERT + ASK);
    Path kept = folder.resolve("kept");
    Screen screen = Screen.piped();

    assertThat(audit(screen, "30", "--trials", kept.toString())).isEqualTo(ExitStatus.COVERT);

    assertThat(screen.out())
        .startsWith("covert: the traffic depends on timezone in a way that a reader does not")
        .contains(
            "Signal: timezone shows in the separator or letter case, 1.0 bits",
            "POST /v1/chat/completions, body /messages/0/content",
            "/ U+002F SOLIDUS: timezone Asia/",
            "10 of 10 fresh");
    Stream<String> first = screen.out().lines();
    List<String> trials = Files.readAllLines(kept.resolve("trials.jsonl"));
    assertThat(trials).hasSizeBetween(22, 31); // what is observed, 20 of the design, and fresh ones

    Screen again = Screen.piped();
    assertThat(audit(again, "30", "--trials", kept.toString())).isEqualTo(ExitStatus.COVERT);
    assertThat(again.out().lines()).containsExactlyElementsOf(first.toList());
    // The same lines, each with the time that its trial took: none was run again.
    assertThat(Files.readAllLines(kept.resolve("trials.jsonl")))
        .containsExactlyInAnyOrderElementsOf(trials);

    tellsTheSameToPrograms(kept);
    isHeldAgainstWhatTheVendorDeclares(kept);
    staysCovertWhenAllIsSuppressed(kept);
  }

  private void staysCovertWhenAllIsSuppressed(Path kept) throws Exception {
    Path sarif = folder.resolve("found.sarif");
    audit(Screen.piped(), "30", "--trials", kept.toString(), "--sarif", sarif.toString());
    StringBuilder entries = new StringBuilder();
    for (JsonNode result :
        JsonMapper.shared().readTree(Files.readAllBytes(sarif)).at("/runs/0/results")) {
      entries.append(
          "  - {rule: %s, fingerprint: %s, reason: Known, expires: never, by: A. Rook}\n"
              .formatted(
                  result.path("ruleId").asString(),
                  result.path("partialFingerprints").values().iterator().next().asString()));
    }
    Path reviewed =
        Files.writeString(
            folder.resolve("candor-suppressions.yaml"),
            "schema: candor/suppressions/v1\nsuppressions:\n" + entries);
    Screen screen = Screen.piped();

    assertThat(
            audit(
                screen,
                "30",
                "--trials",
                kept.toString(),
                "--suppressions",
                reviewed.toString(),
                "--sarif",
                sarif.toString(),
                "--format",
                "terminal"))
        .isEqualTo(ExitStatus.NOTHING_COVERT);

    assertThat(screen.out())
        .startsWith("covert: the traffic depends on timezone")
        .contains("the verdict stands, and what makes it is suppressed");
    assertThat(screen.err()).doesNotContain("suppression");
    for (JsonNode result :
        JsonMapper.shared().readTree(Files.readAllBytes(sarif)).at("/runs/0/results")) {
      assertThat(result.at("/suppressions/0/justification").asString())
          .isEqualTo("Known (A. Rook, without end)");
    }
  }

  private void isHeldAgainstWhatTheVendorDeclares(Path kept) throws Exception {
    Path json = folder.resolve("held.json");
    Path declared =
        Files.writeString(
            folder.resolve("declared.yaml"),
            """
            schema: candor/disclosure/v1
            package: pkg:npm/heron
            versions: vers:npm/*
            statements:
              - facts: timezone
                to: the endpoint
                request: POST /v1/chat/completions
                place: prompt
                as: format
                purpose: The date is written as people write it there.
            """);

    Screen screen = Screen.piped();
    assertThat(
            audit(
                screen,
                "30",
                "--trials",
                kept.toString(),
                "--disclosure",
                declared.toString(),
                "--json",
                json.toString(),
                "--format",
                "terminal"))
        .isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out())
        .startsWith("covert: the traffic depends on timezone")
        .contains("disclosed by statement 1; a reader of the traffic does not");
    JsonNode signal =
        JsonMapper.shared().readTree(Files.readAllBytes(json)).at("/disclosure/covered/0");
    assertThat(signal.at("/kind").asString()).isEqualTo("signal");
    assertThat(signal.at("/statements/0").asInt()).isEqualTo(1);
    assertThat(Screen.piped().run("verify", json.toString())).isEqualTo(ExitStatus.HOLDS);

    Screen without = Screen.piped();
    String nothing =
        Files.readString(declared).replaceFirst("(?s)statements:.*", "statements: []\n");
    Path less = Files.writeString(folder.resolve("less.yaml"), nothing);
    assertThat(without.run("disclosure", "check", json.toString(), less.toString()))
        .isEqualTo(ExitStatus.COVERT);
    assertThat(without.out()).contains("Seen, and not disclosed\n  - timezone shows in");

    Screen letter = Screen.piped();
    assertThat(letter.run("request", json.toString(), "--disclosure", less.toString())).isZero();
    assertThat(letter.out())
        .startsWith("To: the publisher of pkg:generic/")
        .contains("1. timezone shows in the separator or letter case", "/ U+002F SOLIDUS");
    Screen answered = Screen.piped();
    assertThat(answered.run("request", json.toString(), "--format", "markdown")).isZero();
    assertThat(answered.out()).startsWith("# What ").doesNotContain("SOLIDUS");
  }

  private void tellsTheSameToPrograms(Path kept) throws Exception {
    Screen screen = Screen.piped();
    Path json = folder.resolve("report.json");
    Path mechanism = folder.resolve("mechanism.yaml");

    assertThat(
            audit(
                screen,
                "30",
                "--trials",
                kept.toString(),
                "--sarif",
                "-",
                "--json",
                json.toString(),
                "--mechanism",
                mechanism.toString()))
        .isEqualTo(ExitStatus.COVERT);

    JsonNode result = JsonMapper.shared().readTree(screen.out()).at("/runs/0/results/0");
    assertThat(result.at("/ruleId").asString()).isEqualTo("CANDOR-T003");
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("POST /v1/chat/completions, body /messages/0/content");
    JsonNode report = JsonMapper.shared().readTree(Files.readAllBytes(json));
    Mechanism written = MechanismFile.read(mechanism);
    assertThat(MechanismFile.parse("json", report.at("/mechanisms/0").toString()))
        .isEqualTo(written);
    assertThat(written.established().trials()).isEqualTo(report.at("/observed/trials").asInt());
  }

  @Test
  void aToolThatSaysTheSamePlainlyIsCandid() throws Exception {
    tool(INNOCENT + ASK);
    Screen screen = Screen.piped();
    Path json = folder.resolve("report.json");

    assertThat(audit(screen, "30", "--json", json.toString())).isEqualTo(ExitStatus.NOTHING_COVERT);

    JsonNode report = JsonMapper.shared().readTree(Files.readAllBytes(json));
    assertThat(report.at("/verdict").asString()).isEqualTo("candid");
    // A third is kept for what would have to be seen again.
    assertThat(report.at("/observed/trials").asInt()).isEqualTo(20);
    assertThat(report.at("/observed/signals").size()).isZero();
    assertThat(report.at("/observed/explained").toString()).contains("timezone", "plain");
  }

  @Test
  void aToolThatAsksNoModelIsInconclusive() throws Exception {
    tool("echo nothing to say\n");
    Screen screen = Screen.piped();

    assertThat(audit(screen, "4")).isEqualTo(ExitStatus.INCONCLUSIVE);

    assertThat(screen.out())
        .startsWith("inconclusive: what was seen does not show what the tool does\n")
        .contains("runs in the base environment it did not do its work");
  }

  @Test
  void observeDoesTheSameWithoutReadingTheCode() throws Exception {
    tool("echo nothing to say\n");
    Screen screen = Screen.piped();

    assertThat(run(screen, "observe", "4")).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out()).contains("The code was not read.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--budget | few | --budget few is no amount. Write a number of trials",
        "--budget | 1 | a budget is of 2 to 20000 trials",
        "--time | 0 | --time takes 1 to 3600 seconds.",
        "--format | pictures | There is no format pictures",
      })
  void aMistakeIsToldBeforeAnythingIsRun(String option, String value, String message)
      throws Exception {
    tool("echo nothing to say\n");
    Screen screen = Screen.piped();

    assertThat(screen.run("audit", folder.resolve("tool").toString(), "--offline", option, value))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).startsWith("candor: ").contains(message);
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void trialsOfAnotherToolAreNotTakenForThisOnes() throws Exception {
    Path kept = folder.resolve("kept");
    tool("echo one\n");
    assertThat(audit(Screen.piped(), "2", "--trials", kept.toString()))
        .isEqualTo(ExitStatus.INCONCLUSIVE);
    tool("echo another\n");
    Screen screen = Screen.piped();

    assertThat(audit(screen, "2", "--trials", kept.toString())).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains(kept.toString());
  }

  private int audit(Screen screen, String budget, String... options) {
    return run(screen, "audit", budget, options);
  }

  private int run(Screen screen, String command, String budget, String... options) {
    List<String> words = new SampleTool(folder).words(command, options);
    words.addAll(List.of("--budget", budget));
    return screen.run(words.toArray(String[]::new));
  }

  static final String ASK =
      """
      host=${MODEL#*://}; host=${host%%[:/]*}
      body='{"model":"m","messages":[{"role":"user","content":"It is 2026'"$sign"'07 there."}]}'
      exec 3<>/dev/tcp/$host/80
      printf '%s\\r\\n' 'POST /v1/chat/completions HTTP/1.1' "Host: $host" \\
        'Content-Type: application/json' "Content-Length: ${#body}" 'Connection: close' '' >&3
      printf '%s' "$body" >&3
      cat <&3 >/dev/null
      """;

  private void tool(String script) throws IOException {
    SampleTool.write(folder, SampleTool.bash(script));
  }
}
