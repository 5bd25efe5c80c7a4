package dev.candor.lab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipesTest {
  @Test
  void knowsTheSixToolsThatCandorWasMadeFor() {
    assertThat(Recipes.all())
        .extracting(Recipe::tool)
        .containsExactly("claude-code", "codex", "gemini-cli", "opencode", "qodercli", "qwen-code");
  }

  @Test
  void findsTheRecipeOfAPackageWhateverItsVersion() {
    assertThat(Recipes.of("pkg:npm/%40anthropic-ai/claude-code@2.1.91"))
        .get()
        .extracting(Recipe::tool)
        .isEqualTo("claude-code");
    assertThat(Recipes.of("pkg:npm/opencode-ai")).isPresent();
    assertThat(Recipes.of("pkg:npm/lodash@4.17.21")).isEmpty();
  }

  @Test
  void theProgramForOnePlatformHasTheRecipeOfItsTool() {
    assertThat(Recipes.of("pkg:npm/%40anthropic-ai/claude-code-linux-x64@2.1.196"))
        .isEqualTo(Recipes.of("pkg:npm/%40anthropic-ai/claude-code"))
        .isPresent();
    assertThat(Recipes.of("pkg:npm/%40anthropic-ai/claude-code-router@1.0.0")).isEmpty();
  }
}
