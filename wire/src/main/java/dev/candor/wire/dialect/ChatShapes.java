package dev.candor.wire.dialect;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of the Chat Completions API, as its reference shows them.
 *
 * @param number of the answer, for its ids
 */
record ChatShapes(String model, int number) {

  ObjectNode completion(Turn turn) {
    ObjectNode completion = begun("chat.completion");
    ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    switch (turn) {
      case Turn.Say say -> message.put("content", say.text());
      case Turn.Call call -> {
        message.putNull("content");
        call(message.putArray("tool_calls").addObject(), call, Json.text(call.arguments()));
      }
    }
    message.putNull("refusal");
    choice.putNull("logprobs").put("finish_reason", reason(turn));
    completion.set("usage", usage());
    return completion;
  }

  /**
   * @param counts whether the numbers of tokens are told in a chunk of their own
   */
  List<ObjectNode> stream(Turn turn, boolean counts) {
    List<ObjectNode> chunks = new ArrayList<>();
    ObjectNode first = delta().put("role", "assistant");
    switch (turn) {
      case Turn.Say say -> {
        chunks.add(chunk(first.put("content", ""), counts));
        chunks.add(chunk(delta().put("content", say.text()), counts));
      }
      case Turn.Call call -> {
        first.putNull("content");
        call(first.putArray("tool_calls").addObject().put("index", 0), call, "");
        chunks.add(chunk(first, counts));
        ObjectNode rest = delta();
        rest.putArray("tool_calls")
            .addObject()
            .put("index", 0)
            .putObject("function")
            .put("arguments", Json.text(call.arguments()));
        chunks.add(chunk(rest, counts));
      }
    }
    ObjectNode last = chunk(delta(), counts);
    last.path("choices").path(0).asObject().put("finish_reason", reason(turn));
    chunks.add(last);
    if (counts) {
      ObjectNode told = begun("chat.completion.chunk");
      told.putArray("choices");
      told.set("usage", usage());
      chunks.add(told);
    }
    return chunks;
  }

  private static ObjectNode delta() {
    return Json.object();
  }

  private ObjectNode chunk(ObjectNode delta, boolean counts) {
    ObjectNode chunk = begun("chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs").putNull("finish_reason");
    return counts ? chunk.putNull("usage") : chunk;
  }

  private ObjectNode begun(String object) {
    return Json.object()
        .put("id", "chatcmpl-01" + number)
        .put("object", object)
        .put("created", OpenAi.CREATED)
        .put("model", model);
  }

  private void call(ObjectNode target, Turn.Call call, String arguments) {
    target.put("id", "call_01" + number).put("type", "function");
    target.putObject("function").put("name", call.tool().name()).put("arguments", arguments);
  }

  private static String reason(Turn turn) {
    return turn instanceof Turn.Call ? "tool_calls" : "stop";
  }

  private static ObjectNode usage() {
    ObjectNode usage =
        Json.object()
            .put("prompt_tokens", OpenAi.READ)
            .put("completion_tokens", OpenAi.WRITTEN)
            .put("total_tokens", OpenAi.READ + OpenAi.WRITTEN);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
    return usage;
  }
}
