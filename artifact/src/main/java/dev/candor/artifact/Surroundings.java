package dev.candor.artifact;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where npm would look for its configuration.
 *
 * @param variables environment variables
 * @param home the user's home folder
 * @param folder the working folder
 * @param npm asks npm itself for its settings, secrets left out; empty where npm is absent. Starts
 *     a process, so it is called once and only before the network is used.
 */
record Surroundings(
    Map<String, String> variables,
    Path home,
    Path folder,
    Supplier<Optional<Map<String, List<String>>>> npm) {

  static Surroundings ofThisProcess() {
    Map<String, String> variables = System.getenv();
    Path folder = Path.of("").toAbsolutePath();
    return new Surroundings(
        variables,
        Path.of(System.getProperty("user.home")),
        folder,
        () -> NpmCommand.settings(variables, folder));
  }
}
