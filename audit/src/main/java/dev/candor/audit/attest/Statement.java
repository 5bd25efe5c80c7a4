package dev.candor.audit.attest;

import dev.candor.audit.json.InertJson;
import dev.candor.core.InputException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A report as an <a
 * href="https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md">in-toto Statement,
 * v1</a>: its subjects are the artifacts that were read, and its predicate is the whole report.
 */
public final class Statement {
  public static final String TYPE = "https://in-toto.io/Statement/v1";

  /** The {@code $id} of the published schema, which the predicate satisfies. */
  public static final String PREDICATE_TYPE = "urn:candor:schema:report:v1";

  private Statement() {}

  /**
   * The payload.
   *
   * @param text of the report, in JSON; it becomes part of the payload as it stands
   * @param report the same
   * @throws InputException if its subject has no digest
   */
  static byte[] of(String text, JsonNode report) {
    requireDigest(report.path("subject"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InertJson.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("_type", TYPE);
          InertJson.array(json, "subject", subjects(report), Statement::subject);
          json.writeStringProperty("predicateType", PREDICATE_TYPE);
          json.writeName("predicate");
          json.writeRawValue(text.strip());
          json.writeEndObject();
        });
    return out.toByteArray();
  }

  private static void requireDigest(JsonNode subject) {
    if (!subject.path("digest").isObject() || subject.path("digest").isEmpty()) {
      throw new InputException(
          "A folder has no digest, by which anybody could tell that a report speaks of it."
              + " Attest the report of a package or of one file: pack the folder first.");
    }
  }

  /** The subject and those parts that have a digest, as a statement on the report names them. */
  public static List<JsonNode> subjects(JsonNode report) {
    List<JsonNode> subjects = new ArrayList<>(List.of(report.path("subject")));
    report
        .path("parts")
        .forEach(part -> {
          if (part.has("digest")) {
            subjects.add(part);
          }
        });
    return subjects;
  }

  private static void subject(JsonGenerator json, JsonNode subject) {
    json.writeStartObject();
    json.writeStringProperty("name", subject.path("purl").asString());
    json.writeObjectPropertyStart("digest");
    subject
        .path("digest")
        .forEachEntry((algorithm, hex) -> json.writeStringProperty(algorithm, hex.asString()));
    json.writeEndObject();
    json.writeEndObject();
  }
}
