package dev.candor.cli.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.specimens.Specimen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrittenTest {
  private final Specimen specimen = Made.specimen(Made.twin(List.of(), List.of()));

  @TempDir private Path folder;

  @Test
  void takesTheFilesOfTheFolderAndKeepsTheLabel() throws Exception {
    Files.createDirectories(folder.resolve("one/lib"));
    Files.writeString(folder.resolve("one/lib/a.js"), "1;");

    Specimen rewritten = Rewritten.in(folder, List.of(specimen)).getFirst();

    assertThat(rewritten.label()).isEqualTo(specimen.label());
    assertThat(rewritten.files()).containsOnlyKeys("lib/a.js");
    assertThat(rewritten.files().get("lib/a.js")).asString().isEqualTo("1;");
  }

  @Test
  void aMissingSpecimenIsNamed() {
    assertThatThrownBy(() -> Rewritten.in(folder, List.of(specimen)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(folder.resolve("one").toString())
        .hasMessageContaining("candor specimen write");
  }
}
