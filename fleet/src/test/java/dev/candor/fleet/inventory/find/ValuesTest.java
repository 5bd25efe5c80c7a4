package dev.candor.fleet.inventory.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  @Test
  void jsonMayHaveCommentsAndACommaTooMany() throws IOException {
    assertThat(
            of(
                "a.json",
                "{// x\n\"a\": {\"b\": \"1\", \"n\": 7}, /* */ \"c.d\": [\"2\", {\"e\": \"3\"},],}"))
        .isEqualTo(Map.of("a.b", "1", "c.d.0", "2", "c.d.1.e", "3"));
  }

  @Test
  void yamlHasTheSameKeys() throws IOException {
    assertThat(of("a.yml", "models:\n  - name: x\n    apiBase: https://h\n"))
        .isEqualTo(Map.of("models.0.name", "x", "models.0.apiBase", "https://h"));
  }

  /** By toml.io, 1.0. */
  @Test
  void tomlHasTablesAndTexts() throws IOException {
    assertThat(
            of(
                "a.toml",
                """
                top = "1" # said
                n = 3
                [a."b"]
                c = 'x#y'
                long = \"""
                [d]
                e = "not this"
                \"""
                [[list]]
                f.g = "2"
                """))
        .isEqualTo(Map.of("top", "1", "a.b.c", "x#y", "list.f.g", "2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export A_URL=https://h/x   | https://h/x",
        "  export A_URL=\"a b\"; B=2 | a b",
        "A_URL='c'                  | c",
        "declare -x A_URL=d         | d",
        "set -gx A_URL e            | e",
        "A_URL=f # said             | f"
      })
  void shellsSetVariables(String line, String value) throws IOException {
    assertThat(of(".bashrc", line)).containsEntry("A_URL", value);
  }

  @ParameterizedTest
  @CsvSource({"# export A_URL=x", "echo A_URL=x", "A_URL x", "unset A_URL", "xA_URL=1"})
  void othersDoNot(String line) throws IOException {
    assertThat(of(".bashrc", line)).doesNotContainKey("A_URL");
  }

  /** Whatever a file holds, it is read or refused, and is not larger for it. */
  @FuzzTest
  void anyFileIsReadOrRefused(FuzzedDataProvider data) {
    String name = data.pickValue(new String[] {"a.json", "a.yaml", "a.toml", ".bashrc"});
    byte[] content = data.consumeRemainingAsBytes();
    try {
      Map<String, String> values = Values.of(name, content);
      assertThat(values.size()).isLessThanOrEqualTo(content.length);
    } catch (IOException e) {
      assertThat(e.getMessage()).endsWith("not read");
    }
  }

  private static Map<String, String> of(String name, String text) throws IOException {
    return Values.of(name, text.getBytes(UTF_8));
  }
}
