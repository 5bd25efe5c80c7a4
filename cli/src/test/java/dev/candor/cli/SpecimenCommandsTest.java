package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.specimens.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecimenCommandsTest {
  @TempDir private Path temp;
  private final Screen screen = Screen.piped();

  @Test
  void everySpecimenIsListedWithItsTruthAndReason() {
    assertThat(screen.run("specimen", "list")).isZero();
    List<String> lines = screen.out().lines().toList();
    assertThat(lines).hasSameSizeAs(Specimens.all(1));
    assertThat(lines).allMatch(line -> line.split("\t").length == 3);
  }

  @Test
  void aSpecimenIsWrittenToAFolderOfItsName() {
    String name = Specimens.all(7).getFirst().name();

    int status = screen.run("specimen", "write", name, "--seed", "7", "--output", temp.toString());

    assertThat(status).isZero();
    assertThat(temp.resolve(name)).isDirectoryContaining("glob:**/package.json");
    assertThat(screen.out()).isEqualTo(temp.resolve(name) + "\n");
  }

  @Test
  void aSpecimenIsWrittenAsAnArchive() {
    String name = Specimens.all(7).getFirst().name();

    int status = screen.run("specimen", "write", name, "--tgz", "--output", temp.toString());

    assertThat(status).isZero();
    assertThat(temp).isDirectoryContaining(file -> file.endsWith(name + ".tgz"));
  }

  @Test
  void allAreWrittenOnlyWhenAskedFor() throws IOException {
    assertThat(screen.run("specimen", "write", "--output", temp.toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("Name specimens, or say --all");
    assertThat(temp).isEmptyDirectory();

    assertThat(screen.run("specimen", "write", "--all", "--output", temp.toString())).isZero();
    try (Stream<Path> written = Files.list(temp)) {
      assertThat(written).hasSize(Specimens.names().size());
    }
  }

  @Test
  void anUnknownSpecimenIsNamed() {
    assertThat(screen.run("specimen", "write", "nope", "--output", temp.toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("nope", "candor specimen list");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aSeedIsANumber() {
    assertThat(screen.run("specimen", "list", "--seed", "x")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--seed", "'x'");
  }

  @Test
  void evaluationOfFilesThatAreNotThereNamesTheFirst() {
    assertThat(screen.run("specimen", "evaluate", "--files", temp.toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains(temp.resolve(Specimens.names().getFirst()).toString());
  }

  @Test
  void evaluationTellsByHidingTriggerCarrierAndShape() {
    assertThat(screen.run("specimen", "evaluate", "--seed", "3")).isZero();
    assertThat(screen.out())
        .containsPattern("(?m)^xor-base64 ")
        .containsPattern("(?m)^zone-name ")
        .containsPattern("(?m)^apostrophe ")
        .containsPattern("(?m)^direct ")
        .containsPattern("(?m)^all +" + Specimens.names().size() + " ");
  }
}
