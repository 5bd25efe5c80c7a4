package dev.candor.wire.dialect;

import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of the Responses API, as its reference shows them.
 *
 * @param number of the answer, for its ids
 */
record ResponsesShapes(String model, int number) {
  static final String IN_PROGRESS = "in_progress";
  static final String COMPLETED = "completed";

  /** A response that has not said anything yet. */
  ObjectNode begun() {
    ObjectNode response = Json.object();
    response
        .put("id", "resp_01" + number)
        .put("object", "response")
        .put("created_at", OpenAi.CREATED)
        .put("status", IN_PROGRESS)
        .put("background", false)
        .putNull("error")
        .putNull("incomplete_details")
        .putNull("instructions")
        .putNull("max_output_tokens")
        .put("model", model);
    response.putArray("output");
    response.put("parallel_tool_calls", true).putNull("previous_response_id");
    response.putObject("reasoning").putNull("effort").putNull("summary");
    response.put("store", false).put("temperature", 1.0);
    response.putObject("text").putObject("format").put("type", "text");
    response.put("tool_choice", "auto").putArray("tools");
    response.put("top_p", 1.0).put("truncation", "disabled").putNull("usage").putNull("user");
    response.putObject("metadata");
    return response;
  }

  ObjectNode completed(Turn turn) {
    ObjectNode response = begun().put("status", COMPLETED);
    response.putArray("output").add(item(turn));
    ObjectNode usage = response.putObject("usage");
    usage
        .put("input_tokens", OpenAi.READ)
        .putObject("input_tokens_details")
        .put("cached_tokens", 0);
    usage
        .put("output_tokens", OpenAi.WRITTEN)
        .putObject("output_tokens_details")
        .put("reasoning_tokens", 0);
    usage.put("total_tokens", OpenAi.READ + OpenAi.WRITTEN);
    return response;
  }

  /** The one item of the output. */
  ObjectNode item(Turn turn) {
    return switch (turn) {
      case Turn.Say say -> {
        ObjectNode message = message(COMPLETED);
        message.putArray("content").add(part(say.text()));
        yield message;
      }
      case Turn.Call call -> call(call.tool(), COMPLETED, Json.text(call.arguments()));
    };
  }

  /** The same before it has any content. */
  ObjectNode emptyItem(Turn turn) {
    return switch (turn) {
      case Turn.Say _ -> message(IN_PROGRESS);
      case Turn.Call call -> call(call.tool(), IN_PROGRESS, "");
    };
  }

  private ObjectNode message(String status) {
    ObjectNode message = Json.object().put("id", "msg_01" + number).put("type", "message");
    message.put("status", status).put("role", "assistant").putArray("content");
    return message;
  }

  private ObjectNode call(Tool tool, String status, String arguments) {
    ObjectNode call =
        Json.object()
            .put("id", "fc_01" + number)
            .put("type", "function_call")
            .put("status", status)
            .put("call_id", "call_01" + number)
            .put("name", tool.name())
            .put("arguments", arguments);
    return tool.namespace().isEmpty() ? call : call.put("namespace", tool.namespace());
  }

  static ObjectNode part(String text) {
    ObjectNode part = Json.object().put("type", "output_text").put("text", text);
    part.putArray("annotations");
    part.putArray("logprobs");
    return part;
  }

  /** Codex reads {@code models}, and keeps to those that it knows where there are none. */
  static ObjectNode models() {
    ObjectNode list = OpenAi.models();
    list.putArray("models");
    return list;
  }
}
