package dev.candor.artifact;

import dev.candor.core.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A user's machine with nothing on it but what a test puts there. */
final class Machine {
  static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          3,
          Duration.ofMillis(1));

  final Path home;
  final Path folder;
  final Path cache;
  final Map<String, String> variables = new HashMap<>();
  final List<String> stages = new ArrayList<>();
  Optional<Map<String, List<String>>> npm = Optional.empty();
  Optional<URI> registry = Optional.empty();
  Optional<Platform> platform = Optional.empty();
  Patience patience = SHORT;
  Disk disk = Disk.REAL;
  boolean offline;
  long lastTotal = -1;

  Machine(Path root) {
    try {
      home = Files.createDirectories(root.resolve("home"));
      folder = Files.createDirectories(root.resolve("work"));
      cache = root.resolve("cache");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Machine withNpmrc(String... lines) {
    write(home.resolve(".npmrc"), String.join("\n", lines));
    return this;
  }

  Machine uses(LoopbackRegistry server) {
    return withNpmrc("registry=" + server.uri());
  }

  Surroundings surroundings() {
    return new Surroundings(variables, home, folder, () -> npm);
  }

  Artifact open(String reference) {
    Progress progress =
        new Progress() {
          @Override
          public void stage(String name) {
            stages.add(name);
          }

          @Override
          public void bytes(long done, OptionalLong total) {
            lastTotal = total.orElse(-1);
          }
        };
    return new Fetch(surroundings(), patience, disk)
        .open(
            PackageReference.parse(reference),
            new FetchOptions(registry, platform, offline, cache, progress));
  }

  /** All files in the cache, by their path in it. */
  List<String> cached() {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> cache.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> cachedFiles() {
    return cached().stream().filter(file -> file.endsWith(".tgz")).toList();
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
