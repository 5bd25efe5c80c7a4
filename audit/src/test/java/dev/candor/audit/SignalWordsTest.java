package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.lab.inference.Signal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalWordsTest {
  @Test
  void tellsFactorFormAndBits() {
    assertThat(SignalWords.of(signal(Map.of())))
        .isEqualTo("timezone shows in the separator or letter case, 1.0 bits");
  }

  @Test
  void tellsWhatSwitchesItOff() {
    assertThat(SignalWords.of(signal(Map.of("ci", Set.of("github")))))
        .endsWith(", 1.0 bits, but not with ci github");
    assertThat(SignalWords.of(signal(Map.of("ci", Set.of("github", "gitlab", "travis")))))
        .endsWith(", but not with ci github and 2 more");
  }

  @Test
  void levelsActOnNobodysTerminal() {
    assertThat(SignalWords.of(signal(Map.of("ci", Set.of("\u001b[31m\u202e")))))
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void bitsHaveOnePlace() {
    assertThat(SignalWords.bits(1.584962500721156)).isEqualTo("1.6 bits"); // log2 of 3
    assertThat(SignalWords.bits(0)).isEqualTo("0.0 bits");
  }

  private static Signal signal(Map<String, Set<String>> gates) {
    return Shown.signal(Form.FORMAT, Shown.ASKING, "", gates, 1, 2);
  }
}
