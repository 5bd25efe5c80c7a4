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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected shapes are those of the Claude API reference, with the names and numbers of here. */
class AnthropicMessagesTest {
  private static final Request MESSAGES = Requests.post("/v1/messages?beta=true");

  private static final String TOOLS =
      """
      "tools": [
        {"name": "Bash", "description": "Runs a command", "input_schema":
          {"type": "object", "properties": {"command": {"type": "string"}}, "required": ["command"]}},
        {"type": "web_search_20250305", "name": "search_the_list"},
        {"name": "Read", "description": "Reads a file", "input_schema":
          {"type": "object", "properties": {
            "file_path": {"type": "string", "description": "Which one"},
            "limit": {"type": "number"}}, "required": ["file_path"]}}]
      """;

  private final AnthropicMessages dialect = new AnthropicMessages();

  private Reply answer(String content) {
    return dialect.answer(MESSAGES, bytes(content), 0);
  }

  @Test
  void speaksMessagesCountsAndItsOwnModels() {
    assertThat(dialect.speaks(MESSAGES)).isTrue();
    assertThat(dialect.speaks(Requests.post("/proxy/v1/messages/count_tokens"))).isTrue();
    assertThat(
            dialect.speaks(
                Requests.get("/v1/models", new Header("Anthropic-Version", "2023-06-01"))))
        .isTrue();
    assertThat(dialect.speaks(Requests.get("/v1/models"))).isFalse();
    assertThat(dialect.speaks(Requests.get("/v1/messages"))).isFalse();
  }

  @Test
  void answersWithoutToolsInWords() {
    Reply reply =
        answer("{\"model\": \"m-1\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}");

    assertThat(whole(reply))
        .isEqualTo(
            json(
                """
                {"id": "msg_010", "type": "message", "role": "assistant", "model": "m-1",
                 "content": [{"type": "text", "text": "Done."}],
                 "stop_reason": "end_turn", "stop_sequence": null,
                 "usage": {"input_tokens": 10, "cache_creation_input_tokens": 0,
                           "cache_read_input_tokens": 0, "output_tokens": 5}}
                """));
  }

  @Test
  void callsAHarmlessToolThatTheRequestDeclares() {
    Reply reply =
        answer(
            "{\"model\": \"m-1\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}],"
                + TOOLS
                + "}");

    assertThat(whole(reply).path("content"))
        .isEqualTo(
            json(
                """
                [{"type": "tool_use", "id": "toolu_010", "name": "Read",
                  "input": {"file_path": "."}}]
                """));
    assertThat(whole(reply).path("stop_reason").asString()).isEqualTo("tool_use");
  }

  @Test
  void streamsWords() {
    assertThat(events(answer("{\"model\": \"m-1\", \"stream\": true}")))
        .containsExactly(
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":"
                + "{\"id\":\"msg_010\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"m-1\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":10,\"cache_creation_input_tokens\":0,"
                + "\"cache_read_input_tokens\":0,\"output_tokens\":1}}}",
            "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
                + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
            "event: ping\ndata: {\"type\":\"ping\"}",
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"Done.\"}}",
            "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}",
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":"
                + "{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},"
                + "\"usage\":{\"output_tokens\":5}}",
            "event: message_stop\ndata: {\"type\":\"message_stop\"}");
  }

  @Test
  void streamsTheCallOfATool() {
    List<String> events = events(answer("{\"stream\": true," + TOOLS + "}"));

    assertThat(data(events.get(1)).path("content_block"))
        .isEqualTo(
            json(
                """
                {"type": "tool_use", "id": "toolu_010", "name": "Read", "input": {}}
                """));
    assertThat(data(events.get(3)).path("delta"))
        .isEqualTo(
            json(
                """
                {"type": "input_json_delta", "partial_json": "{\\"file_path\\":\\".\\"}"}
                """));
    assertThat(data(events.get(5)).at("/delta/stop_reason").asString()).isEqualTo("tool_use");
  }

  @Test
  void endsWhereTheToolsResultIsThere() {
    Reply reply =
        answer(
            """
            {"messages": [
              {"role": "user", "content": "hi"},
              {"role": "assistant", "content": [
                {"type": "tool_use", "id": "toolu_010", "name": "Read", "input": {}}]},
              {"role": "user", "content": [
                {"type": "tool_result", "tool_use_id": "toolu_010", "content": "a.txt"}]}],
            """
                + TOOLS
                + "}");

    assertThat(whole(reply).at("/content/0/text").asString()).isEqualTo("Done.");
  }

  @Test
  void keepsToAChoiceOfTools() {
    String none = "{\"tool_choice\": {\"type\": \"none\"}," + TOOLS + "}";
    String acting = "{\"tool_choice\": {\"type\": \"tool\", \"name\": \"Bash\"}," + TOOLS + "}";
    String own =
        """
        {"tool_choice": {"type": "tool", "name": "respond_in_schema"}, "tools": [
          {"name": "Read", "input_schema": {"type": "object"}},
          {"name": "respond_in_schema", "input_schema": {"type": "object"}}]}
        """;

    assertThat(whole(answer(none)).path("stop_reason").asString()).isEqualTo("end_turn");
    assertThat(whole(answer(acting)).path("stop_reason").asString()).isEqualTo("end_turn");
    assertThat(whole(answer(own)).at("/content/0/name").asString()).isEqualTo("respond_in_schema");
  }

  @Test
  void givesASideJobWords() {
    String title =
        "{\"system\": \"Generate a concise, sentence-case title for this session.\"," + TOOLS + "}";

    assertThat(whole(answer(title)).path("stop_reason").asString()).isEqualTo("end_turn");
  }

  @Test
  void stopsCallingAToolThatNeverAnswers() {
    Reply reply = dialect.answer(MESSAGES, bytes("{" + TOOLS + "}"), Turn.LAST_CALL);

    assertThat(whole(reply).path("stop_reason").asString()).isEqualTo("end_turn");
  }

  @Test
  void fitsAWantedForm() {
    Reply reply =
        answer(
            """
            {"output_config": {"format": {"type": "json_schema", "schema":
              {"type": "object", "properties": {"title": {"type": "string"}},
               "required": ["title"]}}}}
            """);

    assertThat(whole(reply).at("/content/0/text").asString()).isEqualTo("{\"title\":\"sample\"}");
  }

  @Test
  void countsTokens() {
    Reply reply = dialect.answer(Requests.post("/v1/messages/count_tokens"), bytes("{}"), 0);

    assertThat(whole(reply)).isEqualTo(json("{\"input_tokens\": 10}"));
  }

  @Test
  void listsModels() {
    Request request = Requests.get("/v1/models", new Header("anthropic-version", "2023-06-01"));

    assertThat(whole(dialect.answer(request, bytes(""), 0)))
        .isEqualTo(
            json(
                """
                {"data": [{"type": "model", "id": "sample", "display_name": "Candor",
                           "created_at": "2026-01-01T00:00:00Z"}],
                 "has_more": false, "first_id": "sample", "last_id": "sample"}
                """));
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    Reply reply = answer("{\"model\": ");

    assertThat(status(reply)).isEqualTo(400);
    assertThat(whole(reply).at("/error/type").asString()).isEqualTo("invalid_request_error");
    assertThat(whole(reply).path("type").asString()).isEqualTo("error");
    assertThat(status(answer("[]"))).isEqualTo(400);
  }

  @Test
  void findsWhatTheModelReads() {
    String content =
        """
        {"model": "m-1",
         "system": [{"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral"}}],
         "messages": [
           {"role": "user", "content": "Today's date is 2026-11-21."},
           {"role": "assistant", "content": [
             {"type": "tool_use", "id": "t", "name": "Read", "input": {"a/b": {"c~": "d"}}}]},
           {"role": "user", "content": [
             {"type": "tool_result", "tool_use_id": "t", "content": [
               {"type": "text", "text": "a.txt"},
               {"type": "image", "source": {"type": "base64", "data": "AAAA"}}]},
             {"type": "tool_result", "tool_use_id": "u", "content": "plain"},
             {"type": "document", "source": {"type": "text", "data": "a document"}}]}],
        """
            + TOOLS
            + "}";

    assertThat(dialect.prompt(MESSAGES, bytes(content)))
        .containsExactly(
            new PromptText("/system/0/text", "Be kind."),
            new PromptText("/messages/0/content", "Today's date is 2026-11-21."),
            new PromptText("/messages/1/content/0/input/a~1b/c~0", "d"),
            new PromptText("/messages/2/content/0/content/0/text", "a.txt"),
            new PromptText("/messages/2/content/1/content", "plain"),
            new PromptText("/messages/2/content/2/source/data", "a document"),
            new PromptText("/tools/0/description", "Runs a command"),
            new PromptText("/tools/2/description", "Reads a file"),
            new PromptText("/tools/2/input_schema/properties/file_path/description", "Which one"));
    assertThat(dialect.prompt(MESSAGES, bytes("{\"system\": \"Be brief.\"}")))
        .containsExactly(new PromptText("/system", "Be brief."));
    assertThat(dialect.prompt(MESSAGES, bytes("{"))).isEmpty();
  }
}
