package dev.candor.fleet.inventory.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.audit.Format;
import dev.candor.audit.ReportOptions;
import dev.candor.core.InputException;
import dev.candor.fleet.inventory.Fleet;
import dev.candor.fleet.inventory.Inventories;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.InventoryFile;
import dev.candor.fleet.inventory.InventoryFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatsTest {
  private static final Inventory ONE = Inventories.with("");

  @Test
  void areFoundByName() {
    assertThat(Format.names(InventoryFormat.class))
        .containsExactly("csv", "cyclonedx", "json", "osquery", "terminal");
  }

  /** Two machines, one after the other. */
  private static final Fleet TWO =
      Fleet.of(each -> {
        each.accept(ONE);
        each.accept(Inventories.with("2"));
      });

  @Test
  void aTableTellsWhatIsWhere() {
    assertThat(written(new TerminalInventory(), Fleet.of(ONE)))
        .isEqualTo(
            """
            2 installations of 2 tools on laptop
              taken   2026-11-21T12:00:00Z
              root    /
              system  Debian

            Installed
              claude-code  2.1.91  npm         /usr/lib/node_modules/@anthropic-ai/claude-code
              opencode     ?       executable  /opt/x

            Running
              claude-code  42  /usr/bin/claude

            Endpoints and proxies
              codex  endpoint  model_providers.own.base_url  https://gw.example.net/v1 in /home/a/.codex/config.toml

            Not seen
              - /root: permission denied

            """);
  }

  private static Inventory nothing(String machine, String... notSeen) {
    return new Inventory(
        machine,
        "",
        Inventories.NOON,
        "/",
        List.of(),
        List.of(),
        List.of(),
        List.of(notSeen),
        Inventories.ENGINE);
  }

  @Test
  void aTableKeepsTheReasonOfANoteHoweverDeepThePlaceIs() {
    Inventory deep = nothing("m", "/srv" + "/d".repeat(2_000) + ": file name too long");

    assertThat(written(new TerminalInventory(), Fleet.of(deep)))
        .contains("- /srv/d/d")
        .contains(" … ")
        .endsWith("/d/d: file name too long\n\n")
        .hasSizeLessThan(500);
  }

  @Test
  void aTableOfNothingSaysSo() {
    Inventory nothing = nothing("m");

    assertThat(written(new TerminalInventory(), Fleet.of(nothing)))
        .startsWith("No AI coding tool was found on m\n");
  }

  @Test
  void csvHasALineForEachThing() {
    List<String> lines = written(new CsvInventory(), TWO).lines().toList();

    assertThat(lines).hasSize(1 + 2 * 5);
    assertThat(lines.getFirst())
        .isEqualTo(
            "kind,machine,taken,tool,version,purl,means,place,sha256,purpose,key,value,pid,note");
    assertThat(lines.get(1))
        .isEqualTo(
            "installation,laptop,2026-11-21T12:00:00Z,claude-code,2.1.91,"
                + "pkg:npm/%40anthropic-ai/claude-code@2.1.91,npm,"
                + "/usr/lib/node_modules/@anthropic-ai/claude-code,,,,,,package.json");
  }

  /** By OWASP, CSV Injection. */
  @Test
  void noCellIsAFormula() {
    Inventory formula = nothing("=cmd|'/c calc'!A1", "@SUM(1)");

    assertThat(written(new CsvInventory(), Fleet.of(formula)).lines().toList().get(1))
        .isEqualTo(
            "not-seen,\"'=cmd|'/c calc'!A1\",2026-11-21T12:00:00Z,,,,,,,,,,,'@SUM(1)"
                .replace(",'@SUM(1)", ",\"'@SUM(1)\""));
  }

  @Test
  void osqueryRowsAreFlatAndOfStrings() {
    List<String> lines = written(new OsqueryInventory(), TWO).lines().toList();

    assertThat(lines).hasSize(2 * 5);
    for (String line : lines) {
      JsonNode row = JsonMapper.shared().readTree(line);
      assertThat(row.values()).hasSize(14).allMatch(JsonNode::isString);
    }
    assertThat(JsonMapper.shared().readTree(lines.get(3)).path("pid").asString()).isEqualTo("42");
  }

  @Test
  void aCollectionInJsonIsReadAgain() throws IOException {
    byte[] json = written(new JsonInventory(), TWO).getBytes(UTF_8);
    List<Inventory> read = new ArrayList<>();

    InventoryFile.each("a", new ByteArrayInputStream(json), read::add);

    assertThat(read).containsExactly(ONE, Inventories.with("2"));
  }

  @Test
  void cycloneDxIsOfOneMachine() {
    assertThatThrownBy(() -> written(new CycloneDxInventory(), TWO))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("A CycloneDX document is of one machine.");
  }

  /** What acts on a terminal, or begins a line of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "cyclonedx", "json", "osquery", "terminal"})
  void nothingThatIsQuotedActs(String name) {
    InventoryFormat format = Format.named(InventoryFormat.class, name).orElseThrow();

    String hostile = written(format, Fleet.of(Inventories.with(Inventories.HOSTILE)));

    assertThat(hostile.lines().count())
        .isEqualTo(written(format, Fleet.of(Inventories.with("x"))).lines().count());
    assertThat(hostile.codePoints())
        .allMatch(c ->
            c == '\n'
                || c == '\r'
                || c >= ' ' && c != 0x7f && c != 0x9b && c != 0x202e && c != 0x2028);
  }

  private static String written(InventoryFormat format, Fleet fleet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(fleet, ReportOptions.PLAIN, out);
    return out.toString(UTF_8);
  }
}
