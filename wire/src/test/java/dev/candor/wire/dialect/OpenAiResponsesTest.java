package dev.candor.wire.dialect;

import static dev.candor.wire.dialect.Requests.bytes;
import static dev.candor.wire.dialect.Requests.data;
import static dev.candor.wire.dialect.Requests.each;
import static dev.candor.wire.dialect.Requests.events;
import static dev.candor.wire.dialect.Requests.json;
import static dev.candor.wire.dialect.Requests.status;
import static dev.candor.wire.dialect.Requests.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.wire.Dialect.PromptText;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Request;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected shapes are those of the OpenAI API reference, with the names and numbers of here. */
class OpenAiResponsesTest {
  private static final Request RESPONSES = Requests.post("/v1/responses");

  private static final String TOOLS =
      """
      "tools": [
        {"type": "web_search"},
        {"type": "custom", "name": "read_patch", "description": "Patches"},
        {"type": "function", "name": "exec_command", "parameters": {"type": "object"}},
        {"type": "function", "name": "view_image", "description": "Shows", "strict": false,
         "parameters": {"type": "object", "properties": {"path": {"type": "string"}},
                        "required": ["path"]}}]
      """;

  private final OpenAiResponses dialect = new OpenAiResponses();

  private Reply answer(String content) {
    return dialect.answer(RESPONSES, bytes(content), 0);
  }

  @Test
  void answersWithoutToolsInWords() {
    assertThat(whole(answer("{\"model\": \"m-1\", \"input\": \"hi\"}")))
        .isEqualTo(
            json(
                """
                {"id": "resp_010", "object": "response", "created_at": 1767225600,
                 "status": "completed", "background": false, "error": null,
                 "incomplete_details": null, "instructions": null, "max_output_tokens": null,
                 "model": "m-1",
                 "output": [{"id": "msg_010", "type": "message", "status": "completed",
                   "role": "assistant", "content": [{"type": "output_text", "text": "Done.",
                     "annotations": [], "logprobs": []}]}],
                 "parallel_tool_calls": true, "previous_response_id": null,
                 "reasoning": {"effort": null, "summary": null}, "store": false,
                 "temperature": 1.0, "text": {"format": {"type": "text"}}, "tool_choice": "auto",
                 "tools": [], "top_p": 1.0, "truncation": "disabled",
                 "usage": {"input_tokens": 10, "input_tokens_details": {"cached_tokens": 0},
                   "output_tokens": 5, "output_tokens_details": {"reasoning_tokens": 0},
                   "total_tokens": 15},
                 "user": null, "metadata": {}}
                """));
  }

  @Test
  void callsAHarmlessToolThatTheRequestDeclares() {
    assertThat(whole(answer("{" + TOOLS + "}")).path("output"))
        .isEqualTo(
            json(
                """
                [{"id": "fc_010", "type": "function_call", "status": "completed",
                  "call_id": "call_010", "name": "view_image",
                  "arguments": "{\\"path\\":\\".\\"}"}]
                """));
  }

  @Test
  void namesTheGroupOfATool() {
    Reply reply =
        answer(
            """
            {"tools": [{"type": "namespace", "name": "files", "tools": [
              {"type": "function", "name": "list", "parameters": {"type": "object"}}]}]}
            """);

    assertThat(whole(reply).at("/output/0/namespace").asString()).isEqualTo("files");
    assertThat(whole(reply).at("/output/0/name").asString()).isEqualTo("list");
  }

  @Test
  void streamsWords() {
    List<String> events = events(answer("{\"stream\": true}"));

    assertThat(each(events, event -> event.path("type").asString()))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.content_part.added",
            "response.output_text.delta",
            "response.output_text.done",
            "response.content_part.done",
            "response.output_item.done",
            "response.completed");
    assertThat(events)
        .allSatisfy(event ->
            assertThat(event).startsWith("event: " + data(event).path("type").asString() + "\n"));
    assertThat(each(events, event -> event.path("sequence_number").asInt()))
        .isEqualTo(IntStream.range(0, 9).boxed().toList());
    assertThat(data(events.get(0)).at("/response/status").asString()).isEqualTo("in_progress");
    assertThat(data(events.get(0)).at("/response/output")).isEmpty();
    assertThat(data(events.get(2)).path("item"))
        .isEqualTo(
            json(
                """
                {"id": "msg_010", "type": "message", "status": "in_progress",
                 "role": "assistant", "content": []}
                """));
    assertThat(data(events.get(4)))
        .isEqualTo(
            json(
                """
                {"type": "response.output_text.delta", "sequence_number": 4,
                 "item_id": "msg_010", "output_index": 0, "content_index": 0,
                 "delta": "Done.", "logprobs": []}
                """));
    assertThat(data(events.get(8)).path("response")).isEqualTo(whole(answer("{}")));
  }

  @Test
  void streamsTheCallOfATool() {
    List<String> events = events(answer("{\"stream\": true," + TOOLS + "}"));

    assertThat(each(events, event -> event.path("type").asString()))
        .containsExactly(
            "response.created",
            "response.in_progress",
            "response.output_item.added",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.output_item.done",
            "response.completed");
    assertThat(data(events.get(2)).at("/item/arguments").asString()).isEmpty();
    assertThat(data(events.get(3)))
        .isEqualTo(
            json(
                """
                {"type": "response.function_call_arguments.delta", "sequence_number": 3,
                 "item_id": "fc_010", "output_index": 0, "delta": "{\\"path\\":\\".\\"}"}
                """));
    assertThat(data(events.get(5)).at("/item/arguments").asString()).isEqualTo("{\"path\":\".\"}");
  }

  @Test
  void endsWhereTheToolsResultIsThere() {
    Reply reply =
        answer(
            """
            {"input": [{"type": "function_call_output", "call_id": "c", "output": "a.txt"}],
            """
                + TOOLS
                + "}");

    assertThat(whole(reply).at("/output/0/type").asString()).isEqualTo("message");
  }

  @Test
  void keepsToAChoiceOfToolsAndGivesASideJobWords() {
    assertThat(type("{\"tool_choice\": \"none\"," + TOOLS + "}")).isEqualTo("message");
    assertThat(
            type(
                "{\"tool_choice\": {\"type\": \"function\", \"name\": \"view_image\"},"
                    + TOOLS
                    + "}"))
        .isEqualTo("function_call");
    assertThat(type("{\"instructions\": \"Write a short title.\"," + TOOLS + "}"))
        .isEqualTo("message");
  }

  private String type(String content) {
    return whole(answer(content)).at("/output/0/type").asString();
  }

  @Test
  void fitsAWantedForm() {
    Reply reply =
        answer(
            """
            {"text": {"format": {"type": "json_schema", "name": "n", "schema":
              {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}}}}
            """);

    assertThat(whole(reply).at("/output/0/content/0/text").asString()).isEqualTo("{\"ok\":false}");
  }

  @Test
  void listsModelsForCodex() {
    Request request = Requests.get("/v1/models?client_version=0.169.0");

    assertThat(dialect.speaks(request)).isTrue();
    assertThat(dialect.speaks(Requests.get("/v1/models"))).isFalse();
    assertThat(whole(dialect.answer(request, bytes(""), 0)).path("models").isArray()).isTrue();
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    assertThat(status(answer("[1]"))).isEqualTo(400);
    assertThat(whole(answer("[1]")).at("/error/type").asString())
        .isEqualTo("invalid_request_error");
  }

  @Test
  void findsWhatTheModelReads() {
    String content =
        """
        {"model": "m-1", "instructions": "Be kind.",
         "input": [
           {"type": "message", "role": "developer", "content": [
             {"type": "input_text", "text": "rules"}, {"type": "input_image", "image_url": "x"}]},
           {"role": "user", "content": "hi"},
           {"type": "reasoning", "encrypted_content": "AAAA",
            "summary": [{"type": "summary_text", "text": "thought"}]},
           {"type": "function_call", "call_id": "c", "name": "n", "arguments": "{}"},
           {"type": "function_call_output", "call_id": "c", "output": "a.txt"}],
        """
            + TOOLS
            + "}";

    assertThat(dialect.prompt(RESPONSES, bytes(content)))
        .containsExactly(
            new PromptText("/instructions", "Be kind."),
            new PromptText("/input/0/content/0/text", "rules"),
            new PromptText("/input/1/content", "hi"),
            new PromptText("/input/2/summary/0/text", "thought"),
            new PromptText("/input/3/arguments", "{}"),
            new PromptText("/input/4/output", "a.txt"),
            new PromptText("/tools/1/description", "Patches"),
            new PromptText("/tools/3/description", "Shows"));
    assertThat(dialect.prompt(RESPONSES, bytes("{\"input\": \"hi\"}")))
        .containsExactly(new PromptText("/input", "hi"));
  }
}
