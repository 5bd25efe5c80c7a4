package dev.candor.gateway.prompt;

import static dev.candor.gateway.prompt.Bodies.ANTHROPIC;
import static dev.candor.gateway.prompt.Bodies.CHAT;
import static dev.candor.gateway.prompt.Bodies.GEMINI;
import static dev.candor.gateway.prompt.Bodies.RESPONSES;
import static dev.candor.gateway.prompt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatorTest {
  /** As {@code /pointer=text}, with an exclamation mark in front of what may not be changed. */
  private static List<String> found(String path, String body) {
    byte[] bytes = bytes(body);
    return Locator.spans(bytes, Bodies.fields(path)).orElseThrow().stream()
        .map(span ->
            (span.fixed() ? "!" : "")
                + span.pointer()
                + "="
                + SpanText.of(bytes, span).orElseThrow().text())
        .toList();
  }

  @Test
  void findsWhatAnAnthropicModelReads() {
    assertThat(
            found(
                ANTHROPIC,
                """
                {"model":"claude","max_tokens":1e2,"system":[{"type":"text","text":"be \\u0041",
                 "cache_control":{"type":"ephemeral"}}],
                 "tools":[{"name":"Read","description":"reads","input_schema":{"properties":
                   {"text":{"type":"string","description":"which"}}}}],
                 "messages":[{"role":"user","content":"hi"},
                  {"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"x"},
                   {"type":"tool_use","name":"Read","input":{"path":"a"}}]},
                  {"content":[{"type":"tool_result","content":[{"type":"text","text":"file"}]},
                   {"type":"document","source":{"data":"plain","type":"text"}},
                   {"type":"image","source":{"data":"AAAA","type":"base64"}}],"role":"user"}]}
                """))
        .containsExactly(
            "/system/0/text=be A",
            "/tools/0/description=reads",
            "/tools/0/input_schema/properties/text/description=which",
            "/messages/0/content=hi",
            "!/messages/1/content/0/thinking=hm",
            "!/messages/1/content/1/input/path=a",
            "!/messages/2/content/0/content/0/text=file",
            "/messages/2/content/1/source/data=plain");
  }

  @Test
  void findsWhatAnOpenAiModelReads() {
    assertThat(
            found(
                CHAT,
                """
                {"messages":[{"role":"system","content":"be"},{"content":"said","role":"assistant",
                 "tool_calls":[{"function":{"name":"f","arguments":"{\\"a\\":1}"}}]},
                 {"role":"tool","content":"result"},{"role":"user","content":[{"text":"hi"}]}]}
                """))
        .containsExactly(
            "/messages/0/content=be",
            "!/messages/1/content=said",
            "!/messages/1/tool_calls/0/function/arguments={\"a\":1}",
            "!/messages/2/content=result",
            "/messages/3/content/0/text=hi");
    assertThat(
            found(
                RESPONSES,
                """
                {"instructions":"be","input":[{"role":"user","content":[{"type":"input_text","text":"hi"}]},
                 {"type":"reasoning","summary":[{"text":"hm"}],"encrypted_content":"gA"},
                 {"type":"function_call","arguments":"{}"},
                 {"type":"custom_tool_call","input":"patch"},
                 {"type":"function_call_output","output":"ok"}]}
                """))
        .containsExactly(
            "/instructions=be",
            "/input/0/content/0/text=hi",
            "!/input/1/summary/0/text=hm",
            "!/input/2/arguments={}",
            "!/input/3/input=patch",
            "!/input/4/output=ok");
    assertThat(found(RESPONSES, "{\"input\":\"hi\"}")).containsExactly("/input=hi");
  }

  @Test
  void findsWhatAGeminiModelReads() {
    assertThat(
            found(
                GEMINI,
                """
                {"systemInstruction":{"parts":[{"text":"be"}]},"contents":[
                 {"role":"user","parts":[{"text":"hi"},{"text":"signed","thoughtSignature":"A"}]},
                 {"role":"model","parts":[{"functionCall":{"name":"f","args":{"a":["b"]}}}]},
                 {"role":"user","parts":[{"functionResponse":{"response":{"c":"d"}}}]}]}
                """))
        .containsExactly(
            "/systemInstruction/parts/0/text=be",
            "/contents/0/parts/0/text=hi",
            "!/contents/0/parts/1/text=signed",
            "!/contents/1/parts/0/functionCall/args/a/0=b",
            "!/contents/2/parts/0/functionResponse/response/c=d");
  }

  @Test
  void findsEachOfSeveralMembersOfOneName() {
    assertThat(
            found(
                ANTHROPIC,
                "{\"system\":\"a\",\"messages\":[],\"system\":\"b\",\"s\\u0079stem\":\"c\"}"))
        .containsExactly("/system=a", "/system=b", "/system=c");
  }

  @Test
  void aPointersNamesAreEscaped() {
    assertThat(found(GEMINI, "{\"contents\":[{\"args\":{\"a/b~c\":\"d\"}}]}"))
        .containsExactly("!/contents/0/args/a~1b~0c=d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"a\"",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":+1}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"",
        "{'a':1}",
        "{\"a\":1}{}",
        "{\"a\":1} x",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":1 \"b\":2}",
        "\uFEFF{}",
        "{/**/}",
        "{\"a\":\u00a01}"
      })
  void whatIsNoJsonIsNotRead(String body) {
    assertThat(Locator.spans(bytes(body), Bodies.fields(ANTHROPIC))).isEmpty();
  }

  /** Bytes are looked at eight at a time; what ends a string may be any of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "\u2019", "\ud83d\ude00", "\\\"", "\\\\", "\\u0022", "}", "\u007f"})
  void aStringEndsAtItsQuotationMarkWhereverItStands(String last) {
    for (int length = 0; length < 40; length++) {
      String content = "x".repeat(length) + last;
      byte[] body = bytes("{\"system\":\"%s\",\"messages\":[]}".formatted(content));

      Span span = Locator.spans(body, Bodies.fields(ANTHROPIC)).orElseThrow().getFirst();

      assertThat(span.start()).isEqualTo(11);
      assertThat(span.end()).isEqualTo(11 + bytes(content).length);
    }
  }

  @Test
  void aControlCharacterInAStringIsFoundWhereverItStands() {
    for (int length = 0; length < 40; length++) {
      for (char control : new char[] {0, '\n', 0x1f}) {
        String body = "{\"system\":\"" + "x".repeat(length) + control + " ".repeat(9) + "\"}";
        assertThat(Locator.spans(bytes(body), Bodies.fields(ANTHROPIC))).isEmpty();
      }
    }
  }

  static Stream<String> hostile() {
    return Stream.of(
        "{\"messages\":" + "[".repeat(1_000_000),
        "{\"a\":" + "[".repeat(501) + "]".repeat(501) + "}",
        "{\"messages\":[" + "\"a\",".repeat(200_001) + "\"a\"]}",
        "{\"messages\":"
            + "{\"%s\":".formatted("n".repeat(1_000)).repeat(400)
            + "["
            + "\"a\",".repeat(1_000)
            + "1]"
            + "}".repeat(400)
            + "}");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatExceedsABoundIsNotRead(String body) {
    assertThat(Locator.spans(bytes(body), Bodies.fields(ANTHROPIC))).isEmpty();
  }

  @Test
  void depthUpToTheBoundIsRead() {
    String body = "{\"messages\":" + "[".repeat(499) + "\"a\"" + "]".repeat(499) + "}";
    assertThat(Locator.spans(bytes(body), Bodies.fields(ANTHROPIC)).orElseThrow()).hasSize(1);
  }

  @Test
  void eachCharacterHasItsBytes() {
    // a, U+2019 in UTF-8 and as an escape, an emoji in both, a quotation mark, z.
    byte[] body = bytes("{\"system\":\"a\u2019\\u2019\ud83d\ude00\\ud83d\\ude00\\\"z\"}");
    SpanText text =
        SpanText.of(body, Locator.spans(body, Bodies.fields(ANTHROPIC)).orElseThrow().getFirst())
            .orElseThrow();

    assertThat(text.text()).isEqualTo("a\u2019\u2019\ud83d\ude00\ud83d\ude00\"z");
    assertThat(Stream.of(0, 1, 2, 3, 5, 6, 7, 8, 9).map(text::byteAt))
        .containsExactly(11, 12, 15, 21, 25, 31, 37, 39, 40);
    assertThat(text.byteAt(0)).isEqualTo(11);
  }
}
