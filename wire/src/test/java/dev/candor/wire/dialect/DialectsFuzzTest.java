package dev.candor.wire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.wire.Dialect;
import dev.candor.wire.Dialect.PromptText;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class DialectsFuzzTest {
  private static final List<Dialect> DIALECTS = Dialect.all();

  private static final List<Request> REQUESTS =
      Stream.of(
              "/v1/messages",
              "/v1/messages/count_tokens",
              "/v1/chat/completions",
              "/v1/responses",
              "/v1beta/models/m:generateContent",
              "/v1beta/models/m:streamGenerateContent?alt=sse",
              "/v1beta/models/m:countTokens")
          .map(Requests::post)
          .toList();

  @FuzzTest(maxDuration = "120s")
  void anyContentIsAnsweredAndSearched(byte[] content) {
    for (Request request : REQUESTS) {
      for (Dialect dialect : DIALECTS) {
        check(dialect.answer(request, content, 0));
        check(dialect.prompt(request, content), content);
      }
    }
  }

  private static void check(Reply reply) {
    switch (reply) {
      case Reply.Whole whole -> assertThat(Requests.whole(whole)).isNotNull();
      case Reply.Events events ->
          assertThat(events.events())
              .isNotEmpty()
              .allSatisfy(
                  event -> assertThat(new String(event, StandardCharsets.UTF_8)).endsWith("\n\n"));
    }
  }

  /** Each text stands where its pointer says; of fields of the same name only the last is known. */
  private static void check(List<PromptText> texts, byte[] content) {
    if (texts.isEmpty()) {
      return;
    }
    JsonNode read = Requests.MAPPER.readTree(content);
    for (PromptText text : texts) {
      assertThat(read.at(JsonPointer.compile(text.pointer())).stringValue()).isEqualTo(text.text());
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void staysWithinBounds(String content) throws JacksonException {
    for (Request request : REQUESTS) {
      for (Dialect dialect : DIALECTS) {
        check(dialect.answer(request, Requests.bytes(content), 0));
        assertThat(dialect.prompt(request, Requests.bytes(content))).hasSizeLessThan(100_000);
      }
    }
  }

  static Stream<String> hostile() {
    String tools = "{\"tools\":[{\"name\":\"read\",\"input_schema\":%s}]}";
    return Stream.of(
        "",
        "\"" + "a".repeat(1_000_000),
        "[".repeat(1_000_000),
        "{\"messages\":" + "[".repeat(1_000_000),
        "{\"messages\":[" + "{},".repeat(200_000) + "{}]}",
        "{\"model\":\"\\ud800\",\"messages\":[{\"content\":\"\\udfff\"}]}",
        "{\"max_tokens\":" + "9".repeat(100_000) + "}",
        "{\"max_tokens\":1e999999999}",
        "{\"model\":3,\"stream\":\"yes\",\"messages\":{},\"tools\":7,\"tool_choice\":[]}",
        "{\"system\":" + "{\"a\":".repeat(400) + "1" + "}".repeat(400) + "}",
        tools.formatted("{\"$ref\":\"#\"}"),
        tools.formatted("{\"properties\":" + "{\"a\":".repeat(400) + "1" + "}".repeat(401)));
  }

  @Test
  void noTwoDialectsSpeakTheSameRequest() {
    Stream<Request> lists =
        Stream.of("/v1/models", "/models?client_version=1", "/v1beta/models", "/v1/models?key=k")
            .map(Requests::get);

    assertThat(DIALECTS)
        .extracting(Dialect::name)
        .containsExactlyInAnyOrder(
            "anthropic-messages", "openai-chat", "openai-responses", "gemini");
    assertThat(Stream.concat(REQUESTS.stream(), lists))
        .allSatisfy(
            request -> assertThat(DIALECTS.stream().filter(d -> d.speaks(request))).hasSize(1));
  }
}
