package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path temp;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = temp.resolve("report.json");
    new AtomicFile(file).write(out -> put(out, "one"));
    assertThat(file).hasContent("one");
    new AtomicFile(file).write(out -> put(out, "two"));
    assertThat(file).hasContent("two");
    assertThat(temp).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFailureLeavesTheOldContentAndNothingElse() throws IOException {
    Path file = Files.writeString(temp.resolve("report.json"), "old");

    assertThatThrownBy(() ->
            new AtomicFile(file)
                .write(out -> {
                  put(out, "half");
                  throw new UncheckedIOException(new IOException("No space left on device"));
                }))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cannot write %s: No space left on device. Free some space or name another place.",
            file);

    assertThat(file).hasContent("old");
    try (var files = Files.list(temp)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFailureOfAnotherKindLeavesNothingEither() throws IOException {
    AtomicFile file = new AtomicFile(temp.resolve("report.json"));
    assertThatThrownBy(() ->
            file.write(out -> {
              throw new IllegalStateException("fault");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.writeString(temp.resolve("target"), "old");
    Path link = Files.createSymbolicLink(temp.resolve("link"), target);
    new AtomicFile(link).write(out -> put(out, "new"));
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("new");
  }

  @Test
  void aDeviceIsWrittenTo() {
    new AtomicFile(Path.of("/dev/null")).write(out -> put(out, "gone"));
    assertThat(Path.of("/dev/null")).exists();
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> new AtomicFile(temp))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it is a folder");
  }

  @Test
  void aMissingFolderIsRefused() {
    assertThatThrownBy(() -> new AtomicFile(temp.resolve("no/report.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no folder " + temp.resolve("no"));
  }

  private static void put(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
