package dev.candor.text.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.mechanism.Mechanism;
import org.junit.jupiter.api.Test;

class MechanismsTest {
  /** The numbers of the published package. */
  @Test
  void knowsTheMechanismOfClaudeCode() {
    Mechanism known =
        Mechanisms.all().stream()
            .filter(one -> one.name().equals("claude-code-date"))
            .findFirst()
            .orElseThrow();

    assertThat(known.versions()).isEqualTo("vers:npm/>=2.1.91|<2.1.198");
    assertThat(known.condition("domain").orElseThrow().values()).hasSize(147);
    assertThat(known.condition("keyword").orElseThrow().values()).hasSize(11);
    assertThat(known.factors()).containsExactly("endpoint", "timezone");
  }

  @Test
  void whatIsWrittenOfThemIsReadAsTheSame() {
    for (Mechanism one : Mechanisms.all()) {
      assertThat(MechanismFile.parse(one.name(), MechanismWriter.text(one))).isEqualTo(one);
    }
  }
}
