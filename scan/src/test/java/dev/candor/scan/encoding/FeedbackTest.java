package dev.candor.scan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final int START = 0x4d;
  private final Feedback feedback = new Feedback();
  private final byte[] plain = Peel.bytes(Peel.HOSTS);
  private final byte[] stored = new byte[plain.length];

  @Test
  void undoesExclusiveOrWithTheStoredByteBefore() {
    int before = START;
    for (int i = 0; i < plain.length; i++) {
      stored[i] = (byte) (plain[i] ^ before);
      before = stored[i];
    }
    reads("xor:previous-stored");
  }

  @Test
  void undoesExclusiveOrWithThePlainByteBefore() {
    int before = START;
    for (int i = 0; i < plain.length; i++) {
      stored[i] = (byte) (plain[i] ^ before);
      before = plain[i];
    }
    assertThat(Peel.off(feedback, stored)).containsEntry("xor:previous-plain:" + START, Peel.HOSTS);
  }

  @Test
  void undoesASumWithTheStoredByteBefore() {
    int before = START;
    for (int i = 0; i < plain.length; i++) {
      stored[i] = (byte) (plain[i] + before);
      before = stored[i];
    }
    reads("subtract:previous-stored");
  }

  @Test
  void undoesADifferenceToThePlainByteBefore() {
    int before = START;
    for (int i = 0; i < plain.length; i++) {
      stored[i] = (byte) (plain[i] - before);
      before = plain[i];
    }
    assertThat(Peel.off(feedback, stored)).containsEntry("add:previous-plain:" + START, Peel.HOSTS);
  }

  /** What begins with a quote and ends with a quote and a bracket begins with a bracket. */
  @Test
  void theFirstByteOfAnArrayOfStringsIsItsBracket() {
    byte[] array = Peel.bytes("[\"alpha.test\",\"beta.test\",\"gamma.test\"]");
    byte[] xored = new byte[array.length];
    byte[] added = new byte[array.length];
    int xor = START;
    int sum = START;
    for (int i = 0; i < array.length; i++) {
      xored[i] = (byte) (array[i] ^ xor);
      xor = xored[i];
      added[i] = (byte) (array[i] + sum);
      sum = added[i];
    }
    String text = new String(array, StandardCharsets.ISO_8859_1);
    assertThat(Peel.off(feedback, xored)).containsEntry("xor:previous-stored:" + START, text);
    assertThat(Peel.off(feedback, added)).containsEntry("subtract:previous-stored:" + START, text);
  }

  /** Only the first byte's key is unknown, and any letter may stand first. */
  private void reads(String step) {
    assertThat(Peel.off(feedback, stored))
        .anySatisfy((name, text) -> {
          assertThat(name).startsWith(step);
          assertThat(text).endsWith(Peel.HOSTS.substring(1)).hasSize(plain.length);
        });
  }

  @Test
  void saysNothingOfChanceBytes() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(Peel.off(feedback, Peel.chance(100, seed))).isEmpty();
    }
  }

  @Test
  void needsTwentyFourBytes() {
    assertThat(Peel.off(feedback, new byte[23])).isEmpty();
  }
}
