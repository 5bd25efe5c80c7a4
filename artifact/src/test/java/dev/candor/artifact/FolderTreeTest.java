package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  @TempDir Path folder;

  @Test
  void removesAllBelowIt() throws IOException {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("a/b"));
    Files.writeString(tree.resolve("a/b/file"), "x");

    FolderTree.remove(tree);

    assertThat(tree).doesNotExist();
    assertThat(folder).exists();
  }

  @Test
  void leavesWhatLinksLeadTo() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "x");
    Path tree = Files.createDirectory(folder.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), kept);

    FolderTree.remove(tree);

    assertThat(tree).doesNotExist();
    assertThat(kept.resolve("file")).exists();
  }

  @Test
  void doesNothingWhereThereIsNone() throws IOException {
    FolderTree.remove(folder.resolve("none"));

    assertThat(folder).isEmptyDirectory();
  }
}
