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

/**
 * What is said of reports and disclosures that are none; {@link AuditCommandTest} has good ones.
 */
class DisclosureCommandsTest {
  @TempDir private Path folder;
  private final Screen screen = Screen.piped();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(
        folder.resolve("good.yaml"),
        """
        schema: candor/disclosure/v1
        package: pkg:npm/heron
        versions: vers:npm/*
        statements: []
        """);
    Files.writeString(folder.resolve("bad.yaml"), "schema: candor/disclosure/v7\n");
    Path file = Packages.hiding(folder).resolve("index.js");
    assertThat(
            Screen.piped()
                .run("scan", file.toString(), "--json", folder.resolve("scan.json").toString()))
        .isZero();
    Files.writeString(
        folder.resolve("changed.json"),
        Files.readString(folder.resolve("scan.json"))
            .replace("gateway-a0.example", "gateway-a1.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disclosure check scan.json bad.yaml | line 1: the schema is \"candor/disclosure/v7\"",
        "disclosure check scan.json none.yaml | none.yaml cannot be read",
        "disclosure check scan.json good.yaml | tells of no trial",
        "disclosure check good.yaml good.yaml | not JSON",
        "disclosure check changed.json good.yaml | changed.json does not hold: report /static/",
        "disclosure check scan.json | Missing required parameter",
        "disclosure check scan.json good.yaml --format sarif | There is no format sarif",
        "disclosure | Missing a command",
        "audit npm:kestrel@1.0.0 --disclosure good.yaml | speaks of pkg:npm/heron, and pkg:npm/kestrel",
        "audit npm:heron@1.0.0 --disclosure bad.yaml | the schema is",
        "request changed.json | changed.json does not hold",
        "request good.yaml | not JSON",
        "request scan.json --format html | There is no format html of a letter",
        "request scan.json --disclosure bad.yaml | the schema is",
        "request scan.json --key good.yaml | good.yaml",
      })
  void aMistakeIsToldBeforeTheWork(String words, String message) {
    String[] arguments = words.split(" ");
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].matches("[a-z]+\\.(yaml|json)")) {
        arguments[i] = folder.resolve(arguments[i]).toString();
      }
    }

    assertThat(screen.run(arguments)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err()).startsWith("candor: ").contains(message);
  }

  @Test
  void aLetterOfAScanTellsWhatTheCodeHolds() {
    String report = folder.resolve("scan.json").toString();

    assertThat(screen.run("request", report, "--to", "Heron\u001b[31m", "--from", "us")).isZero();

    assertThat(screen.out())
        .startsWith("To: Heron\\u{1B}[31m\nFrom: us\n")
        .contains("it was not run")
        .contains("1. The code holds a list of");
  }

  @Test
  void aSignedReportIsReadAndItsKeyNamed() {
    String key = folder.resolve("k.pem").toString();
    String signed = folder.resolve("signed.json").toString();
    assertThat(screen.run("key", "new", "--output", key)).isZero();
    assertThat(
            screen.run(
                "attest", folder.resolve("scan.json").toString(), "--key", key, "--output", signed))
        .isZero();

    Screen unchecked = Screen.piped();
    assertThat(unchecked.run("request", signed)).isZero();
    assertThat(unchecked.out()).contains("signature names");
    Screen checked = Screen.piped();
    assertThat(checked.run("request", signed, "--key", key + ".pub")).isZero();
    assertThat(checked.out()).contains("signed by").doesNotContain("signature names");
  }
}
