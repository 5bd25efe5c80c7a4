package dev.candor.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InventoryJsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "value", Inventories.HOSTILE})
  void satisfiesThePublishedSchemaAndIsInert(String text) throws IOException {
    String json = Inventories.json(Inventories.with(text));

    assertThat(violations(json)).isEmpty();
    assertThat(json.codePoints()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  @Test
  void holdsEveryMember() {
    JsonNode json = JsonMapper.shared().readTree(Inventories.json(Inventories.with("")));

    assertThat(json.at("/schema").asString()).isEqualTo("candor/inventory/v1");
    assertThat(json.at("/machine").asString()).isEqualTo("laptop");
    assertThat(json.at("/taken").asString()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(json.at("/installations/0/purl").asString())
        .isEqualTo("pkg:npm/%40anthropic-ai/claude-code@2.1.91");
    assertThat(json.at("/installations/0/means").asString()).isEqualTo("npm");
    assertThat(json.at("/installations/1").has("version")).isFalse();
    assertThat(json.at("/settings/0/purpose").asString()).isEqualTo("endpoint");
    assertThat(json.at("/processes/0/pid").asLong()).isEqualTo(42);
    assertThat(json.at("/notSeen/0").asString()).isEqualTo("/root: permission denied");
  }

  @Property(tries = 200)
  void isReadAsItWasWritten(
      @ForAll String text, @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    Inventory some = Inventories.with(text);
    Inventory written =
        new Inventory(
            some.machine(),
            some.system(),
            Instant.ofEpochSecond(second),
            some.root(),
            some.installations(),
            some.settings(),
            some.processes(),
            some.notSeen(),
            some.engine());

    byte[] json = Inventories.json(written).getBytes(StandardCharsets.UTF_8);

    assertThat(InventoryFile.parse("a", json)).isEqualTo(written);
  }

  @Test
  void aLineHoldsOneInventory() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InventoryJson.writeLine(Inventories.with("\n"), out);
    InventoryJson.writeLine(Inventories.with(""), out);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(InventoryFile.parse("a", lines.get(1).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Inventories.with(""));
  }

  private static List<?> violations(String json) throws IOException {
    try (InputStream schema = InventoryJson.class.getResourceAsStream("inventory-v1.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(json, InputFormat.JSON);
    }
  }
}
