package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.verify.Flaw;
import dev.candor.audit.verify.Verified;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonVerifiedTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "value", Reports.HOSTILE})
  void satisfiesThePublishedSchemaAndIsInert(String text) {
    String json =
        written(verified(List.of(new Flaw("report /" + text, text)), List.of(text), text));

    assertThat(Schemas.violations("verified", json)).isEmpty();
    assertThat(json.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  @Test
  void tellsPlaceAndWords() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(written(verified(List.of(new Flaw("report /a", "wrong")), List.of(), "")));

    assertThat(json.path("outcome").asString()).isEqualTo("does not hold");
    assertThat(json.at("/flaws/0/place").asString()).isEqualTo("report /a");
    assertThat(json.at("/flaws/0/what").asString()).isEqualTo("wrong");
  }

  @Test
  void whatIsOpenIsUndecidedAndWhatIsNeitherHolds() {
    assertThat(written(verified(List.of(), List.of("open"), "")))
        .contains("\"outcome\" : \"undecided\"");
    assertThat(written(verified(List.of(), List.of(), ""))).contains("\"outcome\" : \"holds\"");
  }

  private static Verified verified(List<Flaw> flaws, List<String> open, String text) {
    return new Verified(
        "file" + text,
        List.of(text),
        List.of(text),
        flaws,
        open,
        List.of(text),
        new Engine("1.0", "25"),
        Reports.NOON);
  }

  private static String written(Verified verified) {
    return Reports.written(new JsonVerified(), verified, ReportOptions.PLAIN);
  }
}
