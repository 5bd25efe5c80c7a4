package dev.candor.artifact;

import dev.candor.core.InputException;
import dev.candor.core.SemanticVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a registry says of one package version, as far as it matters here.
 *
 * @param reference name and exact version
 * @param tarball address of the package file, as the registry wrote it
 * @param integrity SRI metadata, where the registry has any
 * @param shasum SHA-1 in hexadecimal, where the registry has one
 * @param deprecated the publisher's message, where there is one
 * @param optionalDependencies version or alias by name
 */
record Manifest(
    RegistryPackage reference,
    String tarball,
    Optional<String> integrity,
    Optional<String> shasum,
    Optional<String> deprecated,
    Map<String, String> optionalDependencies,
    List<String> os,
    List<String> cpu,
    List<String> libc) {

  /**
   * @throws InputException if it does not speak of {@code name}, or names no file
   */
  static Manifest read(JsonNode json, String name) {
    String version = text(json, "version").orElse("");
    if (!text(json, "name").orElse("").equals(name) || SemanticVersion.parse(version).isEmpty()) {
      throw new InputException(
          "The registry's answer for "
              + name
              + " speaks of something else ("
              + Shown.text(text(json, "name").orElse("no name") + "@" + version)
              + "); check the registry's address.");
    }
    JsonNode dist = json.path("dist");
    Map<String, String> optional = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("optionalDependencies").properties()) {
      if (each.getValue().isString()) {
        optional.put(each.getKey(), each.getValue().asString());
      }
    }
    return new Manifest(
        new RegistryPackage(name, version),
        text(dist, "tarball")
            .orElseThrow(() ->
                new InputException("The registry names no file for " + name + "@" + version + ".")),
        text(dist, "integrity"),
        text(dist, "shasum"),
        text(json, "deprecated").filter(message -> !message.isBlank()),
        optional,
        texts(json, "os"),
        texts(json, "cpu"),
        texts(json, "libc"));
  }

  /** The same fields in the registry's own words, to be read back by {@link #read}. */
  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("name", reference.name());
    json.put("version", reference.version());
    deprecated.ifPresent(message -> json.put("deprecated", message));
    ObjectNode optional = json.putObject("optionalDependencies");
    optionalDependencies.forEach(optional::put);
    os.forEach(json.withArray("os")::add);
    cpu.forEach(json.withArray("cpu")::add);
    libc.forEach(json.withArray("libc")::add);
    ObjectNode dist = json.putObject("dist");
    dist.put("tarball", tarball);
    integrity.ifPresent(value -> dist.put("integrity", value));
    shasum.ifPresent(value -> dist.put("shasum", value));
    return json;
  }

  /** The strongest digest that the registry named: SRI before SHA-1. */
  Integrity expected() {
    return integrity
        .flatMap(Integrity::parse)
        .or(() -> shasum.flatMap(Integrity::ofShasum))
        .orElseThrow(() ->
            new InputException(
                "The registry names no digest for "
                    + reference
                    + ", so its file cannot be verified. Download it yourself and give its"
                    + " path, or use another registry."));
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.of(json.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  // npm takes a single word for a list of one.
  private static List<String> texts(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isString()
        ? List.of(value.asString())
        : value.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }
}
