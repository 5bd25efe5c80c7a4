package dev.candor.fleet.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import dev.candor.fleet.inventory.catalogue.Tool.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolFileTest {
  static final String SMALL =
      """
      tool: small
      title: Small
      vendor: Nobody
      package: pkg:npm/small-cli
      npm: [small-cli]
      extensions: [nobody.small]
      executables:
        - container: bun
          holds: ["small-cli-marker"]
          version: {behind: "small-cli-marker", pattern: "v([0-9.]+)"}
      digests:
        - {sha256: "%s", bytes: 5000000, version: 1.0.0}
      programs: [small]
      files:
        - path: .small/config.json
          endpoint: [base.*]
      variables:
        proxy: [SMALL_PROXY]
      """
          .formatted("0f".repeat(32));

  @Test
  void readsEachKey() {
    Tool tool = ToolFile.parse("small.yaml", SMALL);

    assertThat(tool.name()).isEqualTo("small");
    assertThat(tool.npm()).containsExactly("small-cli");
    assertThat(tool.shapes().getFirst().container()).isEqualTo(Shape.Container.BUN);
    assertThat(tool.shapes().getFirst().version().orElseThrow().behind())
        .isEqualTo("small-cli-marker");
    assertThat(tool.digests().getFirst().bytes()).isEqualTo(5_000_000);
    assertThat(tool.files().getFirst().fileName()).isEqualTo("config.json");
    assertThat(tool.files().getFirst().keys()).isEqualTo(new Keys(List.of("base.*"), List.of()));
    assertThat(tool.variables()).isEqualTo(new Keys(List.of(), List.of("SMALL_PROXY")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tool: small           | tool: ../x          | small.yaml, line 1: tool is a name of lower",
        "pkg:npm/small-cli     | small-cli           | small.yaml, line 4: package is a package URL",
        "pkg:npm/small-cli     | pkg:npm/small@1     | small.yaml, line 4: package is one without",
        "'[small-cli]'         | '[Small Cli]'       | small.yaml, line 5: in npm each is",
        "'[small-cli]'         | '[a, a]'            | small.yaml, line 5: in npm each is",
        "'[nobody.small]'      | '[Nobody.small]'    | small.yaml, line 6: in extensions each is",
        "container: bun        | container: zip      | small.yaml, line 8: \"zip\" is none of",
        "small-cli-marker      | short               | small.yaml, line 8: a text that is looked for",
        "v([0-9.]+)            | v[0-9.]+            | small.yaml, line 10: pattern has one group",
        "v([0-9.]+)            | v(                  | small.yaml, line 10: pattern is no regular",
        "bytes: 5000000        | bytes: 0            | small.yaml, line 12: bytes is the size",
        ".small/config.json    | config              | small.yaml, line 15: path is the end of a path",
        "SMALL_PROXY           | A B                 | small.yaml, line 18: in proxy each is",
        "title: Small          | name: Small         | small.yaml, line 2: the key \"name\" means nothing"
      })
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) {
    String text = SMALL.replace(right, wrong);
    assertThat(text).isNotEqualTo(SMALL);

    assertThatThrownBy(() -> ToolFile.parse("small.yaml", text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }
}
