package dev.candor.fleet.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Catalogue SUPPLIED = Catalogue.supplied();

  /** The six that are audited, and twenty others at least. */
  @Test
  void knowsTheToolsThatAreAuditedAndManyOthers() {
    assertThat(SUPPLIED.tools())
        .extracting(Tool::name)
        .contains("claude-code", "codex", "gemini-cli", "qwen-code", "opencode", "qodercli")
        .hasSizeGreaterThanOrEqualTo(26);
  }

  @Test
  void eachToolCanBeFoundBySomething() {
    assertThat(SUPPLIED.tools())
        .allMatch(tool ->
            !tool.npm().isEmpty()
                || !tool.pypi().isEmpty()
                || !tool.homebrew().isEmpty()
                || !tool.debian().isEmpty()
                || !tool.extensions().isEmpty()
                || !tool.jetbrains().isEmpty()
                || !tool.shapes().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "@anthropic-ai/claude-code, claude-code",
    "@anthropic-ai/claude-code-linux-x64, claude-code",
    "@anthropic-ai/claude-code-win32-arm64, claude-code",
    "@anthropic-ai/claude-code-linux-x64-musl, claude-code",
    "opencode-ai, opencode",
    "opencode-linux-x64-baseline, opencode"
  })
  void knowsPackagesAndThoseForOnePlatform(String name, String tool) {
    assertThat(SUPPLIED.npm(name)).map(Tool::name).contains(tool);
  }

  @ParameterizedTest
  @CsvSource({
    "claude-code",
    "@anthropic-ai/sdk",
    "@anthropic-ai/claude-code-linux",
    "opencode",
    "codex-linux-x64"
  })
  void knowsNoNameByAPartOfIt(String name) {
    assertThat(SUPPLIED.npm(name)).isEmpty();
  }

  @Test
  void oneNameIsOfOneTool() {
    Tool first = ToolFile.parse("a.yaml", ToolFileTest.SMALL);
    Tool second =
        ToolFile.parse("b.yaml", ToolFileTest.SMALL.replace("tool: small", "tool: other"));

    assertThatThrownBy(() -> new Catalogue(List.of(first, second)))
        .hasMessage("small-cli is of other and of small");
  }

  @Test
  void findsSettingFilesByTheirLastName() {
    assertThat(SUPPLIED.settingFiles("config.toml"))
        .extracting(found -> found.tool().name())
        .contains("codex");
    assertThat(SUPPLIED.settingFiles("none.toml")).isEmpty();
    assertThat(SUPPLIED.forOnePlatform("@anthropic-ai/claude-code")).isEqualTo(Optional.empty());
  }
}
