package dev.candor.lab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.lab.recipe.Recipe.Answer;
import dev.candor.lab.recipe.Recipe.Endpoint;
import dev.candor.lab.recipe.Recipe.Interpreter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeFileTest {
  @Test
  void readsEveryKey() {
    Recipe recipe =
        RecipeFile.parse(
            "mine.yaml",
            """
            tool: mine
            package: pkg:npm/mine
            runtime: node >=22
            setup: [[tool, login, --key, "{key}"]]
            command: [mine, run, "{prompt}"]
            api: openai-chat
            endpoint-variable: MINE_URL
            endpoint-path: /v1
            key-variable: MINE_KEY
            environment: {A: "1", B: two}
            files: {"~/.mine": "url = {endpoint}"}
            answers:
              - {host: "*.example.test", path: /flags/*, body: "[]"}
            """);

    assertThat(recipe)
        .isEqualTo(
            new Recipe(
                "mine",
                "pkg:npm/mine",
                Optional.of(new Interpreter("node", 22)),
                List.of(List.of("tool", "login", "--key", "{key}")),
                List.of("mine", "run", "{prompt}"),
                Optional.of("openai-chat"),
                Optional.of(new Endpoint("MINE_URL", "/v1")),
                Optional.of("MINE_KEY"),
                Map.of("A", "1", "B", "two"),
                Map.of("~/.mine", "url = {endpoint}"),
                List.of(
                    new Answer("*.example.test", "*", "/flags/*", 200, "application/json", "[]"))));
  }

  @Test
  void needsOnlyToolPackageAndCommand() {
    Recipe recipe = RecipeFile.parse("short.yaml", "tool: x\npackage: pkg:npm/x\ncommand: [x]\n");

    assertThat(recipe.api()).isEmpty();
    assertThat(recipe.runtime()).isEmpty();
    assertThat(recipe.setup()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          package: pkg:npm/x¶command: [x]                              | has no tool
          tool: x¶command: [x]                                         | has no package
          tool: x¶package: p                                           | has no command
          tool: x¶package: p¶command: x                               | value for command that is no list
          tool: x¶package: p¶command: [x]¶comand: [y]                | key "comand", which means nothing
          tool: x¶package: p¶command: [x]¶runtime: java             | runtime: node >=20
          tool: x¶package: p¶command: [x]¶key-variable: A B         | which none can be called
          tool: x¶package: p¶command: [x]¶endpoint-path: /v1        | without an endpoint-variable
          tool: x¶package: p¶command: [x]¶files: [a]                | value for files that is no map
          tool: x¶package: p¶command: [x]¶answers: [{host: h, path: /, status: 99}] | Write 200 to 599
          tool: x¶tool: y                                              | is no YAML at line 2
          'tool: [x'                                                    | is no YAML at line
          just text                                                     | holds no keys
          """)
  void namesTheFileAndWhatIsWrong(String text, String message) {
    String yaml = text.replace("¶", "\n");

    assertThatThrownBy(() -> RecipeFile.parse("bad.yaml", yaml))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("The recipe bad.yaml ")
        .hasMessageContaining(message);
  }

  @Test
  void printsNoControlCharacterOfTheFile() {
    assertThatThrownBy(() -> RecipeFile.parse("bad.yaml", "tool: x\n\"a\\e[31mb\": 1\n"))
        .hasMessageContaining("a\\u{1B}[31mb");
  }

  @Test
  void refusesAliasesThatGrowWithoutEnd() {
    StringBuilder yaml = new StringBuilder("tool: x\npackage: p\na0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> RecipeFile.parse("bomb.yaml", yaml + "command: *a29\n"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void matchesAnAnswerByHostMethodAndPath() {
    Answer answer = new Answer("*.example.test", "GET", "/flags/*", 200, "text/plain", "");

    assertThat(answer.isFor("api.example.test", "get", "/flags/1")).isTrue();
    assertThat(answer.isFor("example.test", "GET", "/flags/1")).isFalse();
    assertThat(answer.isFor("api.example.test", "POST", "/flags/1")).isFalse();
    assertThat(answer.isFor("api.example.test", "GET", "/flag")).isFalse();
  }
}
