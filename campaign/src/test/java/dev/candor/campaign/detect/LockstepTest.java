package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockstepTest {
  private static final int HOURS = 24 * 30;

  /** Ten where one is expected: 10 ln 10 - 9 nats, 20.2 bits. */
  @Test
  void aSurplusIsWorthWhatItsChanceIs() {
    assertThat(Lockstep.surplus(10, 1)).isCloseTo(20.235, within(1e-3));
    assertThat(Lockstep.surplus(1, 2)).isZero();
    assertThat(Lockstep.surplus(0, 0)).isZero();
  }

  @Test
  void theSameRandomMinutesAreLockstep() {
    int[] beats = randomMinutes(1);
    assertThat(bits(beats, beats)).isEqualTo(Lockstep.MOST_BITS);
  }

  @Test
  void theSameHoursAreNot() {
    assertThat(bits(randomMinutes(1), randomMinutes(2))).isLessThan(4);
  }

  /** Two timers that go off at a quarter past every hour meet always, and that says nothing. */
  @Test
  void theSameTimerIsNot() {
    int[] timer = IntStream.range(0, HOURS).map(hour -> hour * 60 + 15).toArray();
    assertThat(bits(timer, timer)).isLessThan(1);
  }

  /** One conversation each, in the same half hour: thirty common minutes, one beginning. */
  @Test
  void aLongConversationAtTheSameTimeIsOneMeeting() {
    int[] talk = IntStream.range(600, 630).toArray();
    assertThat(bits(talk, talk)).isLessThan(8);
  }

  @Test
  void nothingIsKnownOfAnAccountThatWasNotTakenIn() {
    Lockstep lockstep = new Lockstep(2);
    lockstep.add(0, new int[] {5});
    assertThat(lockstep.bits(0, 1)).isZero();
  }

  private static int[] randomMinutes(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, HOURS).map(hour -> hour * 60 + random.nextInt(60)).toArray();
  }

  private static double bits(int[] one, int[] other) {
    Lockstep lockstep = new Lockstep(2);
    lockstep.add(0, one);
    lockstep.add(1, other);
    return lockstep.bits(0, 1);
  }
}
