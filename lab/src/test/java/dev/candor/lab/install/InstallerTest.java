package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.lab.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class InstallerTest {
  private static final String SCRIPT = "#!/usr/bin/env node\n";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};

  @TempDir private Path folder;
  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private Workshop workshop() {
    return new Workshop(shelf, folder.resolve("cache"));
  }

  private static ObjectNode tool() {
    ObjectNode json = Shelf.json("tool", "1.0.0");
    json.putObject("bin").put("tool", "cli.js");
    return json;
  }

  private static Packed script() {
    return new Packed().file("package/cli.js", SCRIPT);
  }

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

  @Test
  void needsNeitherNetworkNorNpmTheSecondTime() {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), new Packed());
    Workshop workshop = workshop();
    Installation first = workshop.install("npm:tool@1.0.0");
    int asked = shelf.asked.size();

    workshop.offline = true;
    workshop.resolution =
        Optional.of((project, documents, work) -> {
          throw new AssertionError("resolved once more");
        });
    assertThat(workshop.install("npm:tool@1.0.0")).isEqualTo(first);
    assertThat(shelf.asked).hasSize(asked);
  }

  @Test
  void saysWhatToDoOfflineWithoutACache() {
    Workshop workshop = workshop();
    workshop.offline = true;
    assertThatThrownBy(() -> workshop.install("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tool@1.0.0 is not in the cache")
        .hasMessageContaining("without --offline");
  }

  @Test
  void leavesNothingHalfAndCanBeTriedAgain() throws IOException {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    byte[] left = new Packed().file("package/package.json", "{}").gzipped();
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), left);
    shelf.replace("left", "1.0.0", new Packed().file("package/evil.js", "evil").gzipped());
    Workshop workshop = workshop();

    assertThatThrownBy(() -> workshop.install("npm:tool"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("left@1.0.0")
        .hasMessageContaining("is not the file that the registry promised");
    assertThat(workshop.installations()).isEmpty();

    shelf.replace("left", "1.0.0", left);
    assertThat(workshop.install("npm:tool").packages()).hasSize(2);
  }

  @Test
  void removesWhatAKilledRunLeftHalf() throws IOException {
    shelf.publish(tool(), script());
    Workshop workshop = workshop();
    Path half = workshop.cache.resolve("installations/0123.work/tree");
    Files.createDirectories(half);
    Files.writeString(half.resolve("file"), "half");

    workshop.install("npm:tool");
    assertThat(workshop.installations()).hasSize(1).noneMatch(name -> name.endsWith(".work"));
  }

  @Test
  void refusesAPackageThatTheRegistryHasTwoDigestsFor() {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "1.0.0");
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), new Packed());
    shelf.contradict("left", "1.0.0", new byte[] {1});
    assertThatThrownBy(() -> workshop().install("npm:tool"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two digests for left@1.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "git+ssh://git@example.test/left.git, left@git+ssh://git@example.test/left.git",
    "https://example.test/left.tgz, request to https://example.test/left.tgz failed",
    "http://example.test/left.tgz, is the file http://example.test/left.tgz",
    "file:../../etc, have been disabled",
  })
  void refusesDependenciesThatAreNotInARegistry(String address, String message) {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", address);
    shelf.publish(tool, script());
    assertThatThrownBy(() -> workshop().install("npm:tool"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void namesADependencyThatIsMissing() {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^3.0.0");
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), new Packed());
    assertThatThrownBy(() -> workshop().install("npm:tool"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("left@^3.0.0");
  }

  @Test
  void writesNoLinkAndNothingOutside() throws IOException {
    shelf.publish(
        tool(),
        script()
            .link("package/out", "/etc")
            .file("package/out/passwd", "x")
            .file("package/../../../up", "x")
            .file("/absolute", "x"));

    Installation installation = workshop().install("npm:tool");
    assertThat(Workshop.at(installation, "lib/node_modules/tool/out"))
        .isDirectory()
        .satisfies(path -> assertThat(Files.isSymbolicLink(path)).isFalse());
    try (Stream<Path> all = Files.walk(Workshop.at(installation, ""))) {
      assertThat(all.filter(Files::isSymbolicLink))
          .extracting(path -> path.getFileName().toString())
          .containsExactly("tool");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(Path::getFileName).map(Path::toString)).doesNotContain("up", "absolute");
    }
    assertThat(installation.notes()).anyMatch(note -> note.contains("it is a link"));
  }

  @Test
  void installsOnceForAllWhoAskAtOnce() throws Exception {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), new Packed());
    Workshop workshop = workshop();
    List<Callable<Installation>> all =
        Stream.generate(() -> (Callable<Installation>) () -> workshop.install("npm:tool@1.0.0"))
            .limit(4)
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Installation> each : threads.invokeAll(all)) {
        assertThat(each.get().packages()).hasSize(2);
      }
    }
    assertThat(shelf.asked.stream().filter("/left/-/1.0.0.tgz"::equals)).hasSize(1);
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

  @Test
  void namesTheCommandsThatThereAre() {
    shelf.publish(tool(), script());
    Installation installation = workshop().install("npm:tool");
    assertThatThrownBy(() -> installation.command(List.of("other")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no command other")
        .hasMessageContaining("it has tool");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toRealPath()));
  }
}
