package dev.candor.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A variable can be set by itself, and by a factor that sets several. */
class VariableLevelsTest {
  private static final Environment BASE = Environment.base();
  private static final String PROGRAM = Environment.VARIABLE + "TERM_PROGRAM";

  @Test
  void aVariableHoldsWhatAnotherFactorSetsItTo() {
    assertThat(BASE.with("terminal", "vscode").of(List.of(PROGRAM, "terminal")))
        .containsEntry(PROGRAM, "vscode")
        .containsEntry("terminal", "vscode");
  }

  @Test
  void aVariableThatIsSetByItselfHoldsThat() {
    assertThat(BASE.with("terminal", "vscode").with(PROGRAM, "ghostty").of(List.of(PROGRAM)))
        .containsEntry(PROGRAM, "ghostty");
  }

  @Test
  void aVariableThatNothingSetsHoldsNothing() {
    assertThat(BASE.of(List.of(PROGRAM))).containsEntry(PROGRAM, "");
  }

  @Test
  void otherFactorsHaveTheirAspectsJoined() {
    assertThat(BASE.with("timezone-file", "Asia/Tokyo").of(List.of("timezone", "hostname")))
        .containsOnlyKeys("timezone", "hostname")
        .containsEntry("timezone", "Asia/Tokyo by timezone-file");
  }
}
