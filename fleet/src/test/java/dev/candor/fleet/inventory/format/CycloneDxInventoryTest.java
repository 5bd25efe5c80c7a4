package dev.candor.fleet.inventory.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.candor.audit.ReportOptions;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.Inventories;
import dev.candor.fleet.inventory.Inventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema is the published one, with those that it refers to. */
class CycloneDxInventoryTest {
  private static final String HOME = "http://cyclonedx.org/schema/";

  @ParameterizedTest
  @ValueSource(strings = {"", "value", Inventories.HOSTILE})
  void satisfiesThePublishedSchema(String text) {
    assertThat(violations(written(Inventories.with(text)))).isEmpty();
  }

  /** So that the test above can fail. */
  @Test
  void theSchemaRefusesWhatIsNone() {
    String broken = written(Inventories.with("")).replace("\"application\"", "\"tool\"");

    assertThat(violations(broken)).isNotEmpty();
  }

  @Test
  void aComponentTellsPackageVersionPlaceAndDigest() {
    JsonNode json = JsonMapper.shared().readTree(written(Inventories.with("")));

    assertThat(json.at("/specVersion").asString()).isEqualTo("1.6");
    assertThat(json.at("/metadata/component/name").asString()).isEqualTo("laptop");
    assertThat(json.at("/components/0/purl").asString())
        .isEqualTo("pkg:npm/%40anthropic-ai/claude-code@2.1.91");
    assertThat(json.at("/components/0/version").asString()).isEqualTo("2.1.91");
    assertThat(json.at("/components/0/evidence/occurrences/0/location").asString())
        .isEqualTo("/usr/lib/node_modules/@anthropic-ai/claude-code");
    assertThat(json.at("/components/1/hashes/0/content").asString()).isEqualTo("0".repeat(64));
    assertThat(json.at("/components/1").has("version")).isFalse();
  }

  private static String written(Inventory inventory) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CycloneDxInventory().write(Fleet.of(inventory), ReportOptions.PLAIN, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Error> violations(String json) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder ->
                builder.schemas(
                    Map.of(
                        HOME + "bom-1.6.schema.json", resource("bom-1.6.schema.json"),
                        HOME + "spdx.schema.json", resource("spdx.schema.json"),
                        HOME + "jsf-0.82.schema.json", resource("jsf-0.82.schema.json"))))
        .getSchema(SchemaLocation.of(HOME + "bom-1.6.schema.json"))
        .validate(json, InputFormat.JSON);
  }

  private static String resource(String name) {
    try (InputStream in = CycloneDxInventoryTest.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
