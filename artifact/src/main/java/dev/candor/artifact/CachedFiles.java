package dev.candor.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The package files that were in the cache at some time, so that those which came later can be
 * removed again: a history of versions may fetch more than a disk holds.
 *
 * @param before their paths
 */
public record CachedFiles(Set<Path> before) {
  public CachedFiles {
    before = Set.copyOf(before);
  }

  /** Those that are there now. */
  public static CachedFiles now(FetchOptions options) {
    try (Stream<Path> files = Files.list(ArtifactCache.folder(options.cache()))) {
      return new CachedFiles(files.collect(Collectors.toSet()));
    } catch (IOException e) {
      return new CachedFiles(Set.of()); // No folder yet.
    }
  }

  /** Removes the artifact's files that came later. What cannot be removed stays. */
  public void removeLater(Artifact artifact, FetchOptions options) {
    Path folder = ArtifactCache.folder(options.cache());
    for (Artifact.Part part : artifact.parts()) {
      if (folder.equals(part.path().getParent()) && !before.contains(part.path())) {
        ArtifactCache.remove(part.path());
      }
    }
  }
}
