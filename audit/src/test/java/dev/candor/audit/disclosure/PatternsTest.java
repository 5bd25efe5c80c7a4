package dev.candor.audit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom, in which request, and where in it. */
class PatternsTest {
  @ParameterizedTest
  @CsvSource({
    "api.example.com, api.example.com, true",
    "API.example.com, api.EXAMPLE.com, true",
    "example.com, api.example.com, false",
    "*.example.com, api.example.com, true",
    "*.example.com, a.b.example.com, true",
    "*.example.com, example.com, false",
    "*.example.com, badexample.com, false",
    "*.example.com, .example.com, false",
    "the endpoint, the endpoint, true",
    "the endpoint, api.example.com, false",
    "*, the name server, true",
  })
  void hosts(String pattern, String host, boolean fits) {
    assertThat(new HostPattern(pattern).matches(host)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*.com", "*.", "**", "a*b", "a b", "https://a", "*.*.com", "a/b"})
  void whatIsNoHost(String text) {
    assertThatThrownBy(() -> new HostPattern(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "POST /v1/files/*, POST /v1/files/*, true",
    "POST /v1/files/*, POST /v1/files/a, true",
    "POST /v1/files/*, POST /v1/files/a/b, false",
    "POST /v1/files/*, POST /v1/files, false",
    "POST /v1/**, POST /v1/files/a/b, true",
    "POST /v1/**, POST /v1, true",
    "POST /v1/**, POST /v2, false",
    "POST /v1, PUT /v1, false",
    "CONNECT a.example:443, CONNECT a.example:443, true",
    "POST /v1/files/a, POST /v1/files/*, false",
  })
  void requests(String pattern, String request, boolean fits) {
    assertThat(RequestPattern.of(pattern).matches(request)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "post /v1", "POST", "POST /a b", "POST /**/a"})
  void whatIsNoRequest(String text) {
    assertThatThrownBy(() -> RequestPattern.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/a/b; body /a/b; true",
        "/a/b; body /a/b (presence); true",
        "/a/b; body /a (inside)/b; true",
        "/a; body /a/b; false",
        "/a/**; body /a; true",
        "/a/**; body /a/b/c (order of members); true",
        "/a/*/c; body /a/17/c; true",
        "/a/3/c; body /a/*/c; false",
        "/a~1b; body /a~1b; true",
        "/a; header a; false",
        "body; body; true",
        "body; body /a; false",
        "body; body (spacing); true",
        "header X-Device; header x-device; true",
        "header x-device; header X-Device#2; true",
        "header x-device; header x-device (case); true",
        "header x-device; header x-other; false",
        "header order; header order; true",
        "target; target; true",
        "request; request; true",
        "request; request (sent again); true",
        "anywhere; body /a; true",
        "prompt; body /system/0/text; true",
        "prompt; body /messages/3/content; true",
        "prompt; body /tools/0/description; false",
        "prompt; body /metadata/user_id; false",
        "prompt; header prompt; false",
      })
  void places(String pattern, String where, boolean fits) {
    assertThat(PlacePattern.of(pattern).matches(Spot.of(where, true))).isEqualTo(fits);
  }

  @Test
  void onlyARequestThatAsksAModelHasAPrompt() {
    assertThat(PlacePattern.of("prompt").matches(Spot.of("body /system/0/text", false))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Prompt", "system", "header", "header a b", "/a/**/b", "a/b"})
  void whatIsNoPlace(String text) {
    assertThatThrownBy(() -> PlacePattern.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
