package dev.candor.wire.dialect;

import dev.candor.wire.Dialect.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers in the form in which they go out. */
final class Sent {
  private Sent() {}

  static Reply.Whole whole(JsonNode content) {
    return whole(200, content);
  }

  static Reply.Whole whole(int status, JsonNode content) {
    return new Reply.Whole(status, Json.TYPE, Json.bytes(content));
  }

  /** Server-sent events that have the names of what they hold: their field {@code type}. */
  static Reply named(List<? extends JsonNode> events) {
    return new Reply.Events(
        events.stream()
            .map(event ->
                line("event: " + Json.string(event, "type") + "\ndata: " + Json.text(event)))
            .toList());
  }

  /** Server-sent events without names. */
  static Reply unnamed(List<? extends JsonNode> events) {
    return new Reply.Events(data(events));
  }

  /** As {@link #unnamed}, and a last one that tells the end. */
  static Reply untilDone(List<? extends JsonNode> events) {
    List<byte[]> all = new ArrayList<>(data(events));
    all.add(line("data: [DONE]"));
    return new Reply.Events(all);
  }

  private static List<byte[]> data(List<? extends JsonNode> events) {
    return events.stream().map(event -> line("data: " + Json.text(event))).toList();
  }

  private static byte[] line(String event) {
    return (event + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
