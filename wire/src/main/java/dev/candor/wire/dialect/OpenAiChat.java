package dev.candor.wire.dialect;

import com.google.auto.service.AutoService;
import dev.candor.wire.Dialect;
import dev.candor.wire.PromptFields;
import dev.candor.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * OpenAI's Chat Completions API, which many vendors speak too: {@code POST …/chat/completions}, as
 * JSON or as server-sent events that end in {@code [DONE]}, and {@code GET …/models}.
 *
 * <p>Source: the OpenAI API reference (Create chat completion, The chat completion chunk object,
 * List models) and its guide "Error codes".
 */
@AutoService(Dialect.class)
public final class OpenAiChat implements Dialect {
  private static final String COMPLETIONS = "/chat/completions";
  private static final Set<String> RESULTS = Set.of("tool", "function");

  private static final PromptFields TEXTS =
      new PromptFields(
          Set.of("tools", "response_format"),
          Set.of("messages"),
          Set.of("content", "text", "refusal", "reasoning_content", "arguments"),
          Set.of());

  @Override
  public String name() {
    return "openai-chat";
  }

  @Override
  public boolean speaks(Request request) {
    return OpenAi.isPosted(request, COMPLETIONS) || ModelLists.OPENAI_CHAT.isAsked(request);
  }

  @Override
  public Reply answer(Request request, byte[] content, int turn) {
    if (ModelLists.OPENAI_CHAT.isAsked(request)) {
      return Sent.whole(OpenAi.models());
    }
    return OpenAi.reply(request, content, COMPLETIONS, json -> answered(json, turn));
  }

  private static Reply answered(JsonNode json, int number) {
    Ask ask = ask(json);
    Turn turn = Turn.of(ask, number);
    ChatShapes shapes = new ChatShapes(ask.model(), number);
    boolean counts = json.path("stream_options").path("include_usage").booleanValue(false);
    return ask.streams()
        ? Sent.untilDone(shapes.stream(turn, counts))
        : Sent.whole(shapes.completion(turn));
  }

  @Override
  public Optional<PromptFields> promptFields(Request request) {
    return OpenAi.isPosted(request, COMPLETIONS) ? Optional.of(TEXTS) : Optional.empty();
  }

  @Override
  public Reply.Whole refusal(int status, String message) {
    return Sent.whole(status, OpenAi.refusal(status, message));
  }

  @Override
  public List<PromptText> prompt(Request request, byte[] content) {
    return OpenAi.isPosted(request, COMPLETIONS) ? Texts.in(content, TEXTS) : List.of();
  }

  private static Ask ask(JsonNode json) {
    JsonNode choice = json.path("tool_choice");
    JsonNode format = json.path("response_format");
    return new Ask(
        Json.string(json, "model"),
        json.path("stream").booleanValue(false),
        choice.stringValue("").equals("none") ? List.of() : tools(json),
        Optional.of(Json.string(choice.path("function"), "name")).filter(name -> !name.isEmpty()),
        messages(json).anyMatch(message -> RESULTS.contains(Json.string(message, "role"))),
        messages(json)
            .filter(message -> OpenAi.INSTRUCTING.contains(Json.string(message, "role")))
            .flatMap(message -> Json.texts(message.path("content")))
            .toList(),
        OpenAi.form(format, format.path("json_schema").path("schema")));
  }

  private static List<Tool> tools(JsonNode json) {
    return json.path("tools")
        .valueStream()
        .map(tool -> tool.path("function"))
        .filter(JsonNode::isObject)
        .map(function -> new Tool(Json.string(function, "name"), function.path("parameters")))
        .toList();
  }

  private static Stream<JsonNode> messages(JsonNode json) {
    return json.path("messages").valueStream();
  }
}
