package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Digest;
import dev.candor.core.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
  @Test
  void aFolderIsReadWhereItLies(@TempDir Path root) {
    Artifact artifact = new Fetch().open(new LocalPath(root), FetchOptions.standard());
    assertThat(artifact.subject())
        .isEqualTo(new Subject("pkg:generic/" + root.getFileName(), Optional.empty()));
    assertThat(artifact.parts())
        .isEqualTo(List.of(new Artifact.Part(artifact.subject(), root, "")));
  }

  @Test
  void aFileHasTheDigestThatItsKindIsPublishedWith(@TempDir Path root) throws IOException {
    // FIPS 180 digests of "abc".
    Path wheel = Files.writeString(root.resolve("tool 1.whl"), "abc");
    assertThat(
            new Fetch().open(new LocalPath(wheel), FetchOptions.standard()).identified().subject())
        .isEqualTo(
            new Subject(
                "pkg:generic/tool%201.whl",
                Optional.of(
                    new Digest(
                        "sha256",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))));
    Path tarball = Files.writeString(root.resolve("tool.tgz"), "abc");
    assertThat(
            new Fetch()
                .open(new LocalPath(tarball), FetchOptions.standard())
                .identified()
                .subject()
                .digest())
        .contains(
            new Digest(
                "sha512",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"));
  }

  @Test
  void theCacheLiesWhereTheUserHasCaches(@TempDir Path root) {
    assertThat(FetchOptions.userCache(Map.of("XDG_CACHE_HOME", root.toString())))
        .isEqualTo(root.resolve("candor"));
    Path usual = Path.of(System.getProperty("user.home"), ".cache", "candor");
    assertThat(FetchOptions.userCache(Map.of())).isEqualTo(usual);
    assertThat(FetchOptions.userCache(Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(usual);
  }
}
