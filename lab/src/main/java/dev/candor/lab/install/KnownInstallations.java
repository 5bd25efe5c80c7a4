package dev.candor.lab.install;

import dev.candor.artifact.FetchOptions;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The installations that were in the cache at some time, so that those which came later can be
 * removed again: release by release they may fill a disk.
 *
 * @param root their folder
 * @param before their paths
 */
public record KnownInstallations(Path root, Set<Path> before) {
  public KnownInstallations {
    before = Set.copyOf(before);
  }

  /** Those that are there now. */
  public static KnownInstallations now(FetchOptions options) {
    Path root = Installer.folder(options);
    return new KnownInstallations(root, folders(root));
  }

  /**
   * Removes those of that package that came later. What cannot be removed stays.
   *
   * @param purl with the version
   */
  public void removeLater(String purl) {
    for (Path folder : folders(root)) {
      if (!before.contains(folder) && isOf(folder, purl)) {
        new CacheFolder(root).remove(folder.getFileName().toString());
      }
    }
  }

  private static Set<Path> folders(Path root) {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(Files::isDirectory).collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of(); // No folder yet.
    }
  }

  /** The first package of an installation is the tool, the others are what it depends on. */
  private static boolean isOf(Path folder, String purl) {
    try {
      return InstalledFile.read(folder).packages().stream()
          .findFirst()
          .filter(tool -> tool.subject().purl().equals(purl))
          .isPresent();
    } catch (InputException e) {
      return false; // Another process is still at it.
    }
  }
}
