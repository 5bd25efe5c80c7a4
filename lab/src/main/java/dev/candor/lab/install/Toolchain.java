package dev.candor.lab.install;

import dev.candor.artifact.Artifact;
import dev.candor.core.InputException;
import java.nio.file.Path;

/** What runs tools in a room, and what resolves their dependencies on the host. */
interface Toolchain {
  /**
   * A Node in the cache.
   *
   * @param folder holds {@code bin/node}
   * @param part the package that it is from
   */
  record UnpackedNode(String version, Path folder, Artifact.Part part) {
    Path program() {
      return folder.resolve("bin").resolve("node");
    }
  }

  /**
   * The version of Node for a tool that needs this major version at least.
   *
   * @throws InputException if there is none
   */
  String nodeFor(int lowestMajor);

  /**
   * A Node of that version.
   *
   * @throws InputException if there is none for this platform, or it cannot be fetched
   */
  UnpackedNode node(String version);

  /** What resolves dependencies, fetched if need be. */
  Resolution resolution();

  /** How it is called; another one may resolve otherwise. */
  String resolver();
}
