package dev.candor.wire.dialect;

import dev.candor.wire.Body;
import dev.candor.wire.Dialect.PromptText;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests for the examples, and answers to look into. */
final class Requests {
  static final JsonMapper MAPPER = new JsonMapper();

  private Requests() {}

  static Request post(String target) {
    return request("POST", target);
  }

  static Request get(String target, Header... headers) {
    return request("GET", target, headers);
  }

  private static Request request(String method, String target, Header... headers) {
    return new Request(
        method,
        "https",
        "api.example.test",
        target,
        Protocol.HTTP_1_1,
        List.of(headers),
        Body.NONE);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode whole(Reply reply) {
    return MAPPER.readTree(((Reply.Whole) reply).content());
  }

  static int status(Reply reply) {
    return ((Reply.Whole) reply).status();
  }

  /** Each event as it was sent, without its empty line. */
  static List<String> events(Reply reply) {
    return ((Reply.Events) reply)
        .events().stream()
            .map(event -> new String(event, StandardCharsets.UTF_8))
            .map(Requests::withoutEmptyLine)
            .toList();
  }

  private static String withoutEmptyLine(String event) {
    if (!event.endsWith("\n\n")) {
      throw new AssertionError("no empty line after " + event);
    }
    return event.substring(0, event.length() - 2);
  }

  /** The JSON behind {@code data:}. */
  static JsonNode data(String event) {
    return MAPPER.readTree(event.substring(event.indexOf("data: ") + 6));
  }

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  static Map<String, String> byPointer(List<PromptText> texts) {
    return texts.stream().collect(Collectors.toMap(PromptText::pointer, PromptText::text));
  }

  static <T> List<T> each(List<String> events, Function<JsonNode, T> from) {
    return events.stream().map(Requests::data).map(from).toList();
  }
}
