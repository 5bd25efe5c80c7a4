package dev.candor.text.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Mechanism;

class MechanismFileFuzzTest {
  @FuzzTest
  void whatIsReadIsWrittenAndReadAsTheSame(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    Mechanism mechanism;
    try {
      mechanism = MechanismFile.parse("fuzz.yaml", text);
    } catch (InputException e) {
      assertThat(e.getMessage()).contains("fuzz.yaml, line ");
      return;
    }
    assertThat(MechanismFile.parse("again", MechanismWriter.text(mechanism))).isEqualTo(mechanism);
    for (Carrier carrier : mechanism.carriers()) {
      if (carrier instanceof Carrier.Text sentence) {
        assertThat(new Sentences(mechanism, sentence).in(text)).isNotNull();
      }
    }
  }
}
