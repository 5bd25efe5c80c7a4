package dev.candor.lab.install;

import dev.candor.artifact.RegistryPackage;
import dev.candor.core.InputException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out which versions of which packages make up an installation. */
@FunctionalInterface
interface Resolution {
  /** What there is to choose from. */
  interface Registry {
    /**
     * What is known of a package: JSON as registries have it.
     *
     * @return empty if there is no such package
     * @throws InputException if it cannot be asked for
     */
    Optional<byte[]> document(String name);

    /**
     * The package's file, which is asked for only where it bundles others.
     *
     * @throws InputException if it cannot be had
     */
    Path file(RegistryPackage wanted);
  }

  /**
   * @param project the {@code package.json} of a project that depends on the tool
   * @param work an empty folder to work in
   * @return npm's lock file, version 3
   * @throws InputException if there is no set of versions that fits
   */
  String lock(String project, Registry registry, Path work);
}
