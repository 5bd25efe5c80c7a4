package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.RegistryPackage;
import dev.candor.lab.recipe.GuessedRecipe;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.Recipes;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would be guessed of tools whose recipes are known. Needs network, or a filled cache. */
@Tag("field")
class GuessedRecipeFieldTest {
  @ParameterizedTest
  @CsvSource({
    "@anthropic-ai/claude-code, 2.1.91, claude -p {prompt}",
    "@anthropic-ai/claude-code, 2.1.196, claude -p {prompt}",
    "@google/gemini-cli, 0.61.0, gemini -p {prompt}",
    "@qwen-code/qwen-code, 0.24.4, qwen -p {prompt}",
    "opencode-ai, 1.18.33, opencode run {prompt}",
    "@qoder-ai/qodercli, 1.1.52, qodercli -p {prompt}",
    // Wrong but for the name: nothing in the package tells of exec in a form that is looked for.
    "@openai/codex, 0.169.0, codex -p {prompt}",
  })
  void guessesTheCommandOfAKnownTool(String name, String version, String command) {
    RegistryPackage wanted = new RegistryPackage(name, version);
    Recipe known = Recipes.of(wanted.purl()).orElseThrow();
    Installation installation =
        new Installer(FetchOptions.standard()).install(wanted, Optional.empty());

    GuessedRecipe guessed = GuessedRecipe.of(installation.subject().purl(), installation.folders());
    assertThat(String.join(" ", guessed.recipe().command())).isEqualTo(command);
    if (known.endpoint().isPresent()) {
      assertThat(guessed.recipe().endpoint()).isEqualTo(known.endpoint());
      assertThat(guessed.recipe().keyVariable()).isEqualTo(known.keyVariable());
      assertThat(guessed.recipe().api()).isEqualTo(known.api());
    }
  }
}
