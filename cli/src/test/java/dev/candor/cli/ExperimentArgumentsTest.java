package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.observed.Observer;
import dev.candor.core.InputException;
import dev.candor.lab.experiment.Budget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ExperimentArgumentsTest {
  @Test
  void nobodyHasToSayAnything() {
    Observer.Wish wish = wish();

    assertThat(wish.budget()).isEqualTo(Budget.STANDARD);
    assertThat(wish.budget().trials()).hasValue(60);
    assertThat(wish.seed()).isEqualTo(1);
    assertThat(wish.journal()).isEmpty();
    assertThat(wish.tool().prompt()).isEqualTo("hi");
    assertThat(wish.tool().bounds().time()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aBudgetIsANumberOfTrials() {
    assertThat(wish("--budget", "80").budget()).isEqualTo(Budget.trials(80));
  }

  @ParameterizedTest
  @CsvSource({"90s, 90", "10m, 600", "1h, 3600"})
  void orATime(String said, int seconds) {
    assertThat(wish("--budget", said).budget()).isEqualTo(Budget.time(Duration.ofSeconds(seconds)));
  }

  @Test
  void thoroughNeedsNoBudgetAndMayHaveOne() {
    assertThat(wish("--thorough").budget()).isEqualTo(Budget.everything());
    assertThat(wish("--thorough", "--budget", "500").budget())
        .isEqualTo(new Budget(OptionalInt.of(500), Optional.empty(), true, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "many", "10x", "1.5h", "10 m", "0s", "m", "", "9999999"})
  void whatIsNoAmountIsRefusedAndTheFormsAreNamed(String said) {
    assertThatThrownBy(() -> wish("--budget=" + said))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "--budget %s is no amount. Write a number of trials, as 80, or a time, as 90s or 10m.",
            said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "20001"})
  void aNumberThatIsTooSmallOrTooLargeIsRefused(String said) {
    assertThatThrownBy(() -> wish("--budget", said))
        .isInstanceOf(InputException.class)
        .hasMessage("--budget %s: a budget is of 2 to 20000 trials.", said);
  }

  @Test
  void seedFolderPromptAndTimeAreTaken() {
    Observer.Wish wish =
        wish("--seed", "42", "--trials", "kept", "--prompt", "say it", "--time", "5");

    assertThat(wish.seed()).isEqualTo(42);
    assertThat(wish.journal()).contains(Path.of("kept"));
    assertThat(wish.tool().prompt()).isEqualTo("say it");
    assertThat(wish.tool().bounds().time()).isEqualTo(Duration.ofSeconds(5));
  }

  private static Observer.Wish wish(String... arguments) {
    CommandSpec spec = CommandSpec.create();
    ExperimentArguments.declare(spec);
    List<String> words = new ArrayList<>(List.of("npm:tool@1.0.0"));
    words.addAll(List.of(arguments));
    return ExperimentArguments.of(new CommandLine(spec).parseArgs(words.toArray(String[]::new)));
  }
}
