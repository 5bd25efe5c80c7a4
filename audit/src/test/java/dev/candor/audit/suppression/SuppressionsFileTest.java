package dev.candor.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsFileTest {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static final String GOOD =
      """
      schema: candor/suppressions/v1
      suppressions:
        - rule: CANDOR-S003
          fingerprint: flow-0123456789ab
          path: package/vendor/**
          reason: Answered by the vendor.
          expires: 2027-01-31
          by: A. Rook
        - {rule: CANDOR-T007, fingerprint: signal-0123456789ab, reason: CI only, expires: never, by: B}
      """;

  private static Suppressions parse(String text) {
    return SuppressionsFile.parse("s.yaml", text, TODAY);
  }

  @Test
  void readsAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("s.yaml"), GOOD);

    assertThat(SuppressionsFile.read(file, TODAY).all())
        .containsExactly(
            new Suppression(
                "CANDOR-S003",
                "flow-0123456789ab",
                Optional.of("package/vendor/**"),
                "Answered by the vendor.",
                Optional.of(LocalDate.of(2027, 1, 31)),
                "A. Rook"),
            new Suppression(
                "CANDOR-T007",
                "signal-0123456789ab",
                Optional.empty(),
                "CI only",
                Optional.empty(),
                "B"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "suppressions/v1; suppressions/v2; line 1: the schema is",
        "rule: CANDOR-S003; rule: CANDOR-X999; line 3: there is no rule \"CANDOR-X999\"",
        "flow-0123456789ab; anything; line 4: fingerprint is a name as",
        "path: package/vendor/**; path: '**/x'; line 5: the path: ** stands at the end only",
        "reason: Answered by the vendor.; reason: ' '; line 6: \"reason\" is a text of 1 to 2000",
        "reason: Answered by the vendor.; why: x; the key \"why\" means nothing here",
        "expires: 2027-01-31; expires: 2027-02-30; line 7: expires is a day as",
        "expires: 2027-01-31; expires: always; line 7: expires is a day as 2027-01-31, or never",
        "by: A. Rook; by: [A]; line 8: \"by\" is a text",
      })
  void saysWhatIsWrongAndWhere(String part, String other, String message) {
    assertThatThrownBy(() -> parse(GOOD.replace(part, other)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("s.yaml, line ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("docs/suppressions.md describes the file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "fingerprint", "reason", "expires", "by"})
  void eachButThePathIsRequired(String key) {
    String text =
        key.equals("rule")
            ? GOOD.replace("rule: CANDOR-S003\n    ", "")
            : GOOD.replaceFirst("(?m)^    " + key + ": .*\n", "");

    assertThatThrownBy(() -> parse(text))
        .hasMessageContaining("the key \"" + key + "\" is missing");
  }

  @Test
  void theSameFindingTwiceIsRefused() {
    assertThatThrownBy(() ->
            parse(
                GOOD.replace("signal-0123456789ab", "flow-0123456789ab")
                    .replace("CANDOR-T007", "CANDOR-S003")
                    .replace("reason: CI only", "path: package/vendor/**, reason: CI only")))
        .hasMessageContaining("line 9: this finding is suppressed twice");
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> parse(GOOD.replace("by: A. Rook", "by: A. Rook\n    by: B")))
        .hasMessageContaining("the key \"by\" is there twice");
  }

  @Test
  void aliasesAreRefused() {
    assertThatThrownBy(
            () -> parse(GOOD.replace("by: A. Rook", "by: &a A. Rook").replace("by: B}", "by: *a}")))
        .hasMessageContaining("aliases are not read");
  }

  @Test
  void entriesDepthAndBytesAreBounded(@TempDir Path folder) throws Exception {
    String many =
        IntStream.range(0, 2_001)
            .mapToObj(i ->
                "  - {rule: CANDOR-S001, fingerprint: table-%012x, reason: r, expires: never, by: b}\n"
                    .formatted(i))
            .collect(Collectors.joining());
    assertThatThrownBy(() -> parse("schema: candor/suppressions/v1\nsuppressions:\n" + many))
        .hasMessageContaining("more than 2000 entries");
    assertThatThrownBy(() ->
            parse(
                "schema: candor/suppressions/v1\nsuppressions: " + "[".repeat(30) + "]".repeat(30)))
        .hasMessageContaining("nested more than 12 deep");
    Path large = Files.writeString(folder.resolve("l.yaml"), GOOD + "#".repeat(1 << 20));
    assertThatThrownBy(() -> SuppressionsFile.read(large, TODAY))
        .hasMessageContaining("larger than 1024 KiB, which no suppressions file is");
    assertThat(List.of(parse("schema: candor/suppressions/v1\nsuppressions: []\n").all()))
        .containsExactly(List.of());
  }
}
