package dev.candor.artifact;

import dev.candor.core.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a package is fetched.
 *
 * @param registry over the one that npm is set to
 * @param platform whose program is wanted; this machine's if empty
 * @param offline take what is in the cache and touch no network
 * @param cache folder for what is fetched
 * @param progress is told how it goes on
 */
public record FetchOptions(
    Optional<URI> registry,
    Optional<Platform> platform,
    boolean offline,
    Path cache,
    Progress progress) {

  /** npm's registry, this machine's platform, the user's cache folder, no progress. */
  public static FetchOptions standard() {
    return new FetchOptions(
        Optional.empty(), Optional.empty(), false, userCache(System.getenv()), Progress.NONE);
  }

  /** {@code $XDG_CACHE_HOME/candor}, or {@code ~/.cache/candor} (XDG Base Directory 0.8). */
  static Path userCache(Map<String, String> variables) {
    // The specification has relative paths ignored.
    return Optional.ofNullable(variables.get("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("candor");
  }
}
