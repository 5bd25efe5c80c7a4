package dev.candor.wire.dialect;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What OpenAI's two APIs have in common: errors, the list of models, fixed figures. */
final class OpenAi {
  /** Seconds since 1970: 2026-01-01T00:00:00Z. */
  static final long CREATED = 1_767_225_600L;

  static final int READ = 10;
  static final int WRITTEN = 5;

  /** Who instructs the model. */
  static final Set<String> INSTRUCTING = Set.of("system", "developer");

  private OpenAi() {}

  /**
   * JSON that need not fit a schema is still an object.
   *
   * @param format as a request asks for it
   * @param schema the node of the format that holds its schema
   */
  static Optional<JsonNode> form(JsonNode format, JsonNode schema) {
    return Json.string(format, "type").equals("json_object")
        ? Optional.of(Json.object().put("type", "object"))
        : Json.schema(schema);
  }

  static ObjectNode unreadable() {
    return error("The request body is not valid JSON.");
  }

  static ObjectNode unknown() {
    return error("Unknown request URL.");
  }

  private static ObjectNode error(String message) {
    ObjectNode error = Json.object();
    error
        .putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .putNull("param")
        .putNull("code");
    return error;
  }

  static ObjectNode models() {
    ObjectNode list = Json.object().put("object", "list");
    list.putArray("data")
        .addObject()
        .put("id", Ask.SOME_MODEL)
        .put("object", "model")
        .put("created", CREATED)
        .put("owned_by", "sample");
    return list;
  }
}
