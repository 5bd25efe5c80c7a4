package dev.candor.artifact;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * What a registry says of a package as a whole, read as a stream because some are 100 MB.
 *
 * @param tags version by dist-tag
 * @param versions those that can be had
 * @param times date of publication by version, unpublished ones included; full documents only
 * @param manifest what it says of the version asked for
 */
record Packument(
    Map<String, String> tags,
    Set<String> versions,
    Map<String, String> times,
    Optional<JsonNode> manifest) {

  /**
   * @throws tools.jackson.core.JacksonException if it is not JSON or the stream breaks off
   */
  static Packument read(InputStream json, String wanted) {
    Map<String, String> tags = new LinkedHashMap<>();
    Map<String, String> times = new LinkedHashMap<>();
    Set<String> versions = new LinkedHashSet<>();
    Optional<JsonNode> manifest = Optional.empty();
    try (JsonParser parser = Json.parser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Packument(tags, versions, times, manifest);
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value != JsonToken.START_OBJECT) {
          parser.skipChildren();
          continue;
        }
        switch (field) {
          case "dist-tags" -> readStrings(parser, tags);
          case "time" -> readStrings(parser, times);
          case "versions" -> manifest = readVersions(parser, wanted, versions);
          default -> parser.skipChildren();
        }
      }
    }
    return new Packument(tags, versions, times, manifest);
  }

  private static void readStrings(JsonParser parser, Map<String, String> into) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        into.put(key, parser.getString());
      } else {
        into.put(key, "");
        parser.skipChildren();
      }
    }
  }

  private static Optional<JsonNode> readVersions(
      JsonParser parser, String wanted, Set<String> versions) {
    Optional<JsonNode> manifest = Optional.empty();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String version = parser.currentName();
      versions.add(version);
      parser.nextToken();
      if (version.equals(wanted)) {
        manifest = Optional.of(Json.value(parser));
      } else {
        parser.skipChildren();
      }
    }
    return manifest;
  }
}
