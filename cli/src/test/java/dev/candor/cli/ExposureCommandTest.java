package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureCommandTest {
  @TempDir private Path temp;
  private final Screen screen = Screen.piped();

  @Test
  void tellsAsWhatAnEnvironmentWouldBeMarked() {
    int status =
        screen.run(
            "exposure",
            "--environment",
            "endpoint=https://api.deepseek.com/v1",
            "--environment",
            "timezone=Asia/Shanghai");

    assertThat(status).isEqualTo(ExitStatus.COVERT);
    assertThat(screen.out())
        .startsWith("marked: claude-code-date would mark this environment\n")
        .contains("ʼ U+02BC MODIFIER LETTER APOSTROPHE", "/ U+002F SOLIDUS")
        .contains("keyword           yes: substring deepseek", "Todayʼs date is …/…/….");
  }

  @Test
  void readsThisMachineWhereNothingIsGiven() {
    Screen marked =
        Screen.terminal(
            Map.of(
                "ANTHROPIC_BASE_URL", "http://gate.baidu-int.com", "TZ", "UTC", "NO_COLOR", "1"));

    assertThat(marked.run("exposure")).isEqualTo(ExitStatus.COVERT);
    assertThat(marked.out())
        .contains("http://gate.baidu-int.com (ANTHROPIC_BASE_URL)", "UTC", "(TZ)", "U+2019");
    assertThat(screen.run("exposure", "--environment", "timezone=Asia/Shanghai")).isZero();
    assertThat(screen.out()).contains("not marked:", "none (ANTHROPIC_BASE_URL)");
  }

  @Test
  void isInconclusiveWhereAFactorCannotBeRead() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("m.yaml"),
            """
            schema: candor/mechanism/v1
            name: mine
            package: pkg:npm/mine
            established: {engine: hand, date: 2026-11-21, scanned: no, trials: 0}
            conditions: [{id: a, factor: git-history, match: substring, values: [x]}]
            carriers: [{id: t, kind: text, text: "Hello{s} there"}]
            marks:
              - {carrier: t, slot: s, form: invisible, codebook: [{when: {a: yes}, symbol: U+200B}, {word: ""}]}
            """);

    assertThat(screen.run("exposure", "--mechanism", file.toString()))
        .isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out()).contains("unknown:", "--environment git-history=");
  }

  /** As candor audit writes it of a folder. */
  @Test
  void aMechanismOfALocalPackageHasNoVersion() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("m.yaml"),
            """
            schema: candor/mechanism/v1
            name: mine
            package: pkg:generic/mine
            seen: [{package: pkg:generic/mine}]
            established: {engine: candor 1, date: 2026-11-21, scanned: yes, trials: 58}
            conditions: [{id: a, factor: timezone, match: equal, values: [Asia/Tokyo]}]
            carriers: [{id: t, kind: text, text: "Hello{s} there"}]
            marks:
              - {carrier: t, slot: s, form: invisible, codebook: [{when: {a: yes}, symbol: U+200B}, {word: ""}]}
            """);

    assertThat(
            screen.run("exposure", "--mechanism", file.toString(), "--environment", "timezone=UTC"))
        .isZero();
    assertThat(screen.out())
        .contains(
            "package    pkg:generic/mine\n", "candor 1, 2026-11-21, in the code, in 58 trials");
  }

  @Test
  void saysWhatIsWrongWithAMechanism() throws IOException {
    Path file = Files.writeString(temp.resolve("m.yaml"), "schema: candor/mechanism/v1\nnam: x\n");

    assertThat(screen.run("exposure", "--mechanism", file.toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("m.yaml, line 2: the key \"nam\" means nothing here");
  }

  @Test
  void saysWhatIsWrongWithALevel() {
    assertThat(screen.run("exposure", "--environment", "timezone")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("FACTOR=LEVEL");
  }
}
