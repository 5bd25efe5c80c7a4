package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Confidence;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.Location;
import dev.candor.core.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowWordsTest {
  @Test
  void listsAsPeopleDo() {
    assertThat(FlowWords.listed(List.of())).isEmpty();
    assertThat(FlowWords.listed(List.of("a"))).isEqualTo("a");
    assertThat(FlowWords.listed(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(FlowWords.listed(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void severalFlowsAreOneSentence() {
    assertThat(FlowWords.dependence(List.of(flow("timezone"), flow("locale", "timezone"))))
        .isEqualTo(
            "a text that the package puts together depends on locale and timezone in a way that a"
                + " reader does not notice");
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void everyFormFitsTheSentence(Form form) {
    assertThat("it shows in " + FlowWords.of(form)).doesNotEndWith("in ").doesNotContain("_");
  }

  @ParameterizedTest
  @EnumSource(Confidence.class)
  void confidenceIsNamedWithItsRule(Confidence confidence) {
    assertThat(FlowWords.of(confidence)).startsWith(confidence.word() + ": ");
  }

  private static Flow flow(String... factors) {
    return new Flow(
        List.of(factors),
        List.of(),
        List.of(),
        List.of(new Step(Step.Kind.TEXT, new Location("m", 0, 1), "", "")),
        Confidence.FOLLOWED,
        Optional.empty());
  }
}
