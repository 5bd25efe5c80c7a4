package dev.candor.wire.dialect;

import static dev.candor.wire.dialect.Requests.bytes;
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
import org.junit.jupiter.api.Test;

/** Expected shapes are those of the OpenAI API reference, with the names and numbers of here. */
class OpenAiChatTest {
  private static final Request COMPLETIONS = Requests.post("/v1/chat/completions");

  private static final String TOOLS =
      """
      "tools": [
        {"type": "function", "function": {"name": "write_file", "parameters": {"type": "object"}}},
        {"type": "function", "function": {"name": "list_directory", "description": "Lists",
          "parameters": {"type": "object", "properties": {
            "path": {"type": "string", "description": "Which one"},
            "content": {"type": "string", "description": "What for"}}, "required": ["path"]}}}]
      """;

  private final OpenAiChat dialect = new OpenAiChat();

  private Reply answer(String content) {
    return dialect.answer(COMPLETIONS, bytes(content), 3);
  }

  @Test
  void answersWithoutToolsInWords() {
    assertThat(whole(answer("{\"model\": \"m-1\", \"messages\": []}")))
        .isEqualTo(
            json(
                """
                {"id": "chatcmpl-013", "object": "chat.completion", "created": 1767225600,
                 "model": "m-1",
                 "choices": [{"index": 0,
                   "message": {"role": "assistant", "content": "Done.", "refusal": null},
                   "logprobs": null, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15,
                   "prompt_tokens_details": {"cached_tokens": 0},
                   "completion_tokens_details": {"reasoning_tokens": 0}}}
                """));
  }

  @Test
  void callsAHarmlessToolThatTheRequestDeclares() {
    assertThat(whole(answer("{" + TOOLS + "}")).at("/choices/0"))
        .isEqualTo(
            json(
                """
                {"index": 0, "message": {"role": "assistant", "content": null, "tool_calls": [
                   {"id": "call_013", "type": "function", "function":
                     {"name": "list_directory", "arguments": "{\\"path\\":\\".\\"}"}}],
                   "refusal": null}, "logprobs": null, "finish_reason": "tool_calls"}
                """));
  }

  @Test
  void streamsWordsUntilDone() {
    List<String> events = events(answer("{\"model\": \"m-1\", \"stream\": true}"));

    assertThat(events).hasSize(4).last().isEqualTo("data: [DONE]");
    assertThat(events.get(0))
        .isEqualTo(
            "data: {\"id\":\"chatcmpl-013\",\"object\":\"chat.completion.chunk\","
                + "\"created\":1767225600,\"model\":\"m-1\",\"choices\":[{\"index\":0,"
                + "\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
                + "\"logprobs\":null,\"finish_reason\":null}]}");
    assertThat(each(events.subList(0, 3), chunk -> chunk.at("/choices/0/delta")))
        .containsExactly(
            json("{\"role\": \"assistant\", \"content\": \"\"}"),
            json("{\"content\": \"Done.\"}"),
            json("{}"));
    assertThat(each(events.subList(0, 3), c -> c.at("/choices/0/finish_reason").asString("")))
        .containsExactly("", "", "stop");
  }

  @Test
  void streamsTheCallOfATool() {
    List<String> events = events(answer("{\"stream\": true," + TOOLS + "}"));

    assertThat(each(events.subList(0, 3), chunk -> chunk.at("/choices/0/delta")))
        .containsExactly(
            json(
                """
                {"role": "assistant", "content": null, "tool_calls": [{"index": 0,
                  "id": "call_013", "type": "function",
                  "function": {"name": "list_directory", "arguments": ""}}]}
                """),
            json(
                """
                {"tool_calls": [{"index": 0, "function": {"arguments": "{\\"path\\":\\".\\"}"}}]}
                """),
            json("{}"));
    assertThat(each(events.subList(2, 3), c -> c.at("/choices/0/finish_reason").asString()))
        .containsExactly("tool_calls");
  }

  @Test
  void countsInAStreamWhereThatIsWanted() {
    List<String> events =
        events(answer("{\"stream\": true, \"stream_options\": {\"include_usage\": true}}"));

    assertThat(events).hasSize(5);
    assertThat(each(events.subList(0, 3), chunk -> chunk.path("usage").isNull()))
        .containsOnly(true);
    assertThat(each(events.subList(3, 4), chunk -> chunk.path("choices").size())).containsOnly(0);
    assertThat(each(events.subList(3, 4), chunk -> chunk.at("/usage/total_tokens").asInt()))
        .containsOnly(15);
  }

  @Test
  void endsWhereTheToolsResultIsThere() {
    Reply reply =
        answer(
            """
            {"messages": [{"role": "user", "content": "hi"},
              {"role": "assistant", "content": null, "tool_calls": []},
              {"role": "tool", "tool_call_id": "call_013", "content": "a.txt"}],
            """
                + TOOLS
                + "}");

    assertThat(whole(reply).at("/choices/0/message/content").asString()).isEqualTo("Done.");
  }

  @Test
  void keepsToAChoiceOfTools() {
    String forced =
        """
        {"tool_choice": {"type": "function", "function": {"name": "list_directory"}},
        """
            + TOOLS
            + "}";

    assertThat(reason("{\"tool_choice\": \"none\"," + TOOLS + "}")).isEqualTo("stop");
    assertThat(reason("{\"tool_choice\": \"auto\"," + TOOLS + "}")).isEqualTo("tool_calls");
    assertThat(reason(forced)).isEqualTo("tool_calls");
    assertThat(reason(forced.replaceFirst("list_directory", "write_file"))).isEqualTo("stop");
  }

  private String reason(String content) {
    return whole(answer(content)).at("/choices/0/finish_reason").asString();
  }

  @Test
  void givesASideJobWords() {
    assertThat(
            reason(
                """
                {"messages": [{"role": "system", "content": "You are a title generator."}],
                """
                    + TOOLS
                    + "}"))
        .isEqualTo("stop");
  }

  @Test
  void fitsAWantedForm() {
    Reply schema =
        answer(
            """
            {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema":
              {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}}}}
            """);
    Reply object = answer("{\"response_format\": {\"type\": \"json_object\"}}");

    assertThat(whole(schema).at("/choices/0/message/content").asString()).isEqualTo("{\"n\":1}");
    assertThat(whole(object).at("/choices/0/message/content").asString()).isEqualTo("{}");
  }

  @Test
  void listsModels() {
    Request request = Requests.get("/v1/models");

    assertThat(dialect.speaks(request)).isTrue();
    assertThat(whole(dialect.answer(request, bytes(""), 0)))
        .isEqualTo(
            json(
                """
                {"object": "list", "data": [{"id": "sample", "object": "model",
                  "created": 1767225600, "owned_by": "sample"}]}
                """));
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    Reply reply = answer("no");

    assertThat(status(reply)).isEqualTo(400);
    assertThat(whole(reply).path("error").propertyNames())
        .containsExactly("message", "type", "param", "code");
    assertThat(whole(reply).at("/error/type").asString()).isEqualTo("invalid_request_error");
  }

  @Test
  void findsWhatTheModelReads() {
    String content =
        """
        {"messages": [
           {"role": "system", "content": "Be kind."},
           {"role": "user", "content": [{"type": "text", "text": "hi"},
             {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA"}}]},
           {"role": "assistant", "content": null, "tool_calls": [{"id": "c", "type": "function",
             "function": {"name": "list_directory", "arguments": "{}"}}]},
           {"role": "tool", "tool_call_id": "c", "content": "a.txt"}],
        """
            + TOOLS
            + "}";

    assertThat(dialect.prompt(COMPLETIONS, bytes(content)))
        .containsExactly(
            new PromptText("/messages/0/content", "Be kind."),
            new PromptText("/messages/1/content/0/text", "hi"),
            new PromptText("/messages/2/tool_calls/0/function/arguments", "{}"),
            new PromptText("/messages/3/content", "a.txt"),
            new PromptText("/tools/1/function/description", "Lists"),
            new PromptText("/tools/1/function/parameters/properties/path/description", "Which one"),
            new PromptText(
                "/tools/1/function/parameters/properties/content/description", "What for"));
    assertThat(dialect.prompt(Requests.post("/other"), bytes(content))).isEmpty();
  }
}
