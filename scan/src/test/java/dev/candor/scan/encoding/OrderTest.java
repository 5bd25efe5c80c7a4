package dev.candor.scan.encoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The encodings that change the order alone. */
class OrderTest {
  @Test
  void turnsTextRound() {
    assertThat(Peel.off(new Reversed(), "tset.ahpla"))
        .containsExactly(entry("reversed", "alpha.test"));
  }

  @Test
  void exchangesTheTwoOfEachPairAndKeepsALastOddOne() {
    assertThat(Peel.off(new Swapped(), "badcfe")).containsExactly(entry("swapped", "abcdef"));
    assertThat(Peel.off(new Swapped(), "badcfeg")).containsExactly(entry("swapped", "abcdefg"));
  }

  @Test
  void exchangesPairsInSourceCodeOnly() {
    assertThat(Peel.off(new Swapped(), Peel.bytes("badcfe"), Clues.NONE)).isEmpty();
  }

  @Property(tries = 100)
  void doneTwiceChangesNothing(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    for (Encoding encoding : new Encoding[] {new Reversed(), new Swapped()}) {
      String once = Peel.off(encoding, bytes).values().iterator().next();
      assertThat(Peel.off(encoding, once).values()).containsExactly(text);
    }
  }
}
