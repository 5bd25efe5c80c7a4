package dev.candor.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.lab.environment.Environment;
import dev.candor.lab.environment.Factor;
import dev.candor.lab.environment.Scene;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.RoomPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final Levels STANDARD = Levels.standard();

  @Test
  void haveAFileForEachFactor() {
    assertThat(STANDARD.of().keySet())
        .containsExactlyElementsOf(
            Environment.factors().stream().map(Factor::name).sorted().toList());
  }

  @Test
  void canEachBeHadInARoom() {
    STANDARD
        .of()
        .forEach((factor, levels) -> {
          levels.contrast().levels().forEach(level -> plan(factor, level));
          levels.dictionary().forEach(one -> one.levels().forEach(l -> plan(factor, l)));
        });
  }

  private static void plan(String factor, String level) {
    Scene scene = Environment.base().with(factor, level).scene();
    if (!Set.of("endpoint", "timezone", "locale").contains(factor)) { // plans show nothing more
      RoomPlan plan = scene.plan(List.of(), List.of(), List.of("/bin/true"), Bounds.DEFAULT);
      assertThat(plan.command()).hasSize(1);
    }
  }

  @Test
  void standOnceInEachClassAndAreContrastsToTheBase() {
    STANDARD
        .of()
        .forEach((factor, levels) -> {
          assertThat(levels.contrast().levels())
              .doesNotHaveDuplicates()
              .doesNotContain(Environment.base().levels().get(factor));
          levels
              .dictionary()
              .forEach(one ->
                  assertThat(new HashSet<>(one.levels()))
                      .as(factor + " " + one.name())
                      .isNotEmpty()
                      .hasSameSizeAs(one.levels()));
        });
  }

  @Test
  void areMadeOfWordsThatAHostHolds() {
    LevelClass words =
        Levels.parse("endpoint", "[contrast]\nexample.org\n[names: substring]\nalpha\nbeta\n")
            .dictionary()
            .getFirst();
    assertThat(words.candidates())
        .containsExactly(
            new Candidate("alpha-beta-gw.example.net", List.of("alpha", "beta")),
            new Candidate("alpha-gw.example.net", List.of("alpha")),
            new Candidate("beta-gw.example.net", List.of("beta")));
  }

  @Test
  void readLineFeedsAndSignsThatWouldMeanSomethingElse() {
    assertThat(
            Levels.parse("git-history", "# c\n[contrast]\none\\ntwo\n\\#three\n\\[four\n")
                .contrast()
                .levels())
        .containsExactly("one\ntwo", "#three", "[four");
  }

  @Test
  void refuseAFileWithoutContrastNamingTheLine() {
    assertThatThrownBy(() -> Levels.parse("endpoint", "\n[labs]\nexample.org\n"))
        .hasMessageContaining("endpoint.levels, line 2");
    assertThatThrownBy(() -> Levels.parse("endpoint", "[contrast]\na\n[labs: nearly]\nb\n"))
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> Levels.parse("endpoint", "example.org\n"))
        .hasMessageContaining("line 1");
  }
}
