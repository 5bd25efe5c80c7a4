package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Where results go: {@code -} is standard output, and takes one of them. */
class OutputsTest {
  @TempDir private Path temp;
  private final Screen screen = Screen.piped();
  private String text = "";

  @BeforeEach
  void write() throws IOException {
    text = Files.writeString(temp.resolve("text.txt"), "an ordinary text\n").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json -", "--json=-", "--format json --output -", "--format json"})
  void aDashIsStandardOutput(String options) {
    assertThat(run(options)).isZero();

    assertThat(JsonMapper.shared().readTree(screen.out()).at("/schema").asString())
        .isEqualTo("candor/text/v1");
    assertThat(screen.err()).isEmpty();
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void theReportForAPersonGoesToAFileBesideIt() throws IOException {
    Path file = temp.resolve("report.txt");

    assertThat(run("--json - --output " + file)).isZero();

    assertThat(screen.out()).startsWith("{");
    assertThat(Files.readString(file)).doesNotContain("{");
  }

  @Test
  void aFileMayHaveThatName() throws IOException {
    Path dash = temp.resolve("-");

    assertThat(run("--json " + dash)).isZero();

    assertThat(Files.readString(dash)).startsWith("{");
    assertThat(screen.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--json - --format terminal | --json and --format",
        "--json - --output - | --json and --output",
        "--fix --json - | --fix and --json",
        "--fix --output - --json - | --fix and --json",
      })
  void twoResultsAreNotMixed(String options, String both) {
    assertThat(run(options)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.out()).isEmpty();
    assertThat(screen.err())
        .isEqualTo(
            "candor: %s both write to standard output. Name a file for one of them.\n"
                .formatted(both));
  }

  @Test
  void theFixedTextGoesToStandardOutputAndTheReportToAFile() throws IOException {
    Path json = temp.resolve("report.json");

    assertThat(run("--fix --output - --json " + json)).isZero();

    assertThat(screen.out()).isEqualTo("an ordinary text\n");
    assertThat(Files.readString(json)).startsWith("{");
  }

  @Test
  void sarifGoesThereToo() {
    assertThat(screen.run("scan", text, "--sarif", "-", "--json", temp.resolve("x").toString()))
        .isZero();

    assertThat(JsonMapper.shared().readTree(screen.out()).at("/version").asString())
        .isEqualTo("2.1.0");
    assertThat(temp.resolve("x")).exists();
  }

  @Test
  void aPageAndMarkdownAreWrittenBesideEachOther() throws IOException {
    Path html = temp.resolve("report.html");
    Path markdown = temp.resolve("report.md");

    assertThat(
            screen.run("scan", text, "--html", html.toString(), "--markdown", markdown.toString()))
        .isZero();

    assertThat(screen.out()).isEmpty();
    assertThat(Files.readString(html))
        .startsWith("<!DOCTYPE html>")
        .contains("candor scan ./text.txt");
    assertThat(Files.readString(markdown))
        .startsWith("# Candor: `pkg:generic/text.txt`\n")
        .contains("candor scan ./text.txt");
  }

  @Test
  void jsonAndSarifCannotBothGoThere() {
    assertThat(screen.run("scan", text, "--sarif", "-", "--json", "-"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--json and --sarif both write to standard output");
  }

  private int run(String options) {
    String[] words = ("text " + text + " " + options).split(" ");
    return screen.run(words);
  }
}
