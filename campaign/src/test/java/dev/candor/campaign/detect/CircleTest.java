package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What members of a group share, where several values could be named. */
class CircleTest {
  private static final int[] MEMBERS = {0, 1};

  @Test
  void valuesThatTellAsMuchStandTogetherWhateverTheirNumbers() {
    // 0 and 1 hold the devices 0 and 1
    Circle circle = circle(new int[] {0, 1, 0, 1}, new int[] {0, 0, 1, 1}, 2);
    assertThat(circle.shared(0)).hasSize(1);
    assertThat(circle.shared(0).getFirst().values()).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void aValueThatAStrangerHoldsTellsLess() {
    // device 0 is also held by 2, device 1 is not: one stranger at least is counted for either
    Circle circle = circle(new int[] {0, 1, 2, 0, 1}, new int[] {0, 0, 0, 1, 1}, 2);
    assertThat(circle.shared(0).getFirst().values()).containsExactly(1);
    Circle turned = circle(new int[] {0, 1, 2, 0, 1}, new int[] {1, 1, 1, 0, 0}, 2);
    assertThat(turned.shared(0).getFirst().values()).containsExactly(0);
  }

  private static Circle circle(int[] accounts, int[] values, int count) {
    Incidence held = Incidence.of(3, count, accounts, values, accounts.length);
    return Circle.of(MEMBERS, List.of(new Means(Family.DEVICE, held, held, new int[3])));
  }
}
