package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Same artifact, engine and seed: the same report, but for what the schema declares. */
class ReproducibleTest {
  @TempDir private Path one;
  @TempDir private Path other;

  @Test
  void theSchemaDeclaresWhatVaries() throws IOException {
    assertThat(Varying.members(Varying.ALWAYS)).containsExactly("/created");
    assertThat(Varying.members(Varying.WITH_THE_TOOL))
        .contains("/verdict", "/reasons", "/observed/signals", "/observed/environments")
        .doesNotContain("/subject", "/static", "/observed/seed", "/observed/packages");
  }

  @Test
  void aScanIsTheSameButForItsTime() throws IOException {
    ObjectNode first = scanned(one);
    ObjectNode again = scanned(other);

    assertThat(Varying.without(first, Varying.members(Varying.ALWAYS)))
        .isEqualTo(Varying.without(again, Varying.members(Varying.ALWAYS)));
    assertThat(first.path("created")).isNotEqualTo(again.path("created"));
  }

  private static ObjectNode scanned(Path folder) throws IOException {
    Path tool = Files.createDirectory(folder.resolve("tool"));
    Path report = folder.resolve("report.json");
    Screen.piped().run("scan", Packages.hiding(tool).toString(), "--json", report.toString());
    return Varying.read(report);
  }
}
