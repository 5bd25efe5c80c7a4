package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final Screen screen = Screen.piped();

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpNamesTheCommandsAndTheExitStatus(String option) {
    assertThat(screen.run(option)).isZero();
    assertThat(screen.out())
        .startsWith("Usage: candor")
        .contains(
            "scan ", "specimen ", "completion ", "pkg:npm/%40scope/name@1.2.3", "Exit status: 0");
    assertThat(screen.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan", "completion", "specimen"})
  void everyCommandHasHelp(String command) {
    assertThat(screen.run(command, "--help")).isZero();
    assertThat(screen.out()).startsWith("Usage: candor " + command);
  }

  @Test
  void helpFitsTheTerminal() {
    screen.run("scan", "--help");
    assertThat(screen.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void versionNamesCandorAndItsRuntime(String option) {
    assertThat(screen.run(option)).isZero();
    assertThat(screen.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .matches("candor \\d+\\.\\d+\\.\\d+.*");
    assertThat(screen.out()).contains("java " + System.getProperty("java.runtime.version"));
  }

  @Test
  void noCommandIsAMistake() {
    assertThat(screen.run()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).isEqualTo("candor: Missing a command. See candor --help.\n");
    assertThat(screen.out()).isEmpty();
  }

  @Test
  void aGroupWithoutCommandIsAMistake() {
    assertThat(screen.run("specimen")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("See candor specimen --help.");
  }

  @Test
  void aMisspeltCommandIsCorrected() {
    assertThat(screen.run("scn")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("'scn'", "Did you mean scan");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(screen.run("scan", "--nope", "x")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err())
        .isEqualTo("candor: Unknown option: '--nope'. See candor scan --help.\n");
  }

  @Test
  void argumentsAreMadeVisibleInMessages() {
    screen.run("scan", "--\u001b[31m\u202e", "x");
    assertThat(screen.err()).doesNotContain("\u001b", "\u202e").contains("\\u{1B}");
  }

  @Test
  void stackTracesAreForThoseWhoAsk() {
    Screen asking = Screen.terminal(Map.of("CANDOR_DEBUG", "1"));
    asking.run("scan", "--nope", "x");
    screen.run("scan", "--nope", "x");
    assertThat(asking.err()).contains("\tat dev.candor");
    assertThat(screen.err()).doesNotContain("\tat ");
  }

  @Test
  void aFullDiskBehindStandardOutputIsSaid() {
    Screen messages = Screen.piped();
    Console full =
        new Console(
            new ResultStream(failing("No space left on device")),
            messages.console().err(),
            false,
            false,
            Map.of());
    assertThat(Main.run(full, "--help")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(messages.err())
        .isEqualTo("candor: Standard output does not take the results: No space left on device.\n");
  }

  @Test
  void aReaderWhoLeavesIsNoFailure() {
    Screen messages = Screen.piped();
    Console left =
        new Console(
            new ResultStream(failing("Broken pipe")),
            messages.console().err(),
            false,
            false,
            Map.of());
    assertThat(Main.run(left, "--version")).isZero();
    assertThat(messages.err()).isEmpty();
  }

  @Test
  void completionIsAScriptThatKnowsTheOptions() {
    assertThat(screen.run("completion")).isZero();
    assertThat(screen.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F", "--format", "--diff", "sarif", "specimen");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
