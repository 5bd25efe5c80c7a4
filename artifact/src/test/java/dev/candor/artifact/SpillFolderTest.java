package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
  @TempDir Path base;

  @Test
  void onlyTheUserCanLookIntoIt() throws IOException {
    Path folder = SpillFolder.create(base).folder();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void itsFilesAreGoneWhenTheyAreClosed() throws IOException {
    SpillFolder spill = SpillFolder.create(base);
    try (FileChannel file = spill.open()) {
      assertThat(file.write(ByteBuffer.wrap(new byte[100]))).isEqualTo(100);
      assertThat(file.size()).isEqualTo(100);
    }
    assertThat(spill.folder()).isEmptyDirectory();
  }

  @Test
  void whatADeadProcessLeftIsRemovedAndALivingOnesIsKept() throws IOException {
    // Process numbers end at 2^22 on Linux, so this one is not alive.
    Path dead = Files.createDirectory(base.resolve("candor-spill-4194305-1-x"));
    Files.writeString(dead.resolve("1"), "left behind");
    Path living = SpillFolder.create(base).folder();
    Path foreign = Files.createDirectory(base.resolve("candor-spill-of-somebody"));

    SpillFolder.create(base);

    assertThat(dead).doesNotExist();
    assertThat(living).exists();
    assertThat(foreign).exists();
  }

  @Test
  void aLinkInTheNameOfADeadProcessIsNotFollowed() throws IOException {
    Path precious = Files.createDirectory(base.resolve("precious"));
    Files.writeString(precious.resolve("file"), "keep");
    Files.createSymbolicLink(base.resolve("candor-spill-4194305-1-x"), precious);

    SpillFolder.create(base);

    assertThat(precious.resolve("file")).exists();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() {
    Path missing = base.resolve("missing");
    assertThatThrownBy(() -> SpillFolder.create(missing))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(missing.toString());
  }
}
