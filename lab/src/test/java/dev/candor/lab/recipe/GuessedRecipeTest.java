package dev.candor.lab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessedRecipeTest {
  private static final String PURL = "pkg:npm/%40o/kea-code@1.2.3";

  @TempDir private Path folder;
  @TempDir private Path platform;

  @BeforeEach
  void writeAPackageThatSaysNothing() throws IOException {
    write("package.json", "{'name': '@o/kea-code', 'bin': {'kea': 'cli.js'}}");
    write("cli.js", "#!/usr/bin/env node\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name.endsWith(".json") ? text.replace('\'', '"') : text);
  }

  private GuessedRecipe guess() {
    return GuessedRecipe.of(PURL, List.of(folder, platform));
  }

  @Test
  void saysOfEachPartWhyItWasGuessed() {
    GuessedRecipe guessed = guess();
    assertThat(guessed.recipe().tool()).isEqualTo("kea");
    assertThat(guessed.recipe().purl()).isEqualTo("pkg:npm/%40o/kea-code");
    assertThat(guessed.recipe().command()).containsExactly("kea", "-p", "{prompt}");
    assertThat(guessed.recipe().endpoint()).isEmpty();
    assertThat(guessed.reasons())
        .hasSize(4)
        .allMatch(reason -> reason.matches("[A-Z].*[.]"))
        .anyMatch(reason -> reason.contains("nothing in the package tells it"))
        .anyMatch(reason -> reason.contains("names no version"));
  }

  @Test
  void takesTheCommandThatIsMostLikeThePackagesName() throws IOException {
    write(
        "package.json",
        "{'name': '@o/kea-code', 'bin': {'helper': 'h.js', 'kea': 'cli.js', 'zz': 'z.js'}}");
    assertThat(guess().recipe().command().getFirst()).isEqualTo("kea");
    write("package.json", "{'name': 'kea', 'bin': './cli.js'}");
    assertThat(guess().recipe().command().getFirst()).isEqualTo("kea");
  }

  @Test
  void readsTheRuntimeFromEngines() throws IOException {
    write(
        "package.json",
        "{'name': 'kea', 'bin': {'kea': 'cli.js'}, 'engines': {'node': '^22.1.0 || >=24'}}");
    assertThat(guess().recipe().runtime()).contains(new Recipe.Interpreter("node", 22));
    write("package.json", "{'name': 'kea', 'bin': {'kea': 'bin/kea'}}");
    write("bin/kea", "\u007fELF");
    assertThat(guess().recipe().runtime()).isEmpty();
  }

  @Test
  void believesTheReadMeBeforeTheProgram() throws IOException {
    write("cli.js", "program.option('-p, --print <text>')");
    assertThat(guess().recipe().command()).containsExactly("kea", "-p", "{prompt}");
    write("README.md", "Run it unattended with `kea exec 'fix the tests'`.");
    assertThat(guess().recipe().command()).containsExactly("kea", "exec", "{prompt}");
  }

  @Test
  void findsWordsInMachineCodeAcrossBlocks() throws IOException {
    byte[] code = new byte[(1 << 20) + 300];
    byte[] word = "run [message..]".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(word, 0, code, (1 << 20) - 4, word.length);
    Path program = platform.resolve("kea");
    Files.write(program, code);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(guess().recipe().command()).containsExactly("kea", "run", "{prompt}");
  }

  @Test
  void guessesWhereTheModelIsToldAndWhatItSpeaks() throws IOException {
    write("cli.js", "process.env.OPENAI_BASE_URL; process.env.ANTHROPIC_BASE_URL");
    Recipe recipe = guess().recipe();
    assertThat(recipe.endpoint()).contains(new Recipe.Endpoint("OPENAI_BASE_URL", "/v1"));
    assertThat(recipe.keyVariable()).contains("OPENAI_API_KEY");
    assertThat(recipe.api()).contains("openai-chat");

    write("README.md", "Set ANTHROPIC_API_KEY first.");
    assertThat(guess().recipe().api()).contains("anthropic-messages");

    write("README.md", "");
    write("cli.js", "process.env.OPENAI_BASE_URL + '/v1/responses'");
    assertThat(guess().recipe().api()).contains("openai-responses");
  }

  @Test
  void findsTheApiOfItsMakerByThePackagesName() throws IOException {
    write("package.json", "{'name': '@o/gemini-kea', 'bin': {'kea': 'cli.js'}}");
    write("cli.js", "OPENAI_BASE_URL GOOGLE_GEMINI_BASE_URL");
    assertThat(guess().recipe().endpoint().map(Recipe.Endpoint::variable))
        .isEqualTo(Optional.of("GOOGLE_GEMINI_BASE_URL"));
  }

  @Test
  void refusesAPackageWithoutACommand() throws IOException {
    write("package.json", "{'name': 'kea'}");
    assertThatThrownBy(this::guess)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no command");
  }

  @Test
  void readsNoPackageJsonOfAnySize() throws IOException {
    write("package.json", "{'name': 'kea', 'bin': 'cli.js', 'x': '" + "x".repeat(9 << 20) + "'}");
    assertThatThrownBy(this::guess)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than 8 MiB")
        .hasMessageContaining("--recipe");
  }

  @Test
  void readsNoPackageJsonOfAnyDepth() throws IOException {
    write(
        "package.json",
        "{'name': 'kea', 'bin': " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    assertThatThrownBy(this::guess)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read");
  }
}
