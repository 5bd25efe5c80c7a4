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
 * Google's Gemini API: {@code POST …:generateContent}, {@code …:streamGenerateContent} as an array
 * or, with {@code alt=sse}, as server-sent events, {@code …:countTokens}, and {@code GET
 * …/v1beta/models}. Where the request wants JSON that fits a schema, the answer is such.
 *
 * <p>Source: the Gemini API reference (Generating content, Tokens, Models, Caching for {@code Tool}
 * and {@code Schema}). Fields are read in both spellings that its JSON allows.
 */
@AutoService(Dialect.class)
public final class Gemini implements Dialect {
  private static final PromptFields TEXTS =
      new PromptFields(
          Set.of("tools", "generationConfig", "generation_config"),
          Set.of("systemInstruction", "system_instruction", "contents"),
          Set.of("text"),
          Set.of("args", "response"));

  private enum Method {
    GENERATE(":generateContent"),
    STREAM(":streamGenerateContent"),
    COUNT(":countTokens");

    private final String end;

    Method(String end) {
      this.end = end;
    }

    /** Code Assist has the same names at {@code /v1internal}, with other content. */
    static Optional<Method> of(Request request) {
      return Stream.of(values())
          .filter(method -> request.method().equals("POST") && request.path().endsWith(method.end))
          .filter(_ -> !request.path().contains("/v1internal:"))
          .findFirst();
    }
  }

  @Override
  public String name() {
    return "gemini";
  }

  @Override
  public boolean speaks(Request request) {
    return Method.of(request).isPresent() || ModelLists.GEMINI.isAsked(request);
  }

  @Override
  public Reply answer(Request request, byte[] content, int turn) {
    if (ModelLists.GEMINI.isAsked(request)) {
      return Sent.whole(GeminiShapes.models());
    }
    return Method.of(request)
        .map(method ->
            Json.object(content)
                .map(json -> answered(request, method, json, turn))
                .orElseGet(() -> Sent.whole(400, GeminiShapes.unreadable())))
        .orElseGet(() -> Sent.whole(404, GeminiShapes.unknown()));
  }

  private static Reply answered(Request request, Method method, JsonNode json, int number) {
    if (method == Method.COUNT) {
      return Sent.whole(GeminiShapes.count());
    }
    Ask ask = ask(model(request), json);
    JsonNode response = GeminiShapes.response(ask.model(), Turn.of(ask, number), number);
    if (method == Method.GENERATE) {
      return Sent.whole(response);
    }
    return Parameters.has(request, "alt", "sse")
        ? Sent.unnamed(List.of(response))
        : Sent.whole(GeminiShapes.array(response));
  }

  @Override
  public Optional<PromptFields> promptFields(Request request) {
    return Method.of(request).isPresent() ? Optional.of(TEXTS) : Optional.empty();
  }

  @Override
  public Reply.Whole refusal(int status, String message) {
    return Sent.whole(status, GeminiShapes.refusal(status, message));
  }

  @Override
  public List<PromptText> prompt(Request request, byte[] content) {
    return Method.of(request).isPresent() ? Texts.in(content, TEXTS) : List.of();
  }

  /** Between the last slash and the colon. */
  private static String model(Request request) {
    String path = request.path();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.substring(0, last.lastIndexOf(':'));
  }

  private static Ask ask(String model, JsonNode json) {
    JsonNode calling =
        Json.either(
            Json.either(json, "toolConfig", "tool_config"),
            "functionCallingConfig",
            "function_calling_config");
    JsonNode allowed = Json.either(calling, "allowedFunctionNames", "allowed_function_names");
    return new Ask(
        model,
        false,
        Json.string(calling, "mode").equals("NONE") ? List.of() : tools(json, allowed),
        Optional.of(allowed).filter(names -> names.size() == 1).map(n -> n.path(0).stringValue("")),
        parts(json.path("contents"))
            .anyMatch(part -> part.has("functionResponse") || part.has("function_response")),
        parts(Json.either(json, "systemInstruction", "system_instruction"))
            .map(part -> Json.string(part, "text"))
            .toList(),
        form(Json.either(json, "generationConfig", "generation_config")));
  }

  private static List<Tool> tools(JsonNode json, JsonNode allowed) {
    List<String> names = allowed.valueStream().map(name -> name.stringValue("")).toList();
    return json.path("tools")
        .valueStream()
        .flatMap(tool ->
            Json.either(tool, "functionDeclarations", "function_declarations").valueStream())
        .map(function -> new Tool(Json.string(function, "name"), schema(function)))
        .filter(tool -> names.isEmpty() || names.contains(tool.name()))
        .toList();
  }

  private static JsonNode schema(JsonNode function) {
    return function.has("parameters")
        ? function.path("parameters")
        : Json.either(function, "parametersJsonSchema", "parameters_json_schema");
  }

  /** Of one content, or of several. */
  private static Stream<JsonNode> parts(JsonNode contents) {
    Stream<JsonNode> each = contents.isArray() ? contents.valueStream() : Stream.of(contents);
    return each.flatMap(content -> {
      JsonNode parts = content.path("parts");
      return parts.isArray() ? parts.valueStream() : Stream.of(parts);
    });
  }

  private static Optional<JsonNode> form(JsonNode config) {
    String type = Json.either(config, "responseMimeType", "response_mime_type").stringValue("");
    if (!type.equals(Json.TYPE)) {
      return Optional.empty();
    }
    return Json.schema(Json.either(config, "responseJsonSchema", "response_json_schema"))
        .or(() -> Json.schema(config.path("_responseJsonSchema")))
        .or(() -> Json.schema(Json.either(config, "responseSchema", "response_schema")))
        .or(() -> Optional.of(Json.object().put("type", "object")));
  }
}
