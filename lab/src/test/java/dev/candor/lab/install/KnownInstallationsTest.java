package dev.candor.lab.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownInstallationsTest extends Installing {
  @Test
  void whatCameLaterOfThatReleaseIsRemovedAndNothingElse() {
    shelf.publish(tool(), script());
    shelf.publish(Shelf.json("other", "1.0.0").put("bin", "cli.js"), script());
    Workshop workshop = workshop();
    KnownInstallations before = known(workshop, Set.of());
    workshop.install("npm:tool@1.0.0");
    workshop.install("npm:other@1.0.0");

    before.removeLater("pkg:npm/tool@1.0.0");

    assertThat(workshop.installations()).hasSize(1);
    before.removeLater("pkg:npm/other@1.0.0");
    assertThat(workshop.installations()).isEmpty();
  }

  @Test
  void whatWasThereStays() throws IOException {
    shelf.publish(tool(), script());
    Workshop workshop = workshop();
    workshop.install("npm:tool@1.0.0");
    KnownInstallations later = known(workshop, folders(workshop));

    later.removeLater("pkg:npm/tool@1.0.0");

    assertThat(workshop.installations()).hasSize(1);
  }

  @Test
  void whatWasRemovedIsInstalledAnew() {
    shelf.publish(tool(), script());
    Workshop workshop = workshop();
    Installation first = workshop.install("npm:tool@1.0.0");
    known(workshop, Set.of()).removeLater("pkg:npm/tool@1.0.0");

    assertThat(workshop.install("npm:tool@1.0.0")).isEqualTo(first);
  }

  @Test
  void aFolderThatIsNoInstallationStays() throws IOException {
    Path other = Files.createDirectories(workshop().cache.resolve("installations/half.work"));

    known(workshop(), Set.of()).removeLater("pkg:npm/tool@1.0.0");

    assertThat(other).exists();
  }

  private static KnownInstallations known(Workshop workshop, Set<Path> before) {
    return new KnownInstallations(workshop.cache.resolve("installations"), before);
  }

  private static Set<Path> folders(Workshop workshop) throws IOException {
    try (Stream<Path> all = Files.list(workshop.cache.resolve("installations"))) {
      return all.collect(Collectors.toSet());
    }
  }
}
