package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InventoryCommandTest {
  @TempDir private Path root;
  @TempDir private Path files;

  @BeforeEach
  void aMachineWithOneTool() throws IOException {
    Path folder =
        Files.createDirectories(root.resolve("usr/lib/node_modules/@anthropic-ai/claude-code"));
    Files.writeString(
        folder.resolve("package.json"),
        "{\"name\": \"@anthropic-ai/claude-code\", \"version\": \"2.1.91\"}");
  }

  @Test
  void listsWhatIsBelowARoot() {
    Screen screen = Screen.piped();

    assertThat(screen.run("inventory", "--root", root.toString(), "--machine", "image")).isZero();

    assertThat(screen.err()).isEmpty();
    assertThat(screen.out())
        .startsWith("1 installation of 1 tool on image\n")
        .contains("  claude-code  2.1.91  npm  /usr/lib/node_modules/@anthropic-ai/claude-code\n");
  }

  @Test
  void writesJsonToAFile() throws IOException {
    Path file = files.resolve("a.json");

    assertThat(
            Screen.piped().run("inventory", "--root", root.toString(), "--json", file.toString()))
        .isZero();

    JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(json.path("schema").asString()).isEqualTo("candor/inventory/v1");
    assertThat(json.at("/installations/0/purl").asString())
        .isEqualTo("pkg:npm/%40anthropic-ai/claude-code@2.1.91");
    assertThat(json.path("taken").asString()).endsWith("Z");
  }

  @Test
  void looksAtOneHomeOnly() {
    Screen screen = Screen.piped();

    assertThat(screen.run("inventory", "--root", root.toString(), "--home", "/usr/lib")).isZero();
    assertThat(screen.out()).contains("/usr/lib/node_modules/");
    assertThat(Screen.piped().run("inventory", "--root", root.toString(), "--home", "/home/none"))
        .isEqualTo(ExitStatus.NOT_DONE);
  }

  @Test
  void mergesInventoriesOfManyMachines() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("inventory", "--format", "csv", "--merge"));
    for (String machine : List.of("a", "b", "c")) {
      Path file = files.resolve(machine + ".json");
      Screen.piped()
          .run(
              "inventory",
              "--root",
              root.toString(),
              "--machine",
              machine,
              "--json",
              file.toString());
      arguments.add(file.toString());
    }
    Screen screen = Screen.piped();

    assertThat(screen.run(arguments.toArray(String[]::new))).isZero();

    assertThat(screen.out().lines().skip(1).map(line -> line.split(",")[1]).distinct())
        .containsExactly("a", "b", "c");
  }

  @Test
  void aCollectionCanBeMergedAgain() throws IOException {
    Path one = files.resolve("one.json");
    Path both = files.resolve("both.json");
    Screen.piped().run("inventory", "--root", root.toString(), "--json", one.toString());
    Screen.piped()
        .run(
            "inventory",
            "--merge",
            one.toString(),
            one.toString(),
            "--format",
            "json",
            "--output",
            both.toString());
    Screen screen = Screen.piped();

    assertThat(screen.run("inventory", "--merge", both.toString(), "--format", "json")).isZero();

    assertThat(Files.readString(both).lines()).hasSize(2);
    assertThat(screen.out()).isEqualTo(Files.readString(both));
  }

  @Test
  void namesTheFileThatIsNoInventory() throws IOException {
    Path file = Files.writeString(files.resolve("no.json"), "{}");
    Screen screen = Screen.piped();

    assertThat(screen.run("inventory", "--merge", file.toString())).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("no.json, /schema: not candor/inventory/v1");
  }

  @Test
  void mergingLooksAtNothing() {
    Screen screen = Screen.piped();

    assertThat(screen.run("inventory", "--root", root.toString(), "--merge", "a.json"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--merge looks at nothing");
  }
}
