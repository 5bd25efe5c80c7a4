package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.decoding.Decoded;
import dev.candor.audit.decoding.Decoding;
import dev.candor.audit.exposure.ExposureReport;
import dev.candor.audit.exposure.Machine;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.text.mechanism.MechanismWriter;
import dev.candor.text.mechanism.Mechanisms;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schemas of mechanisms, exposure and decoded logs. */
class MechanismSchemasTest {
  private static final Engine ENGINE = new Engine("0.1.0", "25");

  @Test
  void knownMechanismsSatisfyTheirs() {
    for (Mechanism one : Mechanisms.all()) {
      JsonNode file = new YAMLMapper().readTree(MechanismWriter.text(one));
      assertThat(Schemas.violations("mechanism", file.toString())).isEmpty();
      ((ObjectNode) file).put("odd", 1);
      assertThat(Schemas.violations("mechanism", file.toString())).isNotEmpty();
    }
  }

  @Test
  void exposureSatisfiesItsOwn() {
    for (Map<String, String> given :
        List.of(
            Map.of("endpoint", "api.deepseek.com", "timezone", "PRC"),
            Map.of("endpoint", "none", "timezone", "UTC"),
            Map.of("endpoint", Reports.HOSTILE, "timezone", Reports.HOSTILE))) {
      String json = Reports.written(new JsonExposure(), exposure(given), ReportOptions.PLAIN);
      assertThat(Schemas.violations("exposure", json)).isEmpty();
      assertThat(json.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
    }
  }

  @Test
  void exposureHoldsTheAnswer() {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                Reports.written(
                    new JsonExposure(),
                    exposure(Map.of("endpoint", "api.deepseek.com", "timezone", "UTC")),
                    ReportOptions.PLAIN));

    assertThat(json.at("/marked").asString()).isEqualTo("yes");
    assertThat(json.at("/mechanisms/0/marks/0/symbols/0/points").asString()).isEqualTo("U+02BC");
    assertThat(json.at("/mechanisms/0/marks/1/marked").asString()).isEqualTo("no");
    ((ObjectNode) json).remove("marked");
    assertThat(Schemas.violations("exposure", json.toString())).isNotEmpty();
  }

  @Test
  void decodedLogsSatisfyTheirs() {
    String log =
        """
        {"timestamp":"2026-07-01T03:04:05Z","a":"user's Today\u02b9s date is 2026/07/01."}
        {"b":"Today\u2019s date is 2026-07-01."}
        """;
    Decoding decoding = new Decoding(Mechanisms.all());
    decoding.read(Reports.HOSTILE, new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    Decoded decoded = decoding.decoded(ENGINE, Instant.EPOCH);

    String json = Reports.written(new JsonDecoded(), decoded, ReportOptions.PLAIN);

    assertThat(Schemas.violations("decoded", json)).isEmpty();
    JsonNode read = JsonMapper.shared().readTree(json);
    assertThat(read.at("/sightings/0/time").asString()).isEqualTo("2026-07-01T03:04:05Z");
    assertThat(read.at("/sightings/0/said/0/means/0/domain").asBoolean()).isTrue();
    assertThat(read.at("/sightings/1/inDoubt").asBoolean()).isTrue();
    ((ObjectNode) read).remove("sightings");
    assertThat(Schemas.violations("decoded", read.toString())).isNotEmpty();
  }

  private static ExposureReport exposure(Map<String, String> given) {
    return ExposureReport.of(
        Mechanisms.all(),
        given,
        new Machine(Map.of(), Path.of("/nowhere"), Path.of("/"), "me"),
        ENGINE,
        Instant.EPOCH);
  }
}
