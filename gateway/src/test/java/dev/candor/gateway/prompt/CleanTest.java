package dev.candor.gateway.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTest {
  private static final byte[] BODY = "You are a helpful assistant.".getBytes(UTF_8);

  private final Clean clean = new Clean(3);

  private static Clean.Text text(String client, int end) {
    return Clean.text(client, BODY, 0, end);
  }

  @Test
  void onlyWhatWasCleanIsKnownAndOnlyOfItsClient() {
    clean.remember(text("a", 10));

    assertThat(clean.knows(text("a", 10))).isTrue();
    assertThat(clean.knows(text("a", 11))).isFalse();
    assertThat(clean.knows(text("b", 10))).isFalse();
  }

  @Test
  void everyTextIsLookedAtAgainFromTimeToTime() {
    clean.remember(text("a", 10));
    int known = 0;
    while (clean.knows(text("a", 10))) {
      known++;
    }
    assertThat(known).isEqualTo(16);

    clean.remember(text("a", 10));
    assertThat(clean.knows(text("a", 10))).isTrue();
  }

  @Test
  void noMoreAreRememberedThanAllowed() {
    for (int end = 1; end <= 4; end++) {
      clean.remember(text("a", end));
    }
    assertThat(clean.knows(text("a", 1))).isFalse();
    assertThat(clean.knows(text("a", 4))).isTrue();
  }
}
