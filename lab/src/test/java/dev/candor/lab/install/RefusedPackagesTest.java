package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with packages or asked of them in vain. */
class RefusedPackagesTest extends Installing {
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
  void namesTheCommandsThatThereAre() {
    shelf.publish(tool(), script());
    Installation installation = workshop().install("npm:tool");
    assertThatThrownBy(() -> installation.command(List.of("other")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no command other")
        .hasMessageContaining("it has tool");
  }
}
