package dev.candor.wire.dialect;

import tools.jackson.databind.node.ObjectNode;

/** What OpenAI's two APIs have in common: errors, the list of models, fixed figures. */
final class OpenAi {
  /** Seconds since 1970: 2026-01-01T00:00:00Z. */
  static final long CREATED = 1_767_225_600L;

  static final int READ = 10;
  static final int WRITTEN = 5;

  private OpenAi() {}

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
        .put("owned_by", "candor");
    return list;
  }
}
