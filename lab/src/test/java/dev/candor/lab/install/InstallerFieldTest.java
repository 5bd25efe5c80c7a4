package dev.candor.lab.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.RegistryPackage;
import dev.candor.lab.recipe.Recipe;
import dev.candor.lab.recipe.Recipes;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.KeeperProcess;
import dev.candor.lab.room.RoomPlan;
import dev.candor.lab.room.RoomResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every tool that has a recipe, as published: installed without running any of it, it runs in a
 * room. Needs this machine's npm configuration and network for what is not in the cache.
 */
@Tag("field")
class InstallerFieldTest {
  private static KeeperProcess keeper;

  @BeforeAll
  static void start() {
    keeper = KeeperProcess.start();
  }

  @AfterAll
  static void end() {
    keeper.close();
  }

  @ParameterizedTest
  @CsvSource({
    "@anthropic-ai/claude-code, 2.1.91",
    "@anthropic-ai/claude-code, 2.1.196",
    "@openai/codex, 0.169.0",
    "@google/gemini-cli, 0.61.0",
    "@qwen-code/qwen-code, 0.24.4",
    "opencode-ai, 1.18.33",
    "@qoder-ai/qodercli, 1.1.52",
  })
  void saysItsVersionInARoom(String name, String version) throws Exception {
    RegistryPackage wanted = new RegistryPackage(name, version);
    Recipe recipe = Recipes.of(wanted.purl()).orElseThrow();
    Installation installation =
        new Installer(FetchOptions.standard()).install(wanted, Optional.of(recipe));

    List<String> command = installation.command(List.of(recipe.command().getFirst(), "--version"));
    RoomResult result = keeper.run(plan(installation, command));
    assertThat(new String(result.output(), UTF_8))
        .as("%s: %s", result, new String(result.errors(), UTF_8))
        .contains(version);
    assertThat(result.exit()).isZero();
    assertThat(installation.subject().digest()).isPresent();
    assertThat(installation.packages())
        .allSatisfy(each -> assertThat(each.subject().digest()).isPresent());
  }

  private static RoomPlan plan(Installation installation, List<String> command) {
    List<String> path = new ArrayList<>(installation.path());
    path.addAll(List.of("/usr/bin", "/bin"));
    return new RoomPlan(
        "quince-7431",
        "0123456789abcdef0123456789abcdef",
        new RoomPlan.Card("02:11:22:33:44:50", "192.168.88.23"),
        new RoomPlan.User("quince", 1000, "/home/quince"),
        "/home/quince/project",
        List.of(),
        installation.binds(),
        Map.of("PATH", String.join(":", path), "HOME", "/home/quince"),
        Optional.empty(),
        List.of("127.0.0.1 localhost"),
        Optional.empty(),
        Optional.empty(),
        Bounds.DEFAULT,
        command,
        "");
  }
}
