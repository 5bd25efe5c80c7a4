package dev.candor.audit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.recording.RecordedRun;
import dev.candor.audit.recording.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonRecordingTest {
  @Test
  void holdsWhatTheRunShowed() {
    JsonNode run = parsed(Runs.withStrings("x"));

    assertThat(run.at("/schema").asString()).isEqualTo("candor/recording/v1");
    assertThat(run.at("/subject/purl").asString()).isEqualTo("pkg:npm/tool@1.0.0");
    assertThat(run.at("/command/2").asString()).isEqualTo("hi");
    assertThat(run.at("/runtime/version").asString()).isEqualTo("24.21.0");
    assertThat(run.at("/packages/0/installScript").asBoolean()).isTrue();
    assertThat(run.at("/end/how").asString()).isEqualTo("exited");
    assertThat(run.at("/end/milliseconds").asLong()).isEqualTo(2345);
    assertThat(run.at("/end/output").asString()).isEqualTo("out x");
    assertThat(run.at("/receipt/0/where").asString()).isEqualTo("header X-x");
    assertThat(run.at("/receipt/0/times").asInt()).isEqualTo(2);
    assertThat(run.at("/unreadable/0/bytes").asInt()).isEqualTo(999);
    assertThat(run.at("/requests/1/answered").asString()).isEqualTo("gemini");
    assertThat(run.at("/requests/0/process").asString()).isEqualTo("node x");
    assertThat(run.at("/requests/0/proxied").asString()).isEqualTo("host-x:443");
    assertThat(run.at("/requests/0/encrypted").asBoolean()).isTrue();
    assertThat(run.at("/lookups/0/type").asString()).isEqualTo("TXT");
    assertThat(run.at("/texts/0/request").asInt()).isEqualTo(2);
    assertThat(run.at("/notSeen/0").asString()).isEqualTo("not seen by tool-x");
    assertThat(run.at("/created").asString()).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void satisfiesThePublishedSchema() {
    assertThat(violations(text(Runs.silent()))).isEmpty();
    assertThat(violations(text(Runs.withStrings("x")))).isEmpty();
    assertThat(violations(text(Runs.withStrings(Reports.HOSTILE)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "command", "environment", "end", "receipt", "requests"})
  void theSchemaRefusesARunWithoutThem(String member) {
    ObjectNode run = (ObjectNode) parsed(Runs.silent());
    run.remove(member);
    assertThat(violations(run.toString())).isNotEmpty();
  }

  @Test
  void theSchemaLooksIntoWhatItTakesFromThatOfReports() {
    ObjectNode run = (ObjectNode) parsed(Runs.silent());
    ((ObjectNode) run.get("subject")).remove("purl");
    assertThat(violations(run.toString())).isNotEmpty();
  }

  @Test
  void hostileTextIsInertAndComesBackWhole() {
    String text = text(Runs.withStrings(Reports.HOSTILE));

    assertThat(text.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
    assertThat(text).doesNotContain("<", ">", "&", "'");
    JsonNode run = JsonMapper.shared().readTree(text);
    assertThat(run.at("/requests/0/target").asString()).isEqualTo("/path-" + Reports.HOSTILE);
    assertThat(run.at("/lookups/0/name").asString()).isEqualTo("name-" + Reports.HOSTILE);
    assertThat(run.at("/texts/0/text").asString()).isEqualTo("reads " + Reports.HOSTILE);
    assertThat(run.at("/receipt/0/where").asString()).isEqualTo("header X-" + Reports.HOSTILE);
  }

  @Property(tries = 100)
  void anyTextComesBackWhole(@ForAll String any) {
    assertThat(parsed(Runs.withStrings(any)).at("/texts/0/text").asString())
        .isEqualTo("reads " + any);
  }

  private static JsonNode parsed(RecordedRun run) {
    return JsonMapper.shared().readTree(text(run));
  }

  private static String text(RecordedRun run) {
    return Reports.written(new JsonRecording(), run, ReportOptions.PLAIN);
  }

  private static List<Error> violations(String json) {
    return schema().validate(json, InputFormat.JSON);
  }

  private static Schema schema() {
    Map<String, String> known =
        Map.of(
            "urn:candor:schema:report:v1", resource("report-v1.schema.json"),
            "urn:candor:schema:recording:v1", resource("recording-v1.schema.json"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known))
        .getSchema(SchemaLocation.of("urn:candor:schema:recording:v1"));
  }

  private static String resource(String name) {
    try (InputStream in = JsonRecording.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
