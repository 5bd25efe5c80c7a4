package dev.candor.lab.install;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Finds out which versions of which packages make up an installation. */
@FunctionalInterface
interface Resolution {
  /**
   * @param project the {@code package.json} of a project that depends on the tool
   * @param documents what registries say of a package, by its name
   * @param work an empty folder to work in
   * @return npm's lock file, version 3
   */
  String lock(String project, Function<String, Optional<byte[]>> documents, Path work);
}
