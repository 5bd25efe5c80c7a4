package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformPackagesTest {
  private final LoopbackRegistry registry = LoopbackRegistry.start();
  private Machine machine;

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root).uses(registry);
    machine.platform = Optional.of(Platform.parse("linux-x64"));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Release platformPackage(String name, String os, String cpu) {
    return registry.publish(name, "1.0.0", name.getBytes(StandardCharsets.UTF_8)).runsOn(os, cpu);
  }

  private Release main() {
    return registry.publish("@scope/tool", "1.0.0", "main".getBytes(StandardCharsets.UTF_8));
  }

  private void publishTool() {
    platformPackage("@scope/tool-linux-x64", "linux", "x64").libc("glibc").done();
    platformPackage("@scope/tool-linux-x64-musl", "linux", "x64").libc("musl").done();
    platformPackage("@scope/tool-darwin-arm64", "darwin", "arm64").done();
    platformPackage("@scope/tool-win32-x64", "win32", "x64").done();
    main()
        .optionally("@scope/tool-darwin-arm64", "1.0.0")
        .optionally("@scope/tool-linux-x64", "1.0.0")
        .optionally("@scope/tool-linux-x64-musl", "1.0.0")
        .optionally("@scope/tool-win32-x64", "1.0.0")
        .done();
  }

  private List<String> prefixes(Artifact artifact) {
    return artifact.parts().stream().map(Artifact.Part::prefix).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "linux-x64, @scope/tool-linux-x64",
    "linux-x64-musl, @scope/tool-linux-x64-musl",
    "darwin-arm64, @scope/tool-darwin-arm64",
    "win32-x64, @scope/tool-win32-x64",
  })
  void theProgramForThePlatformIsFetchedToo(String platform, String name) {
    publishTool();
    machine.platform = Optional.of(Platform.parse(platform));
    Artifact artifact = machine.open("npm:@scope/tool@1.0.0");
    assertThat(artifact.subject().purl()).isEqualTo("pkg:npm/%40scope/tool@1.0.0");
    assertThat(prefixes(artifact)).containsExactly("@scope/tool/", name + "/");
    assertThat(artifact.parts().getLast().path())
        .hasBinaryContent(name.getBytes(StandardCharsets.UTF_8));
    assertThat(artifact.notes()).isEmpty();
  }

  @Test
  void offlineItIsFoundAgain() {
    publishTool();
    machine.open("npm:@scope/tool@1.0.0");
    registry.received.clear();
    machine.offline = true;
    assertThat(prefixes(machine.open("npm:@scope/tool@1.0.0"))).hasSize(2);
    assertThat(registry.received).isEmpty();
  }

  @Test
  void aPlatformThatIsNotThereIsRefusedWithTheOnesThatAre() {
    publishTool();
    machine.platform = Optional.of(Platform.parse("linux-arm64"));
    assertThatThrownBy(() -> machine.open("npm:@scope/tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no package for linux-arm64")
        .hasMessageContaining("@scope/tool-darwin-arm64");
  }

  @Test
  void ofVariantsTheShortestNameIsReadAndTheOthersAreNoted() {
    // opencode-ai 1.18 names its packages so and gives no libc.
    Release main = registry.publish("tool", "1.0.0", "main".getBytes(StandardCharsets.UTF_8));
    for (String suffix : List.of("-baseline-musl", "-musl", "-baseline", "")) {
      platformPackage("tool-linux-x64" + suffix, "linux", "x64").done();
      main.optionally("tool-linux-x64" + suffix, "1.0.0");
    }
    main.done();
    Artifact glibc = machine.open("npm:tool@1.0.0");
    assertThat(prefixes(glibc)).containsExactly("tool/", "tool-linux-x64/");
    assertThat(glibc.notes())
        .containsExactly(
            "of the packages for linux-x64, tool-linux-x64 was read; its variants were not:"
                + " tool-linux-x64-baseline, tool-linux-x64-musl, tool-linux-x64-baseline-musl");
    machine.platform = Optional.of(Platform.parse("linux-x64-musl"));
    assertThat(prefixes(machine.open("npm:tool@1.0.0")))
        .containsExactly("tool/", "tool-linux-x64-musl/");
  }

  @Test
  void differentProgramsForOnePlatformAreAllRead() {
    platformPackage("@one/engine-linux-x64", "linux", "x64").done();
    platformPackage("search-linux-x64", "linux", "x64").done();
    main()
        .optionally("@one/engine-linux-x64", "1.0.0")
        .optionally("search-linux-x64", "1.0.0")
        .done();
    assertThat(prefixes(machine.open("npm:@scope/tool@1.0.0")))
        .containsExactly("@scope/tool/", "@one/engine-linux-x64/", "search-linux-x64/");
  }

  @Test
  void anAliasIsFollowed() {
    // @openai/codex 0.169 publishes its programs as versions of itself.
    registry
        .publish("@scope/tool", "1.0.0-linux-x64", "program".getBytes(StandardCharsets.UTF_8))
        .runsOn("linux", "x64")
        .done();
    main().optionally("@scope/tool-linux-x64", "npm:@scope/tool@1.0.0-linux-x64").done();
    Artifact artifact = machine.open("npm:@scope/tool@1.0.0");
    assertThat(prefixes(artifact)).containsExactly("@scope/tool/", "@scope/tool-linux-x64/");
    assertThat(artifact.parts().getLast().subject().purl())
        .isEqualTo("pkg:npm/%40scope/tool@1.0.0-linux-x64");
  }

  @Test
  void ordinaryAndRangedDependenciesAreNotFollowed() {
    registry.publish("plain", "1.0.0", "plain".getBytes(StandardCharsets.UTF_8)).done();
    main().optionally("plain", "1.0.0").optionally("fsevents", "~2.3.2").done();
    Artifact artifact = machine.open("npm:@scope/tool@1.0.0");
    assertThat(prefixes(artifact)).containsExactly("");
    assertThat(registry.paths()).noneMatch(path -> path.contains("fsevents"));
  }

  @Test
  void aMissingOptionalDependencyIsANote() {
    main().optionally("nowhere", "1.0.0").done();
    assertThat(machine.open("npm:@scope/tool@1.0.0").notes())
        .containsExactly("nowhere@1.0.0, an optional dependency, is not in the registry");
  }

  @ParameterizedTest
  @CsvSource({
    "!win32, x64, true",
    "!linux, x64, false",
    "any, x64, true",
    "linux, !x64, false",
    "linux, arm64, false",
    "darwin, x64, false",
  })
  void restrictionsReadAsNpmReadsThem(String os, String cpu, boolean read) {
    platformPackage("tool-native", os, cpu).done();
    main().optionally("tool-native", "1.0.0").done();
    machine.platform = Optional.empty();
    List<PlatformPackages.Candidate> candidates =
        List.of(
            new PlatformPackages.Candidate(
                "tool-native",
                Manifest.read(platformPackage("tool-native", os, cpu).manifest, "tool-native")));
    assertThat(PlatformPackages.select(candidates, Platform.parse("linux-x64")).chosen().isEmpty())
        .isEqualTo(!read);
  }

  @ParameterizedTest
  @CsvSource({
    "linux-x64, linux-x64",
    "linux-x64-musl, linux-x64-musl",
    "linux-x64-gnu, linux-x64",
    "Linux-AMD64, linux-x64",
    "macos-aarch64, darwin-arm64",
    "windows-x86_64, win32-x64",
  })
  void platformsHaveOtherNames(String text, String canonical) {
    assertThat(Platform.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({"''", "linux", "linux-x64-uclibc", "win32-x64-musl", "plan9-x64", "linux-x64-musl-x"})
  void unknownPlatformsAreRefused(String text) {
    assertThatThrownBy(() -> Platform.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("linux-x64");
  }
}
