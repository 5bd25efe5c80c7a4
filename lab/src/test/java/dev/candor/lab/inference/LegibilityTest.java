package dev.candor.lab.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LegibilityTest {
  @Test
  void digestsAndIdsAreUnreadable() {
    // SHA-256 of nothing, MD5 of nothing, SHA-1 of nothing in base64; an id of RFC 9562; numbers.
    for (String value :
        List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "d41d8cd98f00b204e9800998ecf8427e",
            "2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
            "919108f7-52d1-4320-9bac-f847db4148a8",
            "49a49f04606e5d50",
            "1234567890")) {
      assertThat(Legibility.isUnreadable("", value, "")).as(value).isTrue();
      assertThat(Legibility.isUnreadable("id=", value, "")).as(value).isTrue();
    }
  }

  @Test
  void aPartOfADigestIsUnreadable() {
    assertThat(Legibility.isUnreadable("d41d8cd98f00b204e", "9", "800998ecf8427e")).isTrue();
    assertThat(Legibility.isUnreadable("d41d8cd98f00b204e", "", "800998ecf8427e")).isTrue();
  }

  @Test
  void namesAndVersionsCanBeRead() {
    for (String value :
        List.of("GeminiCLI-tui", "CloudCodeVSCode", "xterm-256color", "linux-x64", "node/22.1")) {
      assertThat(Legibility.isUnreadable("", value, "/0.61.0/gemini-3.1-pro-preview"))
          .as(value)
          .isFalse();
    }
    assertThat(Legibility.isUnreadable("agent/1.2.3-", "nightly.20260701", "")).isFalse();
  }
}
