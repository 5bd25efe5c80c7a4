package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The bound on the time for one module's decoders, by a clock of the test's own, which the number
 * of its readings moves on. The time limit is a guard against a hang, not a figure.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UnveilingTest {
  private static final String TWO_DECODERS =
      """
      const a=['timeZone','locale','calendar'],b=['hourCycle','dateStyle','timeStyle'];
      function g(n){return a[n-256]}
      function h(n){return b[n-256]}
      use(o[g(256)],o[g(257)],o[g(258)],o[h(256)],o[h(257)],o[h(258)]);
      """;

  private static final String GIVEN_UP = "decoding its strings takes longer than 20 s";

  @Test
  void runsAllDecodersWhileThereIsTime() {
    Unveiled unveiled = unveiled(() -> 0);

    assertThat(unveiled.decoders()).hasSize(2);
    assertThat(unveiled.notSeen()).isEmpty();
  }

  @Test
  void runsNoMoreDecodersAfterTwentySecondsAndSaysSo() {
    int[] readings = {0};
    // The first reading is the start, the second stands before the first decoder.
    Unveiled unveiled = unveiled(() -> seconds(readings[0]++ < 2 ? 0 : 21));

    assertThat(unveiled.decoders()).hasSize(1);
    assertThat(unveiled.notSeen()).containsExactly(GIVEN_UP);
    boolean first = unveiled.decoders().getFirst().texts().contains("timeZone");
    assertThat(new String(unveiled.source().tokens().text(), UTF_8))
        .contains(first ? "h(256)" : "g(256)")
        .doesNotContain(first ? "o[g(256)]" : "o[h(256)]");
  }

  @Test
  void leavesTheModuleAsItIsWhereNoTimeIsLeft() {
    int[] readings = {0};
    Unveiled unveiled = unveiled(() -> seconds(readings[0]++ == 0 ? 0 : 21));

    assertThat(unveiled.decoders()).isEmpty();
    assertThat(unveiled.notSeen()).containsExactly(GIVEN_UP);
  }

  @Test
  void twentySecondsAreNotTooMuch() {
    int[] readings = {0};
    Unveiled unveiled = unveiled(() -> seconds(readings[0]++ == 0 ? 0 : 20));

    assertThat(unveiled.decoders()).hasSize(2);
    assertThat(unveiled.notSeen()).isEmpty();
  }

  private static long seconds(int count) {
    return Duration.ofSeconds(count).toNanos();
  }

  private static Unveiled unveiled(LongSupplier clock) {
    try (Sandbox sandbox = new Sandbox()) {
      return Unveiling.of(Source.of(InMemory.javaScript(TWO_DECODERS)), sandbox, clock);
    }
  }
}
