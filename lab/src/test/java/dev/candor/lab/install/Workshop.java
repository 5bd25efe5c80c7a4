package dev.candor.lab.install;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.artifact.Artifact;
import dev.candor.artifact.FetchOptions;
import dev.candor.artifact.PackageReference;
import dev.candor.artifact.Platform;
import dev.candor.core.Digest;
import dev.candor.core.Progress;
import dev.candor.core.Subject;
import dev.candor.lab.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Installs from a {@link Shelf} into a cache of its own, with this machine's npm in place of ours.
 */
final class Workshop {
  final Path cache;
  private final Shelf shelf;
  boolean offline;
  Optional<Recipe> recipe = Optional.empty();
  String platform = "linux-x64";
  Optional<Resolution> resolution = Optional.empty();

  Workshop(Shelf shelf, Path cache) {
    this.shelf = shelf;
    this.cache = cache;
  }

  Installation install(String reference) {
    FetchOptions options =
        new FetchOptions(
            Optional.of(shelf.uri()),
            Optional.of(Platform.parse(platform)),
            offline,
            cache,
            Progress.NONE);
    return new Installer(options, Optional.empty(), (files, folder, on, waiting) -> new Tools())
        .install(PackageReference.parse(reference), recipe);
  }

  /** What lies where a room has it. */
  static Path at(Installation installation, String place) {
    Path tool = Path.of(installation.binds().getFirst().host());
    return tool.resolve(place);
  }

  /** Locations and package URLs of all that was installed. */
  static List<String> packages(Installation installation) {
    return installation.packages().stream()
        .map(each -> each.location() + " " + each.subject().purl())
        .toList();
  }

  /** Names in the folder of installations; locks left aside, which stay. */
  List<String> installations() {
    try (Stream<Path> all = Files.list(cache.resolve("installations"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Tools implements Toolchain {
    @Override
    public String nodeFor(int lowestMajor) {
      return Math.max(24, lowestMajor) + ".0.0";
    }

    @Override
    public UnpackedNode node(String version) {
      try {
        Path folder = Files.createDirectories(cache.resolve("node-" + version));
        Subject subject =
            new Subject("pkg:npm/node@" + version, Optional.of(new Digest("sha512", "00")));
        return new UnpackedNode(version, folder, new Artifact.Part(subject, folder, ""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Resolution resolution() {
      return resolution.orElseGet(Workshop::npmOfThisMachine);
    }

    @Override
    public String resolver() {
      return "this machine's npm";
    }
  }

  private static Resolution npmOfThisMachine() {
    Optional<Path> node = onPath("node");
    Optional<Path> npm = onPath("npm").map(Workshop::real);
    assumeTrue(node.isPresent() && npm.isPresent(), "this test needs node and npm on the PATH");
    // …/npm/bin/npm-cli.js
    Path folder = npm.orElseThrow().resolve("../..").normalize();
    assumeTrue(Files.exists(folder.resolve("bin/npm-cli.js")), "this npm is laid out otherwise");
    return new NpmResolution(List.of(node.orElseThrow().toString()), folder);
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recipe recipe(Optional<Recipe.Interpreter> runtime, List<String> command) {
    return new Recipe(
        "tool",
        "pkg:npm/tool",
        runtime,
        List.of(),
        command,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of());
  }
}
