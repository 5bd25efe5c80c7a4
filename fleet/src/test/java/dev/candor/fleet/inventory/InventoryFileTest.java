package dev.candor.fleet.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryFileTest {
  private static final String ONE = Inventories.json(Inventories.with(""));

  @Test
  void readsManyInARow(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), ONE + ONE + "\n" + ONE.trim() + ONE);

    assertThat(InventoryFile.all(file)).hasSize(4).containsOnly(Inventories.with(""));
  }

  @Test
  void bracesAndQuotesInTextAreText(@TempDir Path folder) throws IOException {
    Inventory odd = Inventories.with("}{\"\\}");
    Path file = Files.writeString(folder.resolve("a"), Inventories.json(odd) + ONE);

    assertThat(InventoryFile.all(file)).containsExactly(odd, Inventories.with(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "candor/inventory/v1     | candor/report/v1   | f.json, /schema: ",
        "2026-11-21T12:00:00Z    | yesterday          | f.json, /taken: ",
        "2026-11-21T12:00:00Z    | +999999-01-01T00:00:00Z | f.json, /taken: ",
        "'\"npm\"'               | '\"fax\"'          | f.json, /installations/0/means: unknown: fax",
        "'\"opencode\"'          | '\"../x\"'         | f.json, /installations/1/tool: ",
        "'\"/opt/x\"'            | '\"opt/x\"'        | f.json, /installations/1/place: ",
        "pkg:npm/opencode-ai     | opencode-ai        | f.json, /installations/1/purl: ",
        "000000000000            | 00                 | f.json, /installations/1/sha256: ",
        "'\"endpoint\"'          | '\"model\"'        | f.json, /settings/0/purpose: ",
        "42                      | -1                 | f.json, /processes/0/pid: ",
        "'\"laptop\"'            | 7                  | f.json, /machine: ",
        "'\"notSeen\"'           | '\"machine\"'      | f.json, line ",
        "'\"notSeen\"'           | '\"unseen\"'       | f.json, /notSeen: "
      })
  void namesThePlaceThatIsWrong(String right, String wrong, String message) {
    String json = ONE.replaceFirst(Pattern.quote(right), wrong);
    assertThat(json).isNotEqualTo(ONE);

    assertThatThrownBy(() -> InventoryFile.parse("f.json", json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void saysWhichOfManyIsWrong() {
    String second = ONE.replace("\"npm\"", "\"fax\"");

    assertThatThrownBy(() -> read(ONE + second))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("f.json, inventory 2, /installations/0/means: ");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> read("machine,tool")).hasMessageStartingWith("f.json: not an inv");
    assertThatThrownBy(() -> read(" \n ")).hasMessageStartingWith("f.json holds no inventory");
    assertThatThrownBy(() -> read(ONE.substring(0, 200))).hasMessageStartingWith("f.json, line ");
  }

  @Test
  void anEndlessInventoryIsNotHeld() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '{';
          }
        };

    assertThatThrownBy(() -> InventoryFile.each("f.json", endless, inventory -> {}))
        .isInstanceOf(InputException.class)
        .hasMessage("f.json: larger than 16 MiB, which no inventory is.");
  }

  @Test
  void tooManyInstallationsAreRefused() {
    String row =
        "{\"tool\":\"a\",\"purl\":\"pkg:npm/a\",\"means\":\"npm\",\"place\":\"/\",\"evidence\":[]}";
    String json =
        ONE.replaceFirst(
            "(?s)\"installations\" : \\[.*?\\n  \\]",
            "\"installations\":[" + (row + ",").repeat(InventoryReading.MOST) + row + "]");

    assertThatThrownBy(() -> read(json)).hasMessageStartingWith("f.json, /installations: ");
  }

  private static List<Inventory> read(String json) throws IOException {
    List<Inventory> all = new ArrayList<>();
    InventoryFile.each(
        "f.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), all::add);
    return all;
  }
}
