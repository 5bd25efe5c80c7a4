package dev.candor.lab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zone can be told by the variable, by the file, or by both. */
class JoinedLevelsTest {
  private static final Environment BASE = Environment.base();

  @Test
  void aspectsThatFollowTheirFactorAreNotNamed() {
    assertThat(BASE.joined())
        .containsEntry("timezone", "America/St_Johns")
        .doesNotContainKeys("timezone-file", "timezone-variable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timezone-file", "timezone-variable"})
  void anAspectThatDiffersIsALevelOfItsFactor(String aspect) {
    assertThat(BASE.with(aspect, "Asia/Tokyo").joined())
        .containsEntry("timezone", "Asia/Tokyo by " + aspect)
        .doesNotContainKeys("timezone-file", "timezone-variable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timezone-file", "timezone-variable"})
  void aJoinedLevelSetsTheAspectAlone(String aspect) {
    assertThat(BASE.with("timezone", "Asia/Tokyo by " + aspect))
        .isEqualTo(BASE.with(aspect, "Asia/Tokyo"));
  }

  @Test
  void aJoinedLevelIsUnderstoodAgain() {
    Environment apart = BASE.with("timezone-file", "Asia/Tokyo");

    assertThat(BASE.with("timezone", apart.joined().getOrDefault("timezone", ""))).isEqualTo(apart);
  }

  @Test
  void theWordInALevelOfAnotherFactorIsPartOfIt() {
    assertThat(BASE.with("git-history", "Stand by timezone-file").levels())
        .containsEntry("git-history", "Stand by timezone-file")
        .containsEntry("timezone-file", "same");
    assertThat(BASE.with("git-identity", "Ann by Bo <ann@example.test>").joined())
        .containsEntry("git-identity", "Ann by Bo <ann@example.test>");
  }

  @Test
  void aWordThatIsNoAspectOfTheFactorMakesNoLevel() {
    assertThatThrownBy(() -> BASE.with("timezone", "Asia/Tokyo by hostname"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Asia/Tokyo by hostname");
  }

  @Test
  void anAspectTakesNoLevelThatItsFactorDoesNot() {
    assertThatThrownBy(() -> BASE.with("timezone", "Mars/Olympus by timezone-file"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Mars/Olympus");
  }
}
