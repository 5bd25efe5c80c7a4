package dev.candor.fleet.inventory;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes an inventory of JSON that strangers wrote. */
final class InventoryReading {
  /** Of installations, settings, processes and what was not seen, each. */
  static final int MOST = 100_000;

  /** Characters of one text; a path has 4,096 bytes at most. */
  private static final int LONGEST = 1 << 16;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TOOL = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

  private final String name;

  /**
   * @param name of the document, for messages
   */
  InventoryReading(String name) {
    this.name = name;
  }

  /**
   * @throws InputException naming the place, if it is no inventory
   */
  Inventory inventory(JsonNode json) {
    String schema = json.path("schema").asString("");
    if (!schema.equals(InventoryJson.SCHEMA)) {
      throw unfit("/schema", "not " + InventoryJson.SCHEMA);
    }
    return new Inventory(
        text(json, "", "machine"),
        text(json, "", "system"),
        taken(json),
        text(json, "", "root"),
        all(json, "installations", this::installation),
        all(json, "settings", this::setting),
        all(json, "processes", this::process),
        all(json, "notSeen", this::text),
        new Engine(text(json.path("engine"), "/engine", "version"), java(json.path("engine"))));
  }

  private Instant taken(JsonNode json) {
    try {
      // An instant with years of nine digits would not be one for other readers.
      Instant taken = OffsetDateTime.parse(text(json, "", "taken")).toInstant();
      if (taken.isBefore(Instant.EPOCH) || taken.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
        throw unfit("/taken", "out of range");
      }
      return taken;
    } catch (DateTimeException e) {
      throw unfit("/taken", "no time such as 2026-11-21T12:00:00Z");
    }
  }

  private String java(JsonNode engine) {
    return text(engine, "/engine", "java");
  }

  private Installation installation(JsonNode json, String at) {
    String means = text(json, at, "means");
    return new Installation(
        tool(json, at),
        purl(text(json, at, "purl"), at + "/purl"),
        optional(json, at, "version"),
        Means.named(means).orElseThrow(() -> unfit(at + "/means", "unknown: " + cut(means))),
        place(json, at),
        list(json.path("evidence"), at + "/evidence", this::text),
        optional(json, at, "sha256").map(digest -> digest(digest, at)));
  }

  private Setting setting(JsonNode json, String at) {
    String purpose = text(json, at, "purpose");
    return new Setting(
        tool(json, at),
        Setting.Purpose.named(purpose)
            .orElseThrow(() -> unfit(at + "/purpose", "unknown: " + cut(purpose))),
        place(json, at),
        text(json, at, "key"),
        text(json, at, "value"));
  }

  private RunningTool process(JsonNode json, String at) {
    JsonNode pid = json.path("pid");
    if (!pid.isIntegralNumber() || pid.asLong() < 0) {
      throw unfit(at + "/pid", "no process number");
    }
    return new RunningTool(
        pid.asLong(),
        tool(json, at),
        place(json, at),
        optional(json, at, "purl").map(purl -> purl(purl, at + "/purl")));
  }

  private String tool(JsonNode json, String at) {
    String tool = text(json, at, "tool");
    if (!TOOL.matcher(tool).matches()) {
      throw unfit(at + "/tool", "not a name of lower-case letters, digits, dots and dashes");
    }
    return tool;
  }

  private String place(JsonNode json, String at) {
    String place = text(json, at, "place");
    if (!place.startsWith("/")) {
      throw unfit(at + "/place", "does not begin with /");
    }
    return place;
  }

  private String purl(String purl, String at) {
    try {
      return new PackageURL(purl).canonicalize();
    } catch (MalformedPackageURLException e) {
      throw unfit(at, "no package URL");
    }
  }

  private String digest(String digest, String at) {
    if (!SHA256.matcher(digest).matches()) {
      throw unfit(at + "/sha256", "not 64 lower-case hexadecimal digits");
    }
    return digest;
  }

  private <T> List<T> all(JsonNode json, String member, BiFunction<JsonNode, String, T> element) {
    return list(json.path(member), "/" + member, element);
  }

  private <T> List<T> list(JsonNode array, String at, BiFunction<JsonNode, String, T> element) {
    if (!array.isArray() || array.size() > MOST) {
      throw unfit(at, "no array, or of more than " + MOST + " elements");
    }
    List<T> all = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      all.add(element.apply(array.get(i), at + "/" + i));
    }
    return all;
  }

  private Optional<String> optional(JsonNode json, String at, String member) {
    return json.has(member) ? Optional.of(text(json, at, member)) : Optional.empty();
  }

  private String text(JsonNode json, String at, String member) {
    return text(json.path(member), at + "/" + member);
  }

  private String text(JsonNode text, String at) {
    if (!text.isString() || text.asString().length() > LONGEST) {
      throw unfit(at, "no text, or of more than " + LONGEST + " characters");
    }
    return text.asString();
  }

  private InputException unfit(String at, String why) {
    return new InputException(
        "%s, %s: %s; write it anew with candor inventory --json FILE."
            .formatted(name, Visible.of(at), why));
  }

  private static String cut(String text) {
    return Visible.of(text, 60);
  }
}
