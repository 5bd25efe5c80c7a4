package dev.candor.artifact;

import dev.candor.core.InputException;
import dev.candor.core.SemanticVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What registries once said of exact versions: {@code resolved/npm/NAME/VERSION.json}. It never
 * changes there, except for deprecation, so a cached version needs no network.
 */
final class ResolvedIndex {
  private static final String SCHEMA = "1";
  private static final int NAME_LENGTH = 200;

  /**
   * @param registry that said so
   * @param sha512 of the file, in hexadecimal, once it was fetched
   */
  record Known(Manifest manifest, String registry, Optional<String> sha512) {}

  private final Path folder;

  ResolvedIndex(Path root) {
    this.folder = root.resolve("resolved").resolve("npm");
  }

  Optional<Known> find(RegistryPackage wanted) {
    if (!wanted.exact()) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.read(new ByteArrayInputStream(Files.readAllBytes(file(wanted))));
      Manifest manifest = Manifest.read(json.path("manifest"), wanted.name());
      return Optional.of(
              new Known(
                  manifest,
                  json.path("registry").asString(""),
                  Optional.of(json.path("sha512").asString("")).filter(s -> s.length() == 128)))
          .filter(k -> json.path("schema").asString("").equals(SCHEMA))
          .filter(k -> manifest.reference().equals(wanted));
    } catch (IOException | JacksonException | InputException e) {
      return Optional.empty(); // Not there, or of no use: the registry will be asked.
    }
  }

  void store(Known known) {
    RegistryPackage reference = known.manifest.reference();
    if (reference.version().length() > NAME_LENGTH) {
      return; // Longer than file systems allow.
    }
    ObjectNode json = Json.object();
    json.put("schema", SCHEMA);
    json.put("registry", known.registry);
    known.sha512.ifPresent(value -> json.put("sha512", value));
    json.set("manifest", known.manifest.json());
    try {
      WholeFile.write(file(reference), json.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Trouble.disk(folder, "to be writable", e);
    }
  }

  /** The versions of a package that are known here, ascending. */
  List<String> versions(String name) {
    String suffix = ".json";
    try (Stream<Path> files = Files.list(folder.resolve(encoded(name)))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(suffix))
          .flatMap(
              f -> SemanticVersion.parse(f.substring(0, f.length() - suffix.length())).stream())
          .sorted()
          .map(SemanticVersion::text)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path file(RegistryPackage reference) {
    return folder.resolve(encoded(reference.name())).resolve(reference.version() + ".json");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
