package dev.candor.cli;

import dev.candor.audit.json.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of a report may differ from the next one, as the published schema declares it. */
final class Varying {
  static final String ALWAYS = "always";
  static final String WITH_THE_TOOL = "with the tool";

  private Varying() {}

  static ObjectNode read(Path file) throws IOException {
    return (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  /** Pointers to the members that the published schema declares so. */
  static List<String> members(String how) throws IOException {
    try (InputStream in = JsonFormat.class.getResourceAsStream("report-v1.schema.json")) {
      JsonNode schema = JsonMapper.shared().readTree(Objects.requireNonNull(in));
      List<String> found = new ArrayList<>();
      varying("", schema.path("properties"), how, found);
      varying("/observed", schema.at("/$defs/observed/properties"), how, found);
      return found;
    }
  }

  private static void varying(String at, JsonNode members, String how, List<String> into) {
    members.forEachEntry((name, member) -> {
      if (member.path("x-varies").asString("").equals(how)) {
        into.add(at + "/" + name);
      }
    });
  }

  static ObjectNode without(ObjectNode report, List<String> pointers) {
    ObjectNode rest = report.deepCopy();
    for (String pointer : pointers) {
      int cut = pointer.lastIndexOf('/');
      ((ObjectNode) rest.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
    }
    return rest;
  }
}
