package dev.candor.wire.dialect;

import static dev.candor.wire.dialect.Requests.bytes;
import static dev.candor.wire.dialect.Requests.data;
import static dev.candor.wire.dialect.Requests.events;
import static dev.candor.wire.dialect.Requests.json;
import static dev.candor.wire.dialect.Requests.status;
import static dev.candor.wire.dialect.Requests.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.wire.Dialect.PromptText;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Header;
import dev.candor.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected shapes are those of the Gemini API reference, with the names and numbers of here. */
class GeminiTest {
  private static final Request GENERATE = Requests.post("/v1beta/models/m-1:generateContent");

  private static final String TOOLS =
      """
      "tools": [{"functionDeclarations": [
        {"name": "replace", "parameters": {"type": "OBJECT"}},
        {"name": "list_directory", "description": "Lists", "parameters": {"type": "OBJECT",
          "properties": {"dir_path": {"type": "STRING", "description": "Which one"}},
          "required": ["dir_path"]}}]}]
      """;

  private final Gemini dialect = new Gemini();

  private Reply answer(String content) {
    return dialect.answer(GENERATE, bytes(content), 0);
  }

  private String text(String content) {
    return whole(answer(content)).at("/candidates/0/content/parts/0/text").asString("");
  }

  @Test
  void answersWithoutToolsInWords() {
    assertThat(whole(answer("{\"contents\": [{\"parts\": [{\"text\": \"hi\"}]}]}")))
        .isEqualTo(
            json(
                """
                {"candidates": [{"content": {"parts": [{"text": "Done."}], "role": "model"},
                   "finishReason": "STOP", "index": 0}],
                 "usageMetadata": {"promptTokenCount": 10, "candidatesTokenCount": 5,
                   "totalTokenCount": 15,
                   "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 10}]},
                 "modelVersion": "m-1", "responseId": "sample0"}
                """));
  }

  @Test
  void callsAHarmlessToolThatTheRequestDeclares() {
    assertThat(whole(answer("{" + TOOLS + "}")).at("/candidates/0/content/parts"))
        .isEqualTo(
            json(
                """
                [{"functionCall": {"id": "sample0", "name": "list_directory",
                  "args": {"dir_path": "."}}}]
                """));
  }

  @Test
  void readsJsonSchemasOfToolsToo() {
    Reply reply =
        answer(
            """
            {"tools": [{"function_declarations": [{"name": "read_file", "parametersJsonSchema":
              {"type": "object", "properties": {"limit": {"type": "integer", "minimum": 3}},
               "required": ["limit"]}}]}]}
            """);

    assertThat(whole(reply).at("/candidates/0/content/parts/0/functionCall/args"))
        .isEqualTo(json("{\"limit\": 3}"));
  }

  @Test
  void streamsAsEventsWhereAsked() {
    Request request = Requests.post("/v1beta/models/m-1:streamGenerateContent?key=k&alt=sse");
    Reply reply = dialect.answer(request, bytes("{}"), 0);

    assertThat(events(reply)).hasSize(1).first().asString().startsWith("data: {");
    assertThat(data(events(reply).get(0))).isEqualTo(whole(answer("{}")));
  }

  @Test
  void streamsAsAnArrayElse() {
    Request request = Requests.post("/v1beta/models/m-1:streamGenerateContent");
    Reply reply = dialect.answer(request, bytes("{}"), 0);

    assertThat(whole(reply)).hasSize(1).first().isEqualTo(whole(answer("{}")));
  }

  @Test
  void endsWhereTheToolsResultIsThere() {
    assertThat(
            text(
                """
                {"contents": [{"role": "user", "parts": [
                  {"functionResponse": {"name": "list_directory", "response": {"output": "a"}}}]}],
                """
                    + TOOLS
                    + "}"))
        .isEqualTo("Done.");
  }

  @Test
  void keepsToAChoiceOfTools() {
    String mode =
        "{\"toolConfig\": {\"functionCallingConfig\": {\"mode\": \"%s\"%s}}," + TOOLS + "}";
    String other = ", \"allowedFunctionNames\": [\"replace\"]";

    assertThat(text(mode.formatted("NONE", ""))).isEqualTo("Done.");
    assertThat(text(mode.formatted("ANY", other))).isEqualTo("Done.");
    assertThat(text(mode.formatted("AUTO", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"responseSchema", "responseJsonSchema"})
  void fitsAWantedForm(String field) {
    assertThat(
            text(
                """
                {"generationConfig": {"responseMimeType": "application/json", "%s":
                  {"type": "OBJECT", "properties": {
                    "reasoning": {"type": "STRING"},
                    "model_choice": {"type": "STRING", "enum": ["flash", "pro"]}},
                   "required": ["reasoning", "model_choice"]}}}
                """
                    .formatted(field)))
        .isEqualTo("{\"reasoning\":\"sample\",\"model_choice\":\"flash\"}");
  }

  @Test
  void countsTokens() {
    Request request = Requests.post("/v1beta/models/m-1:countTokens");

    assertThat(whole(dialect.answer(request, bytes("{}"), 0)))
        .isEqualTo(
            json(
                """
                {"totalTokens": 10, "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 10}]}
                """));
  }

  @Test
  void listsModels() {
    assertThat(dialect.speaks(Requests.get("/v1beta/models?pageSize=5"))).isTrue();
    assertThat(dialect.speaks(Requests.get("/v1/models", new Header("X-Goog-Api-Key", "k"))))
        .isTrue();
    assertThat(whole(dialect.answer(Requests.get("/v1beta/models"), bytes(""), 0)))
        .isEqualTo(
            json(
                """
                {"models": [{"name": "models/sample", "version": "1", "displayName": "Candor",
                  "inputTokenLimit": 1000000, "outputTokenLimit": 10000,
                  "supportedGenerationMethods": ["generateContent", "countTokens"]}]}
                """));
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    assertThat(status(answer("{]"))).isEqualTo(400);
    assertThat(whole(answer("{]")).at("/error/code").asInt()).isEqualTo(400);
    assertThat(whole(answer("{]")).at("/error/status").asString()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void leavesCodeAssistAlone() {
    assertThat(dialect.speaks(Requests.post("/v1internal:generateContent"))).isFalse();
  }

  @Test
  void findsWhatTheModelReads() {
    String content =
        """
        {"systemInstruction": {"parts": [{"text": "Be kind."}]},
         "contents": [
           {"role": "user", "parts": [{"text": "hi"},
             {"inlineData": {"mimeType": "image/png", "data": "AAAA"}}]},
           {"role": "model", "parts": [{"functionCall": {"name": "f", "args": {"a": ["b"]}}}]},
           {"role": "user", "parts": [
             {"functionResponse": {"name": "f", "response": {"output": "a.txt"}}}]}],
        """
            + TOOLS
            + "}";

    assertThat(dialect.prompt(GENERATE, bytes(content)))
        .containsExactly(
            new PromptText("/systemInstruction/parts/0/text", "Be kind."),
            new PromptText("/contents/0/parts/0/text", "hi"),
            new PromptText("/contents/1/parts/0/functionCall/args/a/0", "b"),
            new PromptText("/contents/2/parts/0/functionResponse/response/output", "a.txt"),
            new PromptText("/tools/0/functionDeclarations/1/description", "Lists"),
            new PromptText(
                "/tools/0/functionDeclarations/1/parameters/properties/dir_path/description",
                "Which one"));
  }
}
