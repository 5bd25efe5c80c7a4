package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is installed of this machine's own files. */
class LocalInstallationTest extends Installing {
  @Test
  void installsAPackedPackageOfThisMachineWithWhatItNeeds() throws IOException {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    shelf.publish(Shelf.json("left", "1.2.0"), new Packed());
    Path file = folder.resolve("my tool.tgz");
    Files.write(file, script().file("package/package.json", tool.toString()).gzipped());

    Installation installation = workshop().install(file.toString());

    assertThat(installation.subject().purl()).startsWith("pkg:generic/my");
    assertThat(installation.subject().digest()).isPresent();
    assertThat(installation.packages())
        .extracting(each -> each.location())
        .containsExactly("node_modules/tool", "node_modules/tool/node_modules/left");
    assertThat(Workshop.at(installation, "bin/tool")).content().isEqualTo(SCRIPT);
  }

  @Test
  void installsAFolderAsItIsAndAgainOnceItHasChanged() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    Files.writeString(source.resolve("package.json"), tool.toString());
    Files.writeString(source.resolve("cli.js"), SCRIPT);
    Path left = Files.createDirectories(source.resolve("node_modules/left"));
    Files.writeString(left.resolve("index.js"), "1");
    Files.createSymbolicLink(source.resolve("inner"), Path.of("cli.js"));
    Files.createSymbolicLink(source.resolve("outer"), Path.of("/etc/passwd"));
    Files.writeString(
        Files.createDirectories(source.resolve(".git")).resolve("config"), "[remote]");
    Workshop workshop = workshop();

    Installation installation = workshop.install(source.toString());
    Path home = Workshop.at(installation, "lib/node_modules/tool");
    assertThat(home.resolve("node_modules/left/index.js")).content().isEqualTo("1");
    assertThat(home.resolve("inner")).isSymbolicLink().content().isEqualTo(SCRIPT);
    assertThat(home.resolve("outer")).doesNotExist();
    assertThat(home.resolve(".git")).doesNotExist();

    Files.writeString(source.resolve("cli.js"), SCRIPT + "// changed");
    assertThat(Workshop.at(workshop.install(source.toString()), "bin/tool"))
        .content()
        .endsWith("// changed");
    assertThat(workshop.installations()).hasSize(2);
  }

  @Test
  void runsOneProgramUnderTheNameThatTheRecipeHasForIt() throws IOException {
    Path program = folder.resolve("claude-linux-x64");
    Files.write(program, ELF);
    Workshop workshop = workshop();
    workshop.recipe =
        Optional.of(Workshop.recipe(Optional.empty(), List.of("claude", "-p", "{prompt}")));

    Installation installation = workshop.install(program.toString());
    assertThat(installation.command(List.of("claude", "-p", "hi")))
        .containsExactly("/opt/npm/bin/claude-linux-x64", "-p", "hi");
    assertThat(installation.runtime()).isEmpty();
    assertThat(mode(Workshop.at(installation, "bin/claude-linux-x64"))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void saysOfAPathThatCannotBeRunWhatCouldBe() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> workshop().install(text.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("neither an npm package (.tgz) nor a program");
    assertThatThrownBy(() -> workshop().install(empty.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no package.json");
  }
}
