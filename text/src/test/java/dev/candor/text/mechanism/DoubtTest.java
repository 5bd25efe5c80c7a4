package dev.candor.text.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final Mechanism KNOWN = Mechanisms.all().getFirst();
  private static final Carrier.Text SENTENCE = (Carrier.Text) KNOWN.carriers().getFirst();
  private static final Mark APOSTROPHE = KNOWN.marks().get(0);
  private static final Mark SEPARATOR = KNOWN.marks().get(1);

  private static Optional<String> doubt(Mark mark, String text) {
    return Doubt.about(mark, new Sentences(KNOWN, SENTENCE).in(text).getFirst(), text);
  }

  @Test
  void aTextThatHasTheCharacterThroughoutTellsNothing() {
    assertThat(
            doubt(APOSTROPHE, "It\u2019s late. Today\u2019s date is 2026-07-01. Don\u2019t wait."))
        .hasValue("the text has U+2019 wherever it could have U+0027");
  }

  @Test
  void aTextThatHasThePlainOneElsewhereTells() {
    assertThat(doubt(APOSTROPHE, "the user's. Today\u2019s date is 2026-07-01.")).isEmpty();
  }

  @Test
  void aSentenceAloneTellsNothingOfWhatWordProcessorsWrite() {
    assertThat(doubt(APOSTROPHE, "Today\u2019s date is 2026-07-01."))
        .hasValue("nothing else in the text shows whether it is written with U+2019 throughout");
  }

  @Test
  void noWordProcessorWritesAModifierLetter() {
    assertThat(doubt(APOSTROPHE, "Today\u02bcs date is 2026-07-01.")).isEmpty();
  }

  /** The quotes around a phrase are not where an apostrophe stands. */
  @Test
  void onlyTheSamePlaceCounts() {
    assertThat(doubt(APOSTROPHE, "\u2018so\u2019 the user's. Today\u2019s date is 2026-07-01."))
        .isEmpty();
  }

  @Test
  void aSeparatorIsInDoubtWhereAllDatesHaveIt() {
    assertThat(doubt(SEPARATOR, "Built 2026/06/30. Today's date is 2026/07/01. See a/b."))
        .isPresent();
    assertThat(doubt(SEPARATOR, "Built 2026-06-30. Today's date is 2026/07/01. See a/b."))
        .isEmpty();
  }

  @Test
  void theUnmarkedSymbolIsNeverInDoubt() {
    assertThat(doubt(APOSTROPHE, "Today's date is 2026-07-01.")).isEmpty();
  }
}
