package dev.candor.campaign.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final int DAY = 1_440;

  /** Of 1,024 accounts; 0 and 1 send templates 0 and 1, that nobody else sends, days apart. */
  @Test
  void twoRarePromptsOnDifferentDaysCount() {
    Template template =
        template(new int[][] {{0, 0, 0}, {0, 1, 0}, {1, 0, 3 * DAY}, {1, 1, 3 * DAY}});
    assertThat(template.bits(0, 1)).isCloseTo(9, within(1e-9)); // two of 1,024
  }

  @Test
  void onePromptDoesNotNorDoTwoOnOneDay() {
    assertThat(template(new int[][] {{0, 0, 0}, {1, 0, 3 * DAY}}).bits(0, 1)).isZero();
    assertThat(template(new int[][] {{0, 0, 0}, {0, 1, 30}, {1, 0, 10}, {1, 1, 40}}).bits(0, 1))
        .isZero();
  }

  @Test
  void whatOneInSixteenSendsBindsNobody() {
    int[][] uses = new int[2 * 65][];
    for (int a = 0; a < 65; a++) {
      uses[2 * a] = new int[] {a, 0, a * DAY};
      uses[2 * a + 1] = new int[] {a, 1, a * DAY};
    }
    assertThat(template(uses).bits(0, 60)).isZero();
  }

  /**
   * @param uses account, template and minute of each
   */
  private static Template template(int[][] uses) {
    int[] account = new int[uses.length];
    int[] id = new int[uses.length];
    int[] minute = new int[uses.length];
    for (int i = 0; i < uses.length; i++) {
      account[i] = uses[i][0];
      id[i] = uses[i][1];
      minute[i] = uses[i][2];
    }
    return new Template(1_024, new Template.Usages(account, id, minute, minute, uses.length, 2));
  }
}
