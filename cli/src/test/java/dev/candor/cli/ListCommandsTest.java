package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code candor recipes} and {@code candor factors} list. */
class ListCommandsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"claude-code", "codex", "gemini-cli", "opencode", "qodercli", "qwen-code"})
  void listsTheRecipe(String tool) {
    assertThat(out("recipes").lines()).contains(tool);
  }

  @Test
  void aRecipeTellsPackageRuntimeCommandAndDialect() {
    assertThat(out("recipes"))
        .contains(
            """
            claude-code
              package  pkg:npm/%40anthropic-ai/claude-code
              runtime  node >=18
              command  claude -p {prompt}
              dialect  anthropic-messages
            """);
  }

  /** The words of the design for what a tool may read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "timezone", "endpoint", "proxy", "locale", "username", "hostname", "workdir",
        "git-identity", "git-remote", "git-history", "repository", "terminal", "ci", "machine-id"
      })
  void listsTheFactor(String factor) {
    assertThat(out("factors").lines()).contains(factor);
  }

  @Test
  void aFactorTellsItsBaseLevel() {
    assertThat(out("factors"))
        .contains("hostname\n  is    the name of the machine\n  base  wrenfield-4c1d\n");
  }

  private static String out(String command) {
    Screen screen = Screen.piped();
    assertThat(screen.run(command)).isZero();
    assertThat(screen.err()).isEmpty();
    return screen.out();
  }
}
