package dev.candor.artifact;

import dev.candor.core.InputException;
import dev.candor.core.SemanticVersion;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The versions in a package's whole document, read as a stream: which there are, with their dates
 * and the publisher's warnings.
 */
final class VersionDocument {
  /** The package with the most versions of 2026-11 has 30,000. */
  private static final int MOST = 100_000;

  private static final int LONGEST_MESSAGE = 1_000;

  private static final Pattern DIGEST = Pattern.compile("sha\\d{1,3}-[A-Za-z0-9+/=]{16,200}");

  /** Beside versions, the member {@code time} has these. */
  private static final Set<String> NO_VERSIONS = Set.of("created", "modified", "unpublished");

  private final Map<String, Optional<Instant>> times = new HashMap<>();
  private final Map<String, Said> available = new HashMap<>();

  /** What is said of one version. */
  private record Said(Optional<String> deprecated, Optional<String> digest) {
    static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
  }

  private VersionDocument() {}

  /**
   * Ascending; versions that are none by semver.org are left out.
   *
   * @throws tools.jackson.core.JacksonException if it is not JSON or the stream breaks off
   * @throws InputException if there are more than 100,000
   */
  static List<PublishedVersion> read(InputStream json) {
    VersionDocument document = new VersionDocument();
    try (JsonParser parser = Json.parser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        document.members(parser);
      }
    }
    return document.versions();
  }

  private void members(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      if (object && field.equals("time")) {
        readTimes(parser);
      } else if (object && field.equals("versions")) {
        readVersions(parser);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readTimes(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String version = parser.currentName();
      Optional<Instant> time =
          parser.nextToken() == JsonToken.VALUE_STRING
              ? instant(parser.getString())
              : Optional.empty();
      parser.skipChildren();
      if (!NO_VERSIONS.contains(version)) {
        put(times, version, time);
      }
    }
  }

  private void readVersions(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String version = parser.currentName();
      put(
          available,
          version,
          parser.nextToken() == JsonToken.START_OBJECT ? readVersion(parser) : skipped(parser));
    }
  }

  private static Said skipped(JsonParser parser) {
    parser.skipChildren();
    return Said.NOTHING;
  }

  private static Said readVersion(JsonParser parser) {
    Optional<String> deprecated = Optional.empty();
    Optional<String> digest = Optional.empty();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING && member.equals("deprecated")) {
        deprecated = message(parser.getString());
      } else if (value == JsonToken.START_OBJECT && member.equals("dist")) {
        digest = digest(parser);
      } else {
        parser.skipChildren();
      }
    }
    return new Said(deprecated, digest);
  }

  private static Optional<String> digest(JsonParser parser) {
    Map<String, String> texts = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(member, parser.getString());
      }
      parser.skipChildren();
    }
    return Optional.ofNullable(texts.get("integrity"))
        .or(() -> Optional.ofNullable(texts.get("shasum")).map(hex -> "sha1-" + hex))
        .filter(VersionDocument::isDigest);
  }

  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  private static <T> void put(Map<String, T> map, String version, T value) {
    if (SemanticVersion.parse(version).isPresent()) {
      map.put(version, value);
    }
    if (map.size() > MOST) {
      throw new InputException(
          "The registry names more than " + MOST + " versions; check the registry's address.");
    }
  }

  private List<PublishedVersion> versions() {
    Set<String> all = new HashSet<>(times.keySet());
    all.addAll(available.keySet());
    List<SemanticVersion> sorted = new ArrayList<>();
    all.forEach(text -> SemanticVersion.parse(text).ifPresent(sorted::add));
    // The text decides between versions that differ in build metadata only.
    sorted.sort(Comparator.<SemanticVersion>naturalOrder().thenComparing(SemanticVersion::text));
    return sorted.stream()
        .map(SemanticVersion::text)
        .map(version ->
            new PublishedVersion(
                version,
                times.getOrDefault(version, Optional.empty()),
                available.containsKey(version),
                available.getOrDefault(version, Said.NOTHING).deprecated,
                available.getOrDefault(version, Said.NOTHING).digest))
        .toList();
  }

  /** An empty message takes a deprecation back. */
  private static Optional<String> message(String text) {
    return Optional.of(text)
        .filter(one -> !one.isBlank())
        .map(one -> one.substring(0, Math.min(one.length(), LONGEST_MESSAGE)));
  }

  /** RFC 3339, which some registries write with an offset. */
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
