package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the cache keeps of installations, and what it does not. */
class InstallationCacheTest extends Installing {
  @Test
  void needsNeitherNetworkNorNpmTheSecondTime() {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), new Packed());
    Workshop workshop = workshop();
    Installation first = workshop.install("npm:tool@1.0.0");
    int asked = shelf.asked.size();

    workshop.offline = true;
    workshop.resolution =
        Optional.of((project, documents, work) -> {
          throw new AssertionError("resolved once more");
        });
    assertThat(workshop.install("npm:tool@1.0.0")).isEqualTo(first);
    assertThat(shelf.asked).hasSize(asked);
  }

  @Test
  void saysWhatToDoOfflineWithoutACache() {
    Workshop workshop = workshop();
    workshop.offline = true;
    assertThatThrownBy(() -> workshop.install("npm:tool@1.0.0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tool@1.0.0 is not in the cache")
        .hasMessageContaining("without --offline");
  }

  @Test
  void leavesNothingHalfAndCanBeTriedAgain() throws IOException {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    byte[] left = new Packed().file("package/package.json", "{}").gzipped();
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), left);
    shelf.replace("left", "1.0.0", new Packed().file("package/evil.js", "evil").gzipped());
    Workshop workshop = workshop();

    assertThatThrownBy(() -> workshop.install("npm:tool"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("left@1.0.0")
        .hasMessageContaining("is not the file that the registry promised");
    assertThat(workshop.installations()).isEmpty();

    shelf.replace("left", "1.0.0", left);
    assertThat(workshop.install("npm:tool").packages()).hasSize(2);
  }

  @Test
  void removesWhatAKilledRunLeftHalf() throws IOException {
    shelf.publish(tool(), script());
    Workshop workshop = workshop();
    Path half = workshop.cache.resolve("installations/0123.work/tree");
    Files.createDirectories(half);
    Files.writeString(half.resolve("file"), "half");

    workshop.install("npm:tool");
    assertThat(workshop.installations()).hasSize(1).noneMatch(name -> name.endsWith(".work"));
  }

  @Test
  void installsOnceForAllWhoAskAtOnce() throws Exception {
    ObjectNode tool = tool();
    tool.putObject("dependencies").put("left", "^1.0.0");
    shelf.publish(tool, script()).publish(Shelf.json("left", "1.0.0"), new Packed());
    Workshop workshop = workshop();
    List<Callable<Installation>> all =
        Stream.generate(() -> (Callable<Installation>) () -> workshop.install("npm:tool@1.0.0"))
            .limit(4)
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Installation> each : threads.invokeAll(all)) {
        assertThat(each.get().packages()).hasSize(2);
      }
    }
    assertThat(shelf.asked.stream().filter("/left/-/1.0.0.tgz"::equals)).hasSize(1);
  }
}
