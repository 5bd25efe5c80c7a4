package dev.candor.wire.dialect;

import static dev.candor.wire.dialect.Requests.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void readsAnObject() {
    assertThat(Json.object(bytes("{\"a\": \"ʼ\"}")))
        .hasValueSatisfying(json -> assertThat(json.path("a").asString()).isEqualTo("ʼ"));
  }

  @Test
  void refusesABrokenCharacterWhateverWasReadBefore() {
    byte[] broken = "{\"\u00ffame\": 1}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Json.object(bytes("{\"ame\": 1}"))).isPresent();
    assertThat(Json.object(broken)).isEmpty();
  }

  @Test
  void refusesWhatExceedsABound() {
    assertThat(Json.object(bytes("{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}"))).isEmpty();
    assertThat(Json.object(bytes("{\"a\":" + "1".repeat(1_001) + "}"))).isEmpty();
    assertThat(Json.object(bytes("{} {}"))).isEmpty();
  }

  @Test
  void writesALoneSurrogateAsAQuestionMark() {
    String text = Json.object(bytes("{\"a\": \"\\ud800\"}")).orElseThrow().path("a").asString();

    assertThat(Json.bytes(Json.object().put("b", text))).isEqualTo(bytes("{\"b\":\"?\"}"));
  }
}
