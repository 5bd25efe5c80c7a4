package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees as machines have them, and others that look like them. */
class LookingTest {
  private static final String CLAUDE = "@anthropic-ai/claude-code";

  @TempDir private Path folder;
  private Tree tree;

  @BeforeEach
  void anEmptyMachine() {
    tree = new Tree(folder);
  }

  @Test
  void findsPackagesOfUsersAndProjects() {
    tree.npm("/usr/lib/node_modules", CLAUDE, "2.1.198")
        .npm("/home/a/.nvm/versions/node/v22.1.0/lib/node_modules", CLAUDE, "2.1.91")
        .npm("/home/a/work/node_modules", "@google/gemini-cli", "0.61.0");

    assertThat(tree.found())
        .containsExactly(
            "claude-code 2.1.91 npm /home/a/.nvm/versions/node/v22.1.0/lib/node_modules/" + CLAUDE,
            "gemini-cli 0.61.0 npm /home/a/work/node_modules/@google/gemini-cli",
            "claude-code 2.1.198 npm /usr/lib/node_modules/" + CLAUDE);
  }

  @Test
  void tellsManagersOfNodePackagesApart() {
    tree.npm("/a/node_modules/.pnpm/@openai+codex@0.1.0/node_modules", "@openai/codex", "0.1.0")
        .link(
            "/a/node_modules/@openai/codex",
            "../.pnpm/@openai+codex@0.1.0/node_modules/@openai/codex")
        .npm("/b/node_modules", "@openai/codex", "0.2.0")
        .file("/b/node_modules/.yarn-integrity", "{}")
        .npm("/c/node_modules", "@openai/codex", "0.3.0")
        .file("/c/bun.lock", "{}")
        .npm("/home/d/.bun/install/global/node_modules", "@openai/codex", "0.4.0")
        .npm("/home/e/.config/yarn/global/node_modules", "@openai/codex", "0.5.0");

    assertThat(tree.found())
        .containsExactly(
            "codex 0.1.0 pnpm /a/node_modules/.pnpm/@openai+codex@0.1.0/node_modules/@openai/codex",
            "codex 0.2.0 yarn /b/node_modules/@openai/codex",
            "codex 0.3.0 bun /c/node_modules/@openai/codex",
            "codex 0.4.0 bun /home/d/.bun/install/global/node_modules/@openai/codex",
            "codex 0.5.0 yarn /home/e/.config/yarn/global/node_modules/@openai/codex");
  }

  @Test
  void theProgramForOnePlatformBelongsToItsPackage() {
    String modules = "/usr/lib/node_modules/" + CLAUDE + "/node_modules";
    tree.npm("/usr/lib/node_modules", CLAUDE, "2.1.198")
        .npm(modules, CLAUDE + "-linux-x64", "2.1.198")
        .file(modules + "/" + CLAUDE + "-linux-x64/claude", Tree.bun(Tree.claude("2.1.198")));

    Installation only = only();

    assertThat(Tree.words(only))
        .isEqualTo("claude-code 2.1.198 npm /usr/lib/node_modules/" + CLAUDE);
    assertThat(only.evidence())
        .contains("Bun executable that holds PACKAGE_URL:\"@anthropic-ai/claude-code\"");
    assertThat(only.sha256()).isPresent();
  }

  @Test
  void theProgramForOnePlatformBesideItsPackageBelongsToItToo() {
    tree.npm("/a/node_modules", CLAUDE, "2.1.198")
        .npm("/a/node_modules", CLAUDE + "-linux-x64", "2.1.198")
        .file("/a/node_modules/" + CLAUDE + "-linux-x64/claude", Tree.bun(Tree.claude("2.1.198")));

    assertThat(tree.found()).containsExactly("claude-code 2.1.198 npm /a/node_modules/" + CLAUDE);
  }

  @Test
  void theProgramForOnePlatformAloneIsAnInstallation() {
    tree.npm("/a/node_modules", CLAUDE + "-linux-arm64-musl", "2.1.196");

    assertThat(only().purl())
        .isEqualTo("pkg:npm/%40anthropic-ai/claude-code-linux-arm64-musl@2.1.196");
  }

  @Test
  void anExecutableInAPackageThatTellsAnotherVersionIsNotHidden() {
    tree.npm("/a/node_modules", CLAUDE, "2.1.198")
        .file("/a/node_modules/" + CLAUDE + "/bin/claude.exe", Tree.bun(Tree.claude("2.1.91")));

    assertThat(tree.found())
        .containsExactly(
            "claude-code 2.1.198 npm /a/node_modules/" + CLAUDE,
            "claude-code 2.1.91 executable /a/node_modules/" + CLAUDE + "/bin/claude.exe");
  }

  @Test
  void aRenamedExecutableIsFoundByWhatItHolds() {
    tree.file("/opt/stuff/x", Tree.bun(Tree.claude("2.1.196")));

    Installation only = only();

    assertThat(Tree.words(only)).isEqualTo("claude-code 2.1.196 executable /opt/stuff/x");
    assertThat(only.purl()).isEqualTo("pkg:npm/%40anthropic-ai/claude-code@2.1.196");
    assertThat(only.sha256()).hasValueSatisfying(digest -> assertThat(digest).hasSize(64));
  }

  @Test
  void findsPythonPackagesByTheirMetadata() {
    tree.wheel("/usr/lib/python3/dist-packages", "aider-chat", "0.86.1")
        .wheel("/home/a/.local/share/pipx/venvs/llm/lib/python3.12/site-packages", "llm", "0.27")
        .wheel("/home/a/.local/share/uv/tools/gptme/lib/python3.12/site-packages", "gptme", "0.28")
        .wheel("/home/a/.cache/uv/archive-v0/Xy", "gptme", "0.28");

    assertThat(tree.found())
        .containsExactly(
            "llm 0.27 pipx /home/a/.local/share/pipx/venvs/llm/lib/python3.12/site-packages/llm-0.27.dist-info",
            "gptme 0.28 uv /home/a/.local/share/uv/tools/gptme/lib/python3.12/site-packages/gptme-0.28.dist-info",
            "aider-chat 0.86.1 pip /usr/lib/python3/dist-packages/aider_chat-0.86.1.dist-info"
                .replace("aider-chat", "aider"));
  }

  @Test
  void findsKegsAndCasks() {
    tree.file("/home/linuxbrew/.linuxbrew/Cellar/opencode/1.18.33_1/bin/opencode", "x")
        .npm(
            "/opt/homebrew/Cellar/gemini-cli/0.61.0/libexec/lib/node_modules",
            "@google/gemini-cli",
            "0.61.0")
        .file("/opt/homebrew/Caskroom/claude-code/2.1.198,77/claude", "x")
        .file("/opt/homebrew/Caskroom/claude-code/.metadata/config.json", "{}");

    assertThat(tree.found())
        .containsExactly(
            "opencode 1.18.33 homebrew /home/linuxbrew/.linuxbrew/Cellar/opencode/1.18.33_1",
            "claude-code 2.1.198 homebrew /opt/homebrew/Caskroom/claude-code/2.1.198,77",
            "gemini-cli 0.61.0 homebrew /opt/homebrew/Cellar/gemini-cli/0.61.0");
  }

  @Test
  void findsDebianPackagesThatAreInstalled() {
    tree.file(
        "/var/lib/dpkg/status",
        """
        Package: bash
        Status: install ok installed
        Version: 5.2

        Package: cursor
        Status: install ok installed
        Description: %s
        Version: 1:1.7.52-1

        Package: windsurf
        Status: deinstall ok config-files
        Version: 1.9
        """
            .formatted("x".repeat(5_000)));

    assertThat(tree.found()).containsExactly("cursor 1:1.7.52-1 debian /var/lib/dpkg/status");
    assertThat(only().purl()).isEqualTo("pkg:deb/debian/cursor@1%3A1.7.52-1");
  }

  @Test
  void anExtensionInTwoEditorsIsTwoInstallations() {
    tree.extension("/home/a/.vscode/extensions", "saoudrizwan", "claude-dev", "3.40.0")
        .extension("/home/a/.cursor/extensions", "saoudrizwan", "claude-dev", "3.40.0")
        .extension("/home/a/.vscode-server/extensions", "Codium", "codium", "1.2.3");

    assertThat(tree.found())
        .containsExactly(
            "cline 3.40.0 vscode-extension /home/a/.cursor/extensions/saoudrizwan.claude-dev-3.40.0",
            "qodo 1.2.3 vscode-extension /home/a/.vscode-server/extensions/Codium.codium-1.2.3",
            "cline 3.40.0 vscode-extension /home/a/.vscode/extensions/saoudrizwan.claude-dev-3.40.0");
  }

  @Test
  void aNamedProfileThatListsAnExtensionIsEvidence() {
    tree.extension("/home/a/.vscode/extensions", "openai", "chatgpt", "0.5.1")
        .file(
            "/home/a/.config/Code/User/profiles/-4ac1/extensions.json",
            """
            [{"identifier": {"id": "openai.chatgpt"}, "version": "0.5.1",
              "location": {"$mid": 1, "path": "/home/a/.vscode/extensions/openai.chatgpt-0.5.1"}}]
            """);

    assertThat(only().evidence()).contains("profile -4ac1 has it on its list");
  }

  @Test
  void findsPluginsOfJetBrainsEditors() throws IOException {
    tree.file(
        "/home/a/.local/share/JetBrains/IdeaIC2025.2/github-copilot/lib/core.jar",
        Jars.with(
            "META-INF/plugin.xml",
            """
            <!DOCTYPE idea-plugin SYSTEM "http://localhost:1/x.dtd">
            <idea-plugin><name>Copilot</name><id>com.github.copilot</id>
            <version>1.5.60-243</version><depends><id>x</id></depends></idea-plugin>
            """));
    tree.file(
        "/opt/idea/plugins/junie/lib/junie.jar",
        Jars.with(
            "META-INF/plugin.xml", "<idea-plugin><id>org.jetbrains.junie</id></idea-plugin>"));

    assertThat(tree.found())
        .containsExactly(
            "github-copilot 1.5.60-243 jetbrains-plugin /home/a/.local/share/JetBrains/IdeaIC2025.2/github-copilot",
            "junie ? jetbrains-plugin /opt/idea/plugins/junie");
  }

  @Test
  void tellsWhatPointsAToolElsewhere() {
    tree.file(
            "/home/a/.claude/settings.json",
            "{\"env\": {\"ANTHROPIC_BASE_URL\": \"https://u:p@gw.example/v1\"}}")
        .file(
            "/home/a/.codex/config.toml",
            """
            # base_url = "https://not.example"
            [model_providers.own]
            base_url = "https://gw.example/v1"  # ours
            """)
        .file(
            "/home/a/.config/Code/User/settings.json",
            "{// mine\n\"amp.url\": \"https://amp.example\",}")
        .file(
            "/home/a/.bashrc",
            "export ANTHROPIC_BASE_URL='https://b.example'\n#export OPENAI_BASE_URL=x\n");

    assertThat(tree.inventory().settings())
        .containsExactly(
            setting("claude-code", "/home/a/.bashrc", "ANTHROPIC_BASE_URL", "https://b.example"),
            setting(
                "claude-code",
                "/home/a/.claude/settings.json",
                "env.ANTHROPIC_BASE_URL",
                "https://***@gw.example/v1"),
            setting(
                "codex",
                "/home/a/.codex/config.toml",
                "model_providers.own.base_url",
                "https://gw.example/v1"),
            setting(
                "amp",
                "/home/a/.config/Code/User/settings.json",
                "amp.url",
                "https://amp.example"));
  }

  @Test
  void aVariableThatManyToolsReadCountsForThoseThatAreHere() {
    tree.file("/etc/environment", "HTTPS_PROXY=\"http://proxy.example:3128\"\n")
        .npm("/usr/lib/node_modules", "@google/gemini-cli", "0.61.0");

    assertThat(tree.inventory().settings())
        .containsExactly(
            new Setting(
                "gemini-cli",
                Setting.Purpose.PROXY,
                "/etc/environment",
                "HTTPS_PROXY",
                "http://proxy.example:3128"));
  }

  @Test
  void nothingIsFoundWhereThereIsNothing() {
    tree.file("/home/a/claude-code/README.md", "@anthropic-ai/claude-code")
        .file(
            "/home/a/docs/package.json",
            "{\"name\": \"@anthropic-ai/claude-code\", \"version\": \"2.1.91\"}")
        .file(
            "/home/a/claude-code/package.json",
            "{\"name\": \"@anthropic-ai/claude-code\", \"version\": \"2.1.91\"}")
        .file(
            "/home/a/work/node_modules/@anthropic-ai/claude-code/package.json",
            "{\"name\": \"@me/claude-code\", \"version\": \"2.1.91\"}")
        .npm("/home/a/work/node_modules", "@me/claude-code", "2.1.91")
        .npm("/home/a/work/node_modules", "claude-code", "2.1.91")
        .file("/home/a/notes.txt", Tree.claude("2.1.91") + " ".repeat(5 << 20))
        .file("/home/a/other", Tree.bun("console.log('@anthropic-ai/claude-code')"))
        .file(
            "/home/a/cline/package.json",
            "{\"name\": \"claude-dev\", \"publisher\": \"saoudrizwan\", \"version\": \"3\", \"engines\": {\"vscode\": \"1\"}}")
        .file("/home/a/src/aider_chat.egg-info/PKG-INFO", "Name: aider-chat\nVersion: 1\n")
        .file("/home/a/aider_chat-1.dist-info/METADATA", "Name: mine\nVersion: 1\n")
        .file("/home/a/Cellar/opencode/README", "x")
        .file("/home/a/dpkg/status", "Package: cursor\nStatus: install ok installed\nVersion: 1\n");

    assertThat(tree.found()).isEmpty();
  }

  @Test
  void anExecutableWithTheTextsButNoModuleGraphIsNoBunProgram() {
    byte[] elf = Tree.elf(5 << 20);
    byte[] text = Tree.claude("2.1.91").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, elf, 1000, text.length);
    tree.file("/opt/x", elf);

    assertThat(tree.found()).isEmpty();
  }

  @Test
  void tellsMachineAndSystemByTheFilesBelowTheRoot() {
    tree.file("/etc/hostname", "build-7\n")
        .file("/usr/lib/os-release", "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 13\"\n")
        .link("/etc/os-release", "/usr/lib/os-release");

    Inventory inventory = tree.inventory();

    assertThat(inventory.machine()).isEqualTo("build-7");
    assertThat(inventory.system()).isEqualTo("Debian GNU/Linux 13");
    assertThat(inventory.processes()).isEmpty();
  }

  @Test
  void looksAtPartsOfTheRootOnly() {
    tree.npm("/home/a/node_modules", CLAUDE, "1.0.0").npm("/home/b/node_modules", CLAUDE, "2.0.0");

    assertThat(tree.inventory(List.of("/home/b")).installations())
        .extracting(Installation::place)
        .containsExactly("/home/b/node_modules/" + CLAUDE);
    assertThatThrownBy(() -> tree.inventory(List.of("/home/c")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("There is no folder /home/c below ");
  }

  @Test
  void aRootThatIsNoFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> new Tree(file).inventory())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no folder that can be read");
  }

  private Installation only() {
    List<Installation> all = tree.inventory().installations();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Setting setting(String tool, String place, String key, String value) {
    return new Setting(tool, Setting.Purpose.ENDPOINT, place, key, value);
  }
}
