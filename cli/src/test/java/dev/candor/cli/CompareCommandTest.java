package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.core.InputException;
import dev.candor.lab.trial.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
  @TempDir private Path folder;
  private final Screen screen = Screen.piped();

  @Test
  void reportsThatWereWrittenBeforeArePutSideBySide() throws IOException {
    String older = report("older", "candid", "1.0", "wrenfield");
    String newer = report("newer", "covert", "2.0", "other-host");

    assertThat(screen.run("compare", older, newer)).isEqualTo(ExitStatus.COVERT);

    assertThat(screen.out())
        .startsWith("covert: the traffic of 1 of 2 tools depends on the environment")
        .contains("tool@1.0 and tool@2.0: the receipts are the same\n")
        .contains("Told alike by all: hostname to the endpoint. --all shows where.");
  }

  @ParameterizedTest
  @CsvSource({
    "candid, candid, 0",
    "candid, opaque, 0",
    "opaque, inconclusive, 3",
    "inconclusive, covert, 1",
  })
  void theStatusIsThatOfTheVerdictThatDecides(String one, String other, int status)
      throws IOException {
    assertThat(
            screen.run(
                "compare",
                report("a", one, "1", "wrenfield"),
                report("b", other, "2", "wrenfield")))
        .isEqualTo(status);
  }

  @Test
  void theResultIsForProgramsToo() throws IOException {
    Path json = folder.resolve("out.txt");

    screen.run(
        "compare",
        report("a", "candid", "1", "wrenfield"),
        report("b", "candid", "2", "wrenfield"),
        "--json",
        json.toString());

    assertThat(
            JsonMapper.shared()
                .readTree(Files.readAllBytes(json))
                .at("/versions/0/same")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whatIsNoReportIsToldBeforeAnythingIsRun() throws IOException {
    String good = report("a", "candid", "1", "wrenfield");
    String bad = Files.writeString(folder.resolve("bad.json"), "{}").toString();

    assertThat(screen.run("compare", folder.toString(), good, bad)).isEqualTo(ExitStatus.NOT_DONE);

    assertThat(screen.err())
        .startsWith("candor: ")
        .contains("bad.json, line 1, at its top: the member schema is missing")
        .contains("candor audit PACKAGE --json FILE");
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void oneToolIsTooFewAndThirteenAreTooMany() throws IOException {
    String one = report("a", "candid", "1", "wrenfield");

    assertThat(screen.run("compare", one)).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(
            screen.run(
                Stream.concat(Stream.of("compare"), Collections.nCopies(13, one).stream())
                    .toArray(String[]::new)))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("Two to 12 tools are compared, and 13 were named");
  }

  /** A package is audited as by candor audit, and put beside a report. */
  @Test
  void packagesAreAudited() throws IOException {
    try {
      Lab.open().close();
    } catch (InputException e) {
      assumeTrue(false, e.getMessage());
    }
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell));
    Files.writeString(folder.resolve("sample"), "#!/bin/sh\necho nothing to say\n");
    Path recipe =
        Files.writeString(
            folder.resolve("recipe.yaml"),
            """
            tool: sample
            package: pkg:generic/sample
            command: [sample, "{prompt}"]
            api: openai-chat
            endpoint-variable: MODEL
            key-variable: MODEL_KEY
            """);

    int status =
        screen.run(
            "compare",
            report("a", "candid", "1", "wrenfield"),
            folder.resolve("sample").toString(),
            "--offline",
            "--budget",
            "2",
            "--trials",
            folder.resolve("kept").toString(),
            "--recipe",
            recipe.toString());

    assertThat(screen.err()).isEmpty();
    assertThat(status).isEqualTo(ExitStatus.INCONCLUSIVE);
    assertThat(screen.out())
        .startsWith("inconclusive: what was seen of 1 of 2 tools does not show what it does")
        .contains("pkg:generic/sample", "hostname");
    try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
      assertThat(kept)
          .singleElement()
          .satisfies(one -> assertThat(one.resolve("trials.jsonl")).exists());
    }
  }

  private String report(String name, String verdict, String version, String hostname)
      throws IOException {
    return Files.writeString(
            folder.resolve(name + ".json"),
            """
            {"schema": "candor/report/v1", "subject": {"purl": "pkg:npm/tool@%s"},
             "verdict": "%s", "reasons": ["because"],
             "observed": {"tool": "tool", "trials": 60, "environments": [], "signals": [],
              "receipt": [{"fact": "hostname", "value": "%s", "destination": "the endpoint",
               "request": "POST /v1/messages", "where": "body /system/0/text",
               "rendering": "plain", "times": 3}],
              "unreadable": []}}
            """
                .formatted(version, verdict, hostname))
        .toString();
  }
}
