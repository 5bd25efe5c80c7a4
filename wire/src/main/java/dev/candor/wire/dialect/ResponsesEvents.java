package dev.candor.wire.dialect;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The events that tell a response of the Responses API piece by piece, numbered from 0. */
final class ResponsesEvents {
  private final List<ObjectNode> events = new ArrayList<>();

  private ResponsesEvents() {}

  static List<ObjectNode> of(ResponsesShapes shapes, Turn turn) {
    ResponsesEvents told = new ResponsesEvents();
    told.add("response.created").set("response", shapes.begun());
    told.add("response.in_progress").set("response", shapes.begun());
    told.item("response.output_item.added", shapes.emptyItem(turn));
    String id = Json.string(shapes.item(turn), "id");
    switch (turn) {
      case Turn.Say say -> told.words(id, say.text());
      case Turn.Call call -> told.arguments(id, call);
    }
    told.item("response.output_item.done", shapes.item(turn));
    told.add("response.completed").set("response", shapes.completed(turn));
    return told.events;
  }

  private ObjectNode add(String type) {
    ObjectNode event = Json.object().put("type", type).put("sequence_number", events.size());
    events.add(event);
    return event;
  }

  private void item(String type, ObjectNode item) {
    add(type).put("output_index", 0).set("item", item);
  }

  private void words(String id, String text) {
    part("response.content_part.added", id).set("part", ResponsesShapes.part(""));
    part("response.output_text.delta", id).put("delta", text).putArray("logprobs");
    part("response.output_text.done", id).put("text", text).putArray("logprobs");
    part("response.content_part.done", id).set("part", ResponsesShapes.part(text));
  }

  private ObjectNode part(String type, String id) {
    return add(type).put("item_id", id).put("output_index", 0).put("content_index", 0);
  }

  private void arguments(String id, Turn.Call call) {
    String arguments = Json.text(call.arguments());
    add("response.function_call_arguments.delta")
        .put("item_id", id)
        .put("output_index", 0)
        .put("delta", arguments);
    add("response.function_call_arguments.done")
        .put("item_id", id)
        .put("name", call.tool().name())
        .put("output_index", 0)
        .put("arguments", arguments);
  }
}
