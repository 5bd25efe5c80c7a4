package dev.candor.wire.dialect;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The objects of the Gemini API, as its reference shows them. */
final class GeminiShapes {
  private static final int READ = 10;
  private static final int WRITTEN = 5;

  private GeminiShapes() {}

  /** Also the only piece of a stream. */
  static ObjectNode response(String model, Turn turn, int number) {
    ObjectNode response = Json.object();
    ObjectNode candidate = response.putArray("candidates").addObject();
    ObjectNode content = candidate.putObject("content");
    ObjectNode part = content.putArray("parts").addObject();
    switch (turn) {
      case Turn.Say say -> part.put("text", say.text());
      case Turn.Call call ->
          part.putObject("functionCall")
              .put("id", "sample" + number)
              .put("name", call.tool().name())
              .set("args", call.arguments());
    }
    content.put("role", "model");
    candidate.put("finishReason", "STOP").put("index", 0);
    ObjectNode usage = response.putObject("usageMetadata");
    usage
        .put("promptTokenCount", READ)
        .put("candidatesTokenCount", WRITTEN)
        .put("totalTokenCount", READ + WRITTEN)
        .set("promptTokensDetails", details());
    return response.put("modelVersion", model).put("responseId", "sample" + number);
  }

  private static ArrayNode details() {
    ArrayNode details = JsonNodeFactory.instance.arrayNode();
    details.addObject().put("modality", "TEXT").put("tokenCount", READ);
    return details;
  }

  static ArrayNode array(JsonNode response) {
    return JsonNodeFactory.instance.arrayNode().add(response);
  }

  static ObjectNode count() {
    ObjectNode count = Json.object().put("totalTokens", READ);
    count.set("promptTokensDetails", details());
    return count;
  }

  static ObjectNode models() {
    ObjectNode list = Json.object();
    list.putArray("models")
        .addObject()
        .put("name", "models/" + Ask.SOME_MODEL)
        .put("version", "1")
        .put("displayName", "Candor")
        .put("inputTokenLimit", 1_000_000)
        .put("outputTokenLimit", 10_000)
        .putArray("supportedGenerationMethods")
        .add("generateContent")
        .add("countTokens");
    return list;
  }

  static ObjectNode unreadable() {
    return error(400, "INVALID_ARGUMENT", "Invalid JSON payload received.");
  }

  static ObjectNode unknown() {
    return error(404, "NOT_FOUND", "Not found.");
  }

  /** The names of google.rpc.Code that HTTP's statuses stand for. */
  static ObjectNode refusal(int status, String message) {
    return error(
        status,
        switch (status) {
          case 401 -> "UNAUTHENTICATED";
          case 403 -> "PERMISSION_DENIED";
          case 404 -> "NOT_FOUND";
          case 429 -> "RESOURCE_EXHAUSTED";
          case 502, 503 -> "UNAVAILABLE";
          case 504 -> "DEADLINE_EXCEEDED";
          default -> status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
        },
        message);
  }

  private static ObjectNode error(int code, String status, String message) {
    ObjectNode error = Json.object();
    error.putObject("error").put("code", code).put("message", message).put("status", status);
    return error;
  }
}
