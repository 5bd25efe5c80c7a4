package dev.candor.lab.inference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedTest {
  @ParameterizedTest
  @ValueSource(strings = {"{\"zone\":1}", "[1,2]", "{}"})
  void jsonWithinATextIsRead(String text) {
    assertThat(Nested.in(text)).map(Nested::coding).contains("JSON");
  }

  /** RFC 4648 of {"zone":1}, with its padding and without. */
  @ParameterizedTest
  @ValueSource(strings = {"eyJ6b25lIjoxfQ==", "eyJ6b25lIjoxfQ"})
  void jsonInBase64IsRead(String text) {
    Nested nested = Nested.in(text).orElseThrow();

    assertThat(nested.coding()).isEqualTo("base64");
    assertThat(nested.document().root()).isInstanceOf(Json.Members.class);
  }

  /** The second is base64url: [">>>???"] has both signs in which the alphabets differ. */
  @ParameterizedTest
  @ValueSource(strings = {"WyI+Pj4/Pz8iXQ==", "WyI-Pj4_Pz8iXQ=="})
  void bothAlphabetsOfBase64AreRead(String text) {
    assertThat(Nested.in(text)).map(Nested::coding).contains("base64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "{not json}",
        "[1,2", // cut off
        "plain words",
        "\"a text\"", // a value of JSON that holds no others
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ", // a picture (PNG)
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgH", // a picture (JPEG)
        "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAAB", // a picture (GIF)
        "eyJ6b25lIjoxf!!!", // no base64
        "eyJ6b25lIjoxfQ===", // too much padding
        "eyJ//////////w==", // begins as JSON does, and is no UTF-8
        "eyJhbGciOiJub25lIn0.eyJ6b25lIjoxfQ", // a token of several parts (RFC 7519)
      })
  void whatIsNoJsonIsNone(String text) {
    assertThat(Nested.in(text)).isEmpty();
  }

  @Test
  void aMarkWithinJsonWithinJsonHasAPlaceOfItsOwn() {
    Signal signal = marked(inside -> "\"" + inside.replace("\"", "\\\"") + "\"");

    assertThat(signal.factors()).containsExactly("timezone");
    assertThat(signal.carrier().where()).isEqualTo("body /data (inside)/day");
    assertThat(signal.carrier().span()).isEqualTo("-");
  }

  @Test
  void aMarkWithinBase64HasAPlaceOfItsOwn() {
    Signal signal = marked(NestedTest::base64);

    assertThat(signal.carrier().where()).isEqualTo("body /data (inside)/day");
  }

  /** Base64 of JSON whose value is base64 of JSON. */
  @Test
  void isReadWithinWhatWasRead() {
    Signal signal = marked(inside -> base64("{\"more\":" + base64(inside) + "}"));

    assertThat(signal.carrier().where()).isEqualTo("body /data (inside)/more (inside)/day");
  }

  private static String base64(String inside) {
    return '"' + Base64.getEncoder().encodeToString(inside.getBytes(UTF_8)) + '"';
  }

  /** A tool that writes the day with another sign in Shanghai, beside a number that only counts. */
  private static Signal marked(UnaryOperator<String> coding) {
    Inference inference =
        new Experiment(
                (environment, run) -> {
                  String sign = run.level("timezone").equals(Experiment.SHANGHAI) ? "/" : "-";
                  String inside =
                      "{\"day\":\"It is 2026%s07 there\",\"count\":%d}"
                          .formatted(sign, run.number * 7919 % 1000);
                  run.ask(Map.of(), "{\"data\":" + coding.apply(inside) + "}");
                })
            .with(14)
            .with(10, "timezone", Experiment.SHANGHAI)
            .infer();

    assertThat(inference.signals()).hasSize(1);
    return inference.signals().getFirst();
  }
}
