package dev.candor.artifact;

import dev.candor.core.SemanticVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which versions registries said that packages have: {@code versions/npm/NAME.json}. */
final class VersionCache {
  private static final String SCHEMA = "1";
  private static final long MOST_BYTES = 64 << 20;

  private final Path folder;

  VersionCache(Path root) {
    this.folder = root.resolve("versions").resolve("npm");
  }

  /** What is known of the package, however long ago; empty where the file is of no use. */
  Optional<PublishedVersions> find(String name) {
    Path file = file(name);
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      JsonNode json = Json.read(new ByteArrayInputStream(Files.readAllBytes(file)));
      Optional<Instant> asked = VersionDocument.instant(json.path("asked").asString(""));
      if (!json.path("schema").asString("").equals(SCHEMA)
          || !json.path("name").asString("").equals(name)
          || asked.isEmpty()) {
        return Optional.empty();
      }
      List<PublishedVersion> versions = new ArrayList<>();
      for (JsonNode one : json.path("versions").values()) {
        String version = one.path("version").asString("");
        if (SemanticVersion.parse(version).isEmpty()) {
          return Optional.empty();
        }
        versions.add(
            new PublishedVersion(
                version,
                VersionDocument.instant(one.path("published").asString("")),
                one.path("available").asBoolean(false),
                Optional.of(one.path("deprecated").asString("")).filter(m -> !m.isBlank()),
                Optional.of(one.path("digest").asString("")).filter(VersionDocument::isDigest)));
      }
      return Optional.of(
          new PublishedVersions(name, json.path("registry").asString(""), asked.get(), versions));
    } catch (IOException | JacksonException e) {
      return Optional.empty(); // Not there, or of no use: the registry will be asked.
    }
  }

  void store(PublishedVersions versions) {
    ObjectNode json = Json.object();
    json.put("schema", SCHEMA);
    json.put("name", versions.name());
    json.put("registry", versions.registry());
    json.put("asked", versions.asked().toString());
    ArrayNode all = json.putArray("versions");
    for (PublishedVersion one : versions.all()) {
      ObjectNode version = all.addObject();
      version.put("version", one.version());
      one.published().ifPresent(time -> version.put("published", time.toString()));
      version.put("available", one.available());
      one.deprecated().ifPresent(message -> version.put("deprecated", message));
      one.digest().ifPresent(digest -> version.put("digest", digest));
    }
    try {
      WholeFile.write(file(versions.name()), json.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Trouble.disk(folder, "to be writable", e);
    }
  }

  private Path file(String name) {
    return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ".json");
  }
}
