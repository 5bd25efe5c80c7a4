package dev.candor.wire.dialect;

import com.google.auto.service.AutoService;
import dev.candor.wire.Dialect;
import dev.candor.wire.PromptFields;
import dev.candor.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's Messages API: {@code POST …/v1/messages}, as JSON or as server-sent events, {@code
 * POST …/v1/messages/count_tokens} and {@code GET …/v1/models}.
 *
 * <p>Source: the Claude API reference (Messages, Count tokens, List models, Errors) and its guide
 * "Streaming messages".
 */
@AutoService(Dialect.class)
public final class AnthropicMessages implements Dialect {
  private static final String MESSAGES = "/v1/messages";
  private static final String COUNT = "/v1/messages/count_tokens";

  private static final PromptFields TEXTS =
      new PromptFields(
          Set.of("tools", "output_config"),
          Set.of("system", "messages"),
          Set.of("text", "content", "thinking", "title", "context"),
          Set.of("input"));

  @Override
  public String name() {
    return "anthropic-messages";
  }

  @Override
  public boolean speaks(Request request) {
    return isPosted(request) || ModelLists.ANTHROPIC.isAsked(request);
  }

  private static boolean isPosted(Request request) {
    String path = request.path();
    return request.method().equals("POST") && (path.endsWith(MESSAGES) || path.endsWith(COUNT));
  }

  @Override
  public Reply answer(Request request, byte[] content, int turn) {
    if (ModelLists.ANTHROPIC.isAsked(request)) {
      return Sent.whole(AnthropicShapes.models());
    }
    return isPosted(request)
        ? Json.object(content)
            .map(json -> answered(request, json, turn))
            .orElseGet(() -> Sent.whole(400, AnthropicShapes.unreadable()))
        : Sent.whole(404, AnthropicShapes.unknown());
  }

  private static Reply answered(Request request, JsonNode json, int turn) {
    if (request.path().endsWith(COUNT)) {
      return Sent.whole(AnthropicShapes.count());
    }
    Ask ask = ask(json);
    ObjectNode message = AnthropicShapes.message(ask.model(), Turn.of(ask, turn), turn);
    return ask.streams() ? Sent.named(AnthropicShapes.stream(message)) : Sent.whole(message);
  }

  @Override
  public Optional<PromptFields> promptFields(Request request) {
    return isPosted(request) ? Optional.of(TEXTS) : Optional.empty();
  }

  @Override
  public Reply.Whole refusal(int status, String message) {
    return Sent.whole(status, AnthropicShapes.refusal(status, message));
  }

  @Override
  public List<PromptText> prompt(Request request, byte[] content) {
    return isPosted(request) ? Texts.in(content, TEXTS) : List.of();
  }

  private static Ask ask(JsonNode json) {
    JsonNode choice = json.path("tool_choice");
    String kind = Json.string(choice, "type");
    return new Ask(
        Json.string(json, "model"),
        json.path("stream").booleanValue(false),
        kind.equals("none") ? List.of() : tools(json),
        Optional.of(Json.string(choice, "name")).filter(name -> kind.equals("tool")),
        holdsResult(json),
        Json.texts(json.path("system")).toList(),
        Json.schema(json.path("output_config").path("format").path("schema"))
            .or(() -> Json.schema(json.path("output_format").path("schema"))));
  }

  /** Tools without a schema run at the vendor; deferred ones are not known to the model yet. */
  private static List<Tool> tools(JsonNode json) {
    return json.path("tools")
        .valueStream()
        .filter(tool -> tool.path("input_schema").isObject())
        .filter(tool -> !tool.path("defer_loading").booleanValue(false))
        .map(tool -> new Tool(Json.string(tool, "name"), tool.path("input_schema")))
        .toList();
  }

  private static boolean holdsResult(JsonNode json) {
    return json.path("messages")
        .valueStream()
        .flatMap(message -> message.path("content").valueStream())
        .anyMatch(block -> Json.string(block, "type").equals("tool_result"));
  }
}
