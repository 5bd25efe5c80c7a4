package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.lab.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class InstallerTest extends Installing {
  @Test
  void laysAToolOutAsAGlobalInstallationDoes() throws IOException {
    shelf.publish(tool(), script().file("package/README.md", "read me"));

    Installation installation = workshop().install("npm:tool");

    assertThat(installation.subject().purl()).isEqualTo("pkg:npm/tool@1.0.0");
    assertThat(installation.command(List.of("tool", "-p", "hi")))
        .containsExactly("/opt/npm/bin/tool", "-p", "hi");
    assertThat(installation.path()).containsExactly("/opt/npm/bin", "/opt/node/bin");
    assertThat(installation.binds())
        .extracting(bind -> bind.room())
        .containsExactly("/opt/npm", "/opt/node");
    Path command = Workshop.at(installation, "bin/tool");
    assertThat(Files.readSymbolicLink(command).toString())
        .isEqualTo("../lib/node_modules/tool/cli.js");
    assertThat(Files.readString(command)).isEqualTo(SCRIPT);
    assertThat(mode(command)).isEqualTo("rwxr-xr-x");
    assertThat(mode(Workshop.at(installation, "lib/node_modules/tool/README.md")))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void resolvesRangesAndKeepsTwoVersionsApart() throws IOException {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0").put("other", "1.x");
    ObjectNode other = Shelf.json("other", "1.5.0");
    other.putObject("dependencies").put("left", "~0.9.1");
    shelf
        .publish(tool, script())
        .publish(other, new Packed())
        .publish(Shelf.json("left", "0.9.1"), new Packed())
        .publish(Shelf.json("left", "0.9.7"), new Packed())
        .publish(Shelf.json("left", "1.0.0"), new Packed())
        .publish(Shelf.json("left", "1.4.2"), new Packed())
        .publish(Shelf.json("left", "2.0.0"), new Packed());

    Installation installation = workshop().install("npm:tool@1.0.0");

    String home = "node_modules/tool";
    assertThat(Workshop.packages(installation))
        .containsExactlyInAnyOrder(
            home + " pkg:npm/tool@1.0.0",
            home + "/node_modules/left pkg:npm/left@1.4.2",
            home + "/node_modules/other pkg:npm/other@1.5.0",
            home + "/node_modules/other/node_modules/left pkg:npm/left@0.9.7");
    assertThat(Workshop.at(installation, "lib/" + home + "/node_modules/left/package.json"))
        .content()
        .contains("1.4.2");
    assertThat(Workshop.at(installation, "../package-lock.json")).content().contains("sha512-");
  }

  @Test
  void runsNoScriptOfAnyPackage() throws IOException {
    Path mark = folder.resolve("mark");
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "*");
    ObjectNode left = Shelf.json("left", "1.0.0");
    for (ObjectNode json : List.of(tool, left)) {
      ObjectNode scripts = json.putObject("scripts");
      for (String when : List.of("preinstall", "install", "postinstall", "prepare")) {
        scripts.put(when, "touch " + mark);
      }
    }
    shelf
        .publish(tool, script().file("package/binding.gyp", "{}"))
        .publish(left, new Packed().file("package/binding.gyp", "{}"));

    Installation installation = workshop().install("npm:tool");

    assertThat(mark).doesNotExist();
    assertThat(installation.packages()).hasSize(2).allMatch(each -> each.installScript());
    assertThat(installation.notes())
        .containsExactly("install scripts were not run, of: tool, left");
  }

  @Test
  void makesAScriptRunThatWasWrittenOnWindows() {
    shelf.publish(tool(), new Packed().file("package/cli.js", "#!/usr/bin/env node\r\nrun()\r\n"));
    assertThat(Workshop.at(workshop().install("npm:tool"), "bin/tool"))
        .content()
        .isEqualTo("#!/usr/bin/env node\nrun()\r\n");
  }

  @Test
  void takesThePackagesOfItsPlatformOnly() {
    ObjectNode tool = tool();
    ObjectNode optional = tool.putObject("optionalDependencies");
    for (String name :
        List.of("t-linux-x64", "t-linux-x64-baseline", "t-linux-arm64", "t-darwin-x64")) {
      optional.put(name, "1.0.0");
      ObjectNode json = Shelf.json(name, "1.0.0");
      json.putArray("os").add(name.split("-")[1]);
      json.putArray("cpu").add(name.split("-")[2]);
      shelf.publish(json, new Packed().file("package/bin/t", ELF));
    }
    shelf.publish(tool, script());
    Workshop workshop = workshop();
    workshop.platform = "linux-arm64";

    assertThat(Workshop.packages(workshop.install("npm:tool")))
        .containsExactly(
            "node_modules/tool pkg:npm/tool@1.0.0",
            "node_modules/tool/node_modules/t-linux-arm64 pkg:npm/t-linux-arm64@1.0.0");
    workshop.platform = "linux-x64";
    assertThat(Workshop.packages(workshop.install("npm:tool"))).hasSize(2);
  }

  @Test
  void runsThePlatformsProgramWhereAScriptWouldHaveReplacedAPlaceholder() {
    ObjectNode tool = Shelf.json("tool", "1.0.0");
    tool.putObject("bin").put("tool", "bin/tool.exe");
    tool.putObject("scripts").put("postinstall", "node install.js");
    tool.putObject("optionalDependencies").put("tool-linux-x64", "1.0.0");
    ObjectNode platform = Shelf.json("tool-linux-x64", "1.0.0");
    platform.putArray("os").add("linux");
    platform.putArray("cpu").add("x64");
    shelf
        .publish(
            tool, new Packed().file("package/bin/tool.exe", "echo not installed >&2; exit 1\n"))
        .publish(platform, new Packed().file("package/lib/rg", ELF).file("package/bin/tool", ELF));

    Installation installation = workshop().install("npm:tool");

    assertThat(Workshop.at(installation, "bin/tool"))
        .isSymbolicLink()
        .satisfies(link ->
            assertThat(link.toRealPath().toString())
                .endsWith("lib/node_modules/tool/node_modules/tool-linux-x64/bin/tool"));
    assertThat(installation.notes()).anyMatch(note -> note.contains("install script"));
    assertThat(installation.runtime()).isEmpty();
    assertThat(installation.path()).containsExactly("/opt/npm/bin");
  }

  @Test
  void leavesWhatAPackageBundlesWhereItIs() {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0").put("right", "*");
    tool.putArray("bundleDependencies").add("left");
    shelf
        .publish(
            tool,
            script()
                .file("package/node_modules/left/package.json", Shelf.json("left", "1.0.1") + ""))
        .publish(Shelf.json("left", "1.9.0"), new Packed())
        .publish(Shelf.json("right", "1.0.0"), new Packed());

    Installation installation = workshop().install("npm:tool");
    assertThat(Workshop.packages(installation))
        .containsExactly(
            "node_modules/tool pkg:npm/tool@1.0.0",
            "node_modules/tool/node_modules/right pkg:npm/right@1.0.0");
    assertThat(Workshop.at(installation, "lib/node_modules/tool/node_modules/left/package.json"))
        .content()
        .contains("1.0.1");
  }

  @Test
  void takesTheHigherOfTheRecipesAndThePackagesNode() {
    ObjectNode tool = tool();
    tool.putObject("engines").put("node", ">=26.1.0");
    shelf.publish(tool, script());
    Workshop workshop = workshop();
    workshop.recipe =
        Optional.of(
            Workshop.recipe(
                Optional.of(new Recipe.Interpreter("node", 20)), List.of("tool", "-p")));

    Installation installation = workshop.install("npm:tool");
    assertThat(installation.runtime().orElseThrow().version()).isEqualTo("26.0.0");
    assertThat(installation.runtime().orElseThrow().subject().digest()).isPresent();
    assertThat(installation.command(List.of("node", "-v")))
        .containsExactly("/opt/node/bin/node", "-v");
  }
}
