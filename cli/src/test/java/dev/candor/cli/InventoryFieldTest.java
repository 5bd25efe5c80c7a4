package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tree with installations that package managers made; none of what they install is run. */
@Tag("field")
class InventoryFieldTest {
  private static final String CLAUDE = "@anthropic-ai/claude-code";

  @TempDir private Path root;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void findsAllOfThemAndNothingElse() throws Exception {
    npm("/opt/old", CLAUDE + "@2.1.91");
    npm("/opt/new", CLAUDE + "@2.1.198");
    npm("/opt/more", "@openai/codex@0.169.0", "@google/gemini-cli@0.61.0");
    extension("/home/a/.vscode/extensions");
    extension("/home/a/.vscode-server/extensions");
    wheel("/opt/venv/lib/python3.12/site-packages");
    renamed("/srv/data/x", CLAUDE + "-linux-x64@2.1.196");

    assertThat(found())
        .containsExactly(
            "cline 3.40.0 vscode-extension /home/a/.vscode-server/extensions/saoudrizwan.claude-dev-3.40.0",
            "cline 3.40.0 vscode-extension /home/a/.vscode/extensions/saoudrizwan.claude-dev-3.40.0",
            "gemini-cli 0.61.0 npm /opt/more/lib/node_modules/@google/gemini-cli",
            "codex 0.169.0 npm /opt/more/lib/node_modules/@openai/codex",
            "claude-code 2.1.198 npm /opt/new/lib/node_modules/" + CLAUDE,
            "claude-code 2.1.91 npm /opt/old/lib/node_modules/" + CLAUDE,
            "aider 0.86.1 pip /opt/venv/lib/python3.12/site-packages/aider_chat-0.86.1.dist-info",
            "claude-code 2.1.196 executable /srv/data/x");
  }

  private List<String> found() {
    Screen screen = Screen.piped();
    assertThat(screen.run("inventory", "--root", root.toString(), "--format", "json"))
        .as(screen.err())
        .isZero();
    List<String> found = new ArrayList<>();
    for (JsonNode one : JsonMapper.shared().readTree(screen.out()).path("installations").values()) {
      found.add(
          "%s %s %s %s"
              .formatted(
                  one.path("tool").asString(),
                  one.path("version").asString("?"),
                  one.path("means").asString(),
                  one.path("place").asString()));
    }
    return found.stream().sorted((a, b) -> place(a).compareTo(place(b))).toList();
  }

  private static String place(String line) {
    return line.split(" ", 4)[3];
  }

  private void npm(String prefix, String... packages) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "npm",
                "install",
                "--global",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefix",
                Files.createDirectories(path(prefix)).toString()));
    command.addAll(Arrays.asList(packages));
    run(root, command);
  }

  /** As an editor unpacks a VSIX. */
  private void extension(String extensions) throws IOException {
    Path folder =
        Files.createDirectories(path(extensions).resolve("saoudrizwan.claude-dev-3.40.0"));
    Files.writeString(
        folder.resolve("package.json"),
        """
        {"name": "claude-dev", "publisher": "saoudrizwan", "version": "3.40.0",
         "engines": {"vscode": "^1.84.0"}}
        """);
  }

  /** As an installer unpacks a wheel. */
  private void wheel(String site) throws IOException {
    Path folder = Files.createDirectories(path(site).resolve("aider_chat-0.86.1.dist-info"));
    Files.writeString(
        folder.resolve("METADATA"), "Metadata-Version: 2.4\nName: aider-chat\nVersion: 0.86.1\n");
    Files.writeString(folder.resolve("INSTALLER"), "pip\n");
  }

  private void renamed(String place, String name) throws Exception {
    Path work = Files.createTempDirectory("candor-field");
    run(work, List.of("npm", "pack", "--silent", "--ignore-scripts", name));
    run(work, List.of("sh", "-c", "tar xzf ./*.tgz"));
    Files.createDirectories(path(place).getParent());
    Files.move(work.resolve("package/claude"), path(place), StandardCopyOption.REPLACE_EXISTING);
    run(root, List.of("rm", "-rf", work.toString()));
  }

  private Path path(String place) {
    return root.resolve(place.substring(1));
  }

  private static void run(Path folder, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assumeThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
  }
}
