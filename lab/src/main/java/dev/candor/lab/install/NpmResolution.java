package dev.candor.lab.install;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lets npm write the lock file of an installation. It is given the registry's documents, a package
 * only where that bundles others, and runs behind Node's permission model: it reads itself and its
 * work folder, writes there, and starts no process, so neither git nor a script of a package can
 * run.
 *
 * @see <a href="https://nodejs.org/docs/latest-v24.x/api/permissions.html">Node's permissions</a>
 */
final class NpmResolution implements Resolution {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int SHOWN = 600;

  /** What npm does by itself in the case of none of the user's settings, said all the same. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("ignore_scripts", "true"),
          Map.entry("allow_git", "none"),
          // Else it would not look into a package that bundles others. It finds no other host.
          Map.entry("allow_remote", "all"),
          Map.entry("noproxy", "127.0.0.1,::1"),
          Map.entry("allow_file", "none"),
          Map.entry("allow_directory", "none"),
          // A registry package is then one without an address in the lock file.
          Map.entry("omit_lockfile_registry_resolved", "true"),
          Map.entry("lockfile_version", "3"),
          // As npm install --global lays packages out.
          Map.entry("install_strategy", "shallow"),
          Map.entry("omit", "dev"),
          Map.entry("audit", "false"),
          Map.entry("fund", "false"),
          Map.entry("update_notifier", "false"),
          Map.entry("loglevel", "error"),
          Map.entry("fetch_retries", "0"));

  private final List<String> node;
  private final Path npm;

  /**
   * @param node the program with the options that allow for npm
   * @param npm the folder of npm's package
   */
  NpmResolution(List<String> node, Path npm) {
    this.node = node;
    this.npm = npm;
  }

  @Override
  public String lock(String project, Registry registry, Path work) {
    try (RegistryRelay relay = new RegistryRelay(registry)) {
      Path folder = Files.createDirectory(work.toRealPath().resolve("project"));
      Files.writeString(folder.resolve("package.json"), project);
      Path said = work.resolve("npm.log");
      int status = run(folder, said, relay);
      Path lock = folder.resolve("package-lock.json");
      if (relay.failure().isPresent()) { // npm itself would do without an optional package
        throw relay.failure().get();
      }
      if (status != 0 || !Files.isRegularFile(lock)) {
        throw new InputException(
            "npm finds no set of packages for the tool's dependencies: "
                + reason(said)
                + ". Try another version of the tool, or give the path of a folder in which it is"
                + " installed with its node_modules.");
      }
      return Files.readString(lock);
    } catch (IOException e) {
      throw new InputException(
          "npm could not be run to resolve the tool's dependencies (" + e.getMessage() + ").", e);
    }
  }

  private int run(Path folder, Path said, RegistryRelay relay) throws IOException {
    Path home = Files.createDirectory(folder.resolveSibling("home"));
    ProcessBuilder builder =
        new ProcessBuilder()
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.command().addAll(node);
    builder.command().add(npm.resolve("bin").resolve("npm-cli.js").toString());
    builder.command().addAll(List.of("install", "--package-lock-only"));
    Map<String, String> variables = builder.environment();
    variables.clear();
    SETTINGS.forEach((name, value) -> variables.put("npm_config_" + name, value));
    variables.put("npm_config_registry", relay.address().toString());
    variables.put("npm_config_proxy", relay.address().resolve("/").toString());
    variables.put("npm_config_https_proxy", relay.address().resolve("/").toString());
    variables.put("npm_config_cache", home.resolve("cache").toString());
    variables.put("npm_config_userconfig", home.resolve("npmrc").toString());
    variables.put("npm_config_globalconfig", home.resolve("global").toString());
    variables.put("npm_config_prefix", home.toString());
    variables.put("HOME", home.toString());
    variables.put("PATH", home.toString());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new InputException(
            "npm did not resolve the tool's dependencies in "
                + LIMIT.toMinutes()
                + " minutes. Try again, or with another registry (--registry).");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("npm was interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String reason(Path said) throws IOException {
    String text =
        Files.readString(said, java.nio.charset.StandardCharsets.ISO_8859_1)
            .lines()
            .map(line -> line.replaceFirst("^npm (error|ERR!) ?", "").strip())
            .filter(line -> !line.isEmpty() && !line.startsWith("A complete log"))
            .limit(6)
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? "it says no reason" : Visible.of(text, SHOWN);
  }
}
