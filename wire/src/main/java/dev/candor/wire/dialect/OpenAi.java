package dev.candor.wire.dialect;

import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Request;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  static boolean isPosted(Request request, String path) {
    return request.method().equals("POST") && request.path().endsWith(path);
  }

  /**
   * The reply to a request that is no list of models.
   *
   * @param path of what the API answers
   * @param answered the answer to what is asked there
   */
  static Reply reply(
      Request request, byte[] content, String path, Function<JsonNode, Reply> answered) {
    return isPosted(request, path)
        ? Json.object(content)
            .map(answered)
            .orElseGet(() -> Sent.whole(400, error("The request body is not valid JSON.")))
        : Sent.whole(404, error("Unknown request URL."));
  }

  static ObjectNode refusal(int status, String message) {
    return error(message, status < 500 ? "invalid_request_error" : "server_error");
  }

  private static ObjectNode error(String message) {
    return error(message, "invalid_request_error");
  }

  private static ObjectNode error(String message, String type) {
    ObjectNode error = Json.object();
    error
        .putObject("error")
        .put("message", message)
        .put("type", type)
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
