package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Engine;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.disclosure.Declared;
import dev.candor.audit.disclosure.DisclosureCheck;
import dev.candor.audit.disclosure.DisclosureFile;
import dev.candor.audit.observed.Shown;
import dev.candor.audit.suppression.SuppressionsFile;
import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schemas of disclosures, and of what they cover. */
class DisclosureSchemasTest {
  private static final Path EXAMPLE = Path.of("../docs/examples/codex-disclosure.yaml");

  private static String check(Report report) {
    return Reports.written(
        new JsonDisclosureCheck(),
        new DisclosureCheck(
            "report.json",
            report.subject(),
            report.verdict(),
            report.disclosed().orElseThrow(),
            List.of("noted"),
            new Engine("1.0", "25"),
            Reports.NOON),
        ReportOptions.PLAIN);
  }

  @Test
  void theExampleAndTheReaderAgreeWithIt() throws IOException {
    String text = Files.readString(EXAMPLE);

    assertThat(Schemas.violations("disclosure", new YAMLMapper().readTree(text).toString()))
        .isEmpty();
    assertThat(DisclosureFile.read(EXAMPLE).statements()).hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "schema: candor/disclosure/v1; schema: other",
        "pkg:npm/%40scope/tool; npm:tool",
        "versions: vers:npm/>=1.0.0|<2.0.0; versions: '1.0.0'",
        "vendor: Heron; owner: Heron",
        "facts: hostname; facts: Host Name",
        "facts: hostname; facts: []",
        "request: POST /log; request: /log",
        "place: /id; place: somewhere",
        "as: plain; as: secret",
        "https://vendor; http://vendor",
        "purpose: Tells installations apart.; reason: other",
      })
  void whatTheReaderRefusesItRefuses(String part, String other) {
    String text = Declared.file(Declared.STATEMENTS);
    String changed = text.replace(part, other);

    assertThat(Schemas.violations("disclosure", new YAMLMapper().readTree(text).toString()))
        .isEmpty();
    assertThat(Schemas.violations("disclosure", new YAMLMapper().readTree(changed).toString()))
        .isNotEmpty();
    assertThatThrownBy(() -> DisclosureFile.parse("d.yaml", changed))
        .isInstanceOf(InputException.class);
  }

  @Test
  void reportsThatAreHeldAgainstOneSatisfyTheirs() {
    for (List<String> statements : List.of(Declared.STATEMENTS, List.<String>of())) {
      Report report = Declared.audited().with(Declared.of(statements));
      String json = Reports.written(new JsonFormat(), report, ReportOptions.PLAIN);

      assertThat(Schemas.violations("report", json)).isEmpty();
      assertThat(Schemas.violations("disclosed", check(report))).isEmpty();
    }
    ObjectNode without =
        (ObjectNode)
            JsonMapper.shared().readTree(check(Declared.audited().with(Declared.of(List.of()))));
    without.remove("disclosure");
    assertThat(Schemas.violations("disclosed", without.toString())).isNotEmpty();
  }

  @Test
  void theyTellWhatIsCoveredAndWhatNot() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                check(Declared.audited().with(Declared.of(Declared.STATEMENTS.subList(0, 1)))));

    assertThat(json.at("/schema").asString()).isEqualTo("candor/disclosed/v1");
    assertThat(json.at("/outcome").asString()).isEqualTo("not covered");
    assertThat(json.at("/verdict").asString()).isEqualTo("covert");
    assertThat(json.at("/disclosure/covered/0/unnoticed").asBoolean()).isTrue();
    assertThat(json.at("/disclosure/covered/0/statements/0").asInt()).isEqualTo(1);
    assertThat(json.at("/disclosure/uncovered/0/kind").asString()).isEqualTo("fact");
    assertThat(json.at("/disclosure/statements/0/seen").asInt()).isEqualTo(1);
    assertThat(json.at("/disclosure/statements/0/request").asString())
        .isEqualTo("POST /v1/messages");
  }

  @Test
  void reviewedFindingsSatisfyTheirs() {
    String file =
        """
        schema: candor/suppressions/v1
        suppressions:
          - rule: CANDOR-T003
            fingerprint: signal-0123456789ab
            path: package/**
            reason: Known.
            expires: 2027-01-31
            by: A. Rook
        """;
    Report report =
        Declared.audited().with(SuppressionsFile.parse("s.yaml", file, LocalDate.of(2026, 11, 22)));

    assertThat(Schemas.violations("suppressions", new YAMLMapper().readTree(file).toString()))
        .isEmpty();
    for (String wrong : List.of("rule: CANDOR-T003", "expires: 2027-01-31", "by: A. Rook")) {
      String changed = file.replace(wrong, "other: x");
      assertThat(Schemas.violations("suppressions", new YAMLMapper().readTree(changed).toString()))
          .isNotEmpty();
    }
    assertThat(
            Schemas.violations(
                "report", Reports.written(new JsonFormat(), report, ReportOptions.PLAIN)))
        .isEmpty();
  }

  @Test
  void hostileTextStaysText() {
    Report report =
        Reports.hostile()
            .with(Shown.withStrings(Reports.HOSTILE), Reports.NOON)
            .with(Declared.of(List.of()));

    assertThat(Schemas.violations("disclosed", check(report))).isEmpty();
    assertThat(check(report).chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
  }
}
