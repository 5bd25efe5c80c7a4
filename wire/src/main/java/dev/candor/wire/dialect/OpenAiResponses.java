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
 * OpenAI's Responses API: {@code POST …/responses}, as JSON or as server-sent events. {@code GET
 * …/models} is its own only where Codex asks; all else asks Chat Completions.
 *
 * <p>Source: the OpenAI API reference (Create a model response, Streaming events); for the groups
 * of tools and the list of models, the published sources of Codex.
 */
@AutoService(Dialect.class)
public final class OpenAiResponses implements Dialect {
  private static final String RESPONSES = "/responses";

  private static final Set<String> RESULTS =
      Set.of(
          "function_call_output",
          "custom_tool_call_output",
          "local_shell_call_output",
          "shell_call_output");

  private static final PromptFields TEXTS =
      new PromptFields(
          Set.of("tools", "text"),
          Set.of("instructions", "input"),
          Set.of("text", "content", "output", "arguments", "input", "refusal"),
          Set.of());

  @Override
  public String name() {
    return "openai-responses";
  }

  @Override
  public boolean speaks(Request request) {
    return OpenAi.isPosted(request, RESPONSES) || ModelLists.OPENAI_RESPONSES.isAsked(request);
  }

  @Override
  public Reply answer(Request request, byte[] content, int turn) {
    if (ModelLists.OPENAI_RESPONSES.isAsked(request)) {
      return Sent.whole(ResponsesShapes.models());
    }
    return OpenAi.reply(request, content, RESPONSES, json -> answered(json, turn));
  }

  private static Reply answered(JsonNode json, int number) {
    Ask ask = ask(json);
    Turn turn = Turn.of(ask, number);
    ResponsesShapes shapes = new ResponsesShapes(ask.model(), number);
    return ask.streams()
        ? Sent.named(ResponsesEvents.of(shapes, turn))
        : Sent.whole(shapes.completed(turn));
  }

  @Override
  public Optional<PromptFields> promptFields(Request request) {
    return OpenAi.isPosted(request, RESPONSES) ? Optional.of(TEXTS) : Optional.empty();
  }

  @Override
  public Reply.Whole refusal(int status, String message) {
    return Sent.whole(status, OpenAi.refusal(status, message));
  }

  @Override
  public List<PromptText> prompt(Request request, byte[] content) {
    return OpenAi.isPosted(request, RESPONSES) ? Texts.in(content, TEXTS) : List.of();
  }

  private static Ask ask(JsonNode json) {
    JsonNode choice = json.path("tool_choice");
    JsonNode format = json.path("text").path("format");
    return new Ask(
        Json.string(json, "model"),
        json.path("stream").booleanValue(false),
        choice.stringValue("").equals("none") ? List.of() : tools(json).toList(),
        Optional.of(Json.string(choice, "name"))
            .filter(name -> Json.string(choice, "type").equals("function")),
        items(json).anyMatch(item -> RESULTS.contains(Json.string(item, "type"))),
        Stream.concat(
                Stream.of(Json.string(json, "instructions")),
                items(json)
                    .filter(item -> OpenAi.INSTRUCTING.contains(Json.string(item, "role")))
                    .flatMap(item -> Json.texts(item.path("content"))))
            .toList(),
        OpenAi.form(format, format.path("schema")));
  }

  /** Those of the request, and those that Codex adds in front of its input. */
  private static Stream<Tool> tools(JsonNode json) {
    return Stream.concat(
            Stream.of(json),
            items(json).filter(item -> Json.string(item, "type").equals("additional_tools")))
        .flatMap(offer -> offer.path("tools").valueStream())
        .flatMap(OpenAiResponses::offered);
  }

  /** A function, or those of a group; other tools run at the vendor or have no schema. */
  private static Stream<Tool> offered(JsonNode tool) {
    return switch (Json.string(tool, "type")) {
      case "function" -> Stream.of(function("", tool));
      case "namespace" ->
          tool.path("tools")
              .valueStream()
              .filter(inner -> Json.string(inner, "type").equals("function"))
              .map(inner -> function(Json.string(tool, "name"), inner));
      default -> Stream.empty();
    };
  }

  private static Tool function(String namespace, JsonNode tool) {
    return new Tool(namespace, Json.string(tool, "name"), tool.path("parameters"));
  }

  private static Stream<JsonNode> items(JsonNode json) {
    return json.path("input").valueStream();
  }
}
