package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.core.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCacheTest {
  private static final byte[] FILE = random(1, 300_000);

  private final LoopbackRegistry registry = LoopbackRegistry.start();
  private Machine machine;
  private Release release;

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void prepare(@TempDir Path root) {
    machine = new Machine(root).uses(registry);
    release = registry.publish("tool", "1.0.0", FILE).done();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Path open() {
    return machine.open("npm:tool@1.0.0").parts().getFirst().path();
  }

  private String entry() {
    return "artifacts/sha512/" + release.sha512() + ".tgz";
  }

  @Test
  void aVerifiedFileIsCachedUnderItsDigest() {
    assertThat(open()).hasBinaryContent(FILE);
    assertThat(machine.cached())
        .containsExactlyInAnyOrder(
            entry(),
            "artifacts/sha512/" + release.sha512() + ".stamp",
            "resolved/npm/tool/1.0.0.json");
    assertThat(machine.stages).containsExactly("look up tool@1.0.0", "download tool@1.0.0");
    assertThat(machine.lastTotal).isEqualTo(FILE.length);
  }

  @Test
  void aCachedVersionNeedsNoNetwork() {
    open();
    registry.close();
    assertThat(open()).hasBinaryContent(FILE);
    machine.offline = true;
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void offlineNamesWhatIsThere() {
    open();
    registry.received.clear();
    machine.offline = true;
    assertThatThrownBy(() -> machine.open("npm:tool@2.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--offline")
        .hasMessageContaining("Known there: 1.0.0");
    assertThatThrownBy(() -> machine.open("npm:tool")).isInstanceOf(InputException.class);
    assertThat(registry.received).isEmpty();
  }

  @Test
  void aCorruptEntryIsFetchedAgain() throws IOException {
    Path path = open();
    byte[] corrupt = FILE.clone();
    corrupt[1000] ^= 1;
    Files.write(path, corrupt);
    Files.setLastModifiedTime(path, FileTime.fromMillis(1));
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void anUnchangedEntryWithoutItsStampIsHashedAndKept() throws IOException {
    Path path = open();
    Files.delete(path.resolveSibling(release.sha512() + ".stamp"));
    registry.close();
    assertThat(open()).hasBinaryContent(FILE);
    assertThat(path.resolveSibling(release.sha512() + ".stamp")).exists();
  }

  @Test
  void aBrokenIndexIsReadAnew() throws IOException {
    open();
    Files.writeString(machine.cache.resolve("resolved/npm/tool/1.0.0.json"), "{\"schema\":");
    assertThat(open()).hasBinaryContent(FILE);
  }

  @Test
  void aDiskThatFillsUpNamesTheFolderAndLeavesNothing() {
    machine.disk =
        new Disk() {
          @Override
          public long free(Path folder) {
            return Long.MAX_VALUE;
          }

          @Override
          public WritableByteChannel append(Path file, long keep) throws IOException {
            WritableByteChannel real = Disk.REAL.append(file, keep);
            return new WritableByteChannel() {
              private long left = 100_000;

              @Override
              public int write(ByteBuffer bytes) throws IOException {
                left -= bytes.remaining();
                if (left < 0) {
                  throw new IOException("No space left on device");
                }
                return real.write(bytes);
              }

              @Override
              public boolean isOpen() {
                return real.isOpen();
              }

              @Override
              public void close() throws IOException {
                real.close();
              }
            };
          }
        };
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("disk is full")
        .hasMessageContaining(machine.cache.resolve("artifacts").toString())
        .hasMessageContaining("300000 bytes");
    assertThat(machine.cached()).noneMatch(file -> file.contains(".tgz") || file.contains(".part"));
  }

  @Test
  void aDiskWithTooLittleRoomIsNoticedBeforeWriting() {
    machine.disk =
        new Disk() {
          @Override
          public long free(Path folder) {
            return 299_999;
          }

          @Override
          public WritableByteChannel append(Path file, long keep) {
            throw new AssertionError("must not be opened");
          }
        };
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("disk is full")
        .hasMessageContaining("300000 bytes");
  }

  @Test
  void aCacheThatCannotBeWrittenSaysWhere() throws IOException {
    Files.writeString(machine.cache, "a file where the folder should be");
    assertThatThrownBy(this::open)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(machine.cache.toString())
        .hasMessageContaining("XDG_CACHE_HOME");
  }

  @Test
  void manyAtOnceFetchTheFileOnce() throws Exception {
    machine.withNpmrc("registry=" + registry.uri());
    List<Future<Path>> paths = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        paths.add(
            threads.submit(() ->
                new Fetch(machine.surroundings(), machine.patience, machine.disk)
                    .open(
                        PackageReference.parse("npm:tool@1.0.0"),
                        new FetchOptions(
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            machine.cache,
                            Progress.NONE))
                    .parts()
                    .getFirst()
                    .path()));
      }
    }
    for (Future<Path> path : paths) {
      assertThat(path.get()).hasBinaryContent(FILE);
    }
    assertThat(registry.paths().stream().filter(release.filePath::equals)).hasSize(1);
    assertThat(machine.cached()).noneMatch(file -> file.endsWith(".lock"));
  }
}
