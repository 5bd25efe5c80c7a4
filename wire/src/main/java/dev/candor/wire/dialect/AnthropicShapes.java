package dev.candor.wire.dialect;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of Anthropic's Messages API, as its reference shows them. */
final class AnthropicShapes {
  private static final int READ = 10;
  private static final int WRITTEN = 5;

  private AnthropicShapes() {}

  /** A whole message; {@link #stream} tells the same in pieces. */
  static ObjectNode message(String model, Turn turn, int number) {
    ObjectNode message = Json.object();
    message.put("id", "msg_01" + number);
    message.put("type", "message");
    message.put("role", "assistant");
    message.put("model", model);
    ObjectNode block = message.putArray("content").addObject();
    switch (turn) {
      case Turn.Say say -> {
        block.put("type", "text");
        block.put("text", say.text());
      }
      case Turn.Call call -> {
        block.put("type", "tool_use");
        block.put("id", "toolu_01" + number);
        block.put("name", call.tool().name());
        block.set("input", call.arguments());
      }
    }
    message.put("stop_reason", turn instanceof Turn.Call ? "tool_use" : "end_turn");
    message.putNull("stop_sequence");
    message.set("usage", usage(WRITTEN));
    return message;
  }

  private static ObjectNode usage(int written) {
    ObjectNode usage = Json.object();
    usage.put("input_tokens", READ);
    usage.put("cache_creation_input_tokens", 0);
    usage.put("cache_read_input_tokens", 0);
    usage.put("output_tokens", written);
    return usage;
  }

  static List<ObjectNode> stream(ObjectNode message) {
    List<ObjectNode> events = new ArrayList<>();
    ObjectNode begun = message.deepCopy();
    begun.putArray("content");
    begun.putNull("stop_reason");
    begun.set("usage", usage(1));
    ObjectNode start = event("message_start");
    start.set("message", begun);
    events.add(start);
    blocks(message.path("content").path(0), events);
    ObjectNode delta = event("message_delta");
    delta
        .putObject("delta")
        .set("stop_reason", message.path("stop_reason"))
        .putNull("stop_sequence");
    delta.putObject("usage").put("output_tokens", WRITTEN);
    events.add(delta);
    events.add(event("message_stop"));
    return events;
  }

  private static void blocks(JsonNode block, List<ObjectNode> events) {
    boolean text = block.has("text");
    ObjectNode empty = block.deepCopy().asObject();
    ObjectNode delta = Json.object();
    if (text) {
      empty.put("text", "");
      delta.put("type", "text_delta").set("text", block.path("text"));
    } else {
      empty.putObject("input");
      delta.put("type", "input_json_delta").put("partial_json", Json.text(block.path("input")));
    }
    ObjectNode start = event("content_block_start").put("index", 0);
    start.set("content_block", empty);
    events.add(start);
    events.add(event("ping"));
    ObjectNode piece = event("content_block_delta").put("index", 0);
    piece.set("delta", delta);
    events.add(piece);
    events.add(event("content_block_stop").put("index", 0));
  }

  private static ObjectNode event(String type) {
    return Json.object().put("type", type);
  }

  static ObjectNode count() {
    return Json.object().put("input_tokens", READ);
  }

  static ObjectNode models() {
    ObjectNode list = Json.object();
    list.putArray("data")
        .addObject()
        .put("type", "model")
        .put("id", Ask.SOME_MODEL)
        .put("display_name", "Candor")
        .put("created_at", "2026-01-01T00:00:00Z");
    return list.put("has_more", false)
        .put("first_id", Ask.SOME_MODEL)
        .put("last_id", Ask.SOME_MODEL);
  }

  static ObjectNode unreadable() {
    return error("invalid_request_error", "The request body is not valid JSON.");
  }

  static ObjectNode unknown() {
    return error("not_found_error", "Not found.");
  }

  /** The types of the reference's page "Errors". */
  static ObjectNode refusal(int status, String message) {
    return error(
        switch (status) {
          case 401 -> "authentication_error";
          case 403 -> "permission_error";
          case 404 -> "not_found_error";
          case 413 -> "request_too_large";
          case 429 -> "rate_limit_error";
          case 529 -> "overloaded_error";
          default -> status < 500 ? "invalid_request_error" : "api_error";
        },
        message);
  }

  private static ObjectNode error(String type, String message) {
    ObjectNode error = Json.object().put("type", "error");
    error.putObject("error").put("type", type).put("message", message);
    return error.put("request_id", "req_01");
  }
}
