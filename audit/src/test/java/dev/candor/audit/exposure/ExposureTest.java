package dev.candor.audit.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Engine;
import dev.candor.audit.exposure.Exposure.Answer;
import dev.candor.core.InputException;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.MechanismFile;
import dev.candor.text.mechanism.Mechanisms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {
  @TempDir private Path root;

  private ExposureReport report(List<Mechanism> mechanisms, Map<String, String> given) {
    return ExposureReport.of(
        mechanisms,
        given,
        new Machine(Map.of(), root, Path.of("/w"), "me"),
        new Engine("0", "0"),
        Instant.EPOCH);
  }

  private static List<Mechanism> known() {
    return Mechanisms.all().stream().filter(one -> one.name().equals("claude-code-date")).toList();
  }

  /** By the account of the case: who is marked, and with which two symbols. */
  @ParameterizedTest
  @CsvSource({
    "none, Asia/Shanghai, NO, 0027, 002D",
    "https://api.anthropic.com, Asia/Shanghai, NO, 0027, 002D",
    "https://api.anthropic.com:8443, Asia/Shanghai, YES, 0027, 002F",
    "proxy.example.org, Europe/Paris, NO, 0027, 002D",
    "proxy.example.org, Asia/Urumqi, YES, 0027, 002F",
    "proxy.example.org, PRC, YES, 0027, 002F",
    "https://x.baidu-int.com/v1, none, YES, 2019, 002D",
    "api.deepseek.com, UTC, YES, 02BC, 002D",
    "deepseek.example.cn, UTC, YES, 02B9, 002D",
    "notcn, UTC, NO, 0027, 002D"
  })
  void tellsAsWhatItWouldBeMarked(
      String endpoint, String zone, Answer marked, String apostrophe, String separator) {
    ExposureReport report = report(known(), Map.of("endpoint", endpoint, "timezone", zone));

    assertThat(report.marked()).isEqualTo(marked);
    assertThat(report.exposures().getFirst().marks())
        .extracting(sent -> "%04X".formatted(sent.symbols().getFirst().codePointAt(0)))
        .containsExactly(apostrophe, separator);
    String sign = Character.toString(Integer.parseInt(separator, 16));
    assertThat(report.exposures().getFirst().texts())
        .containsExactly(
            "Today"
                + Character.toString(Integer.parseInt(apostrophe, 16))
                + "s date is \u2026"
                + sign
                + "\u2026"
                + sign
                + "\u2026.");
  }

  private static List<Mechanism> dependingOn(String factor) {
    return List.of(
        MechanismFile.parse(
            "m",
            """
            schema: candor/mechanism/v1
            name: m
            package: pkg:npm/nobody-has-a-recipe-for-this
            established: {engine: hand, date: 2026-11-21, scanned: no, trials: 0}
            conditions: [{id: a, factor: %s, match: substring, values: [x]}]
            carriers: [{id: v, kind: value, place: X-A}]
            marks:
              - {carrier: v, form: wording, codebook: [{when: {a: yes}, word: one}, {word: two}]}
            """
                .formatted(factor)));
  }

  @Test
  void whatCannotBeReadIsUnknown() {
    ExposureReport report = report(dependingOn("git-history"), Map.of());

    assertThat(report.marked()).isEqualTo(Answer.UNKNOWN);
    assertThat(report.exposures().getFirst().marks().getFirst().symbols())
        .containsExactly("two", "one");
    assertThat(report(dependingOn("git-history"), Map.of("git-history", "fix")).marked())
        .isEqualTo(Answer.YES);
    assertThat(report(dependingOn("endpoint"), Map.of()).marked()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aFactorThatIsNoneIsRefused() {
    assertThatThrownBy(() -> report(known(), Map.of("weather", "rain")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("weather")
        .hasMessageContaining("timezone");
  }
}
