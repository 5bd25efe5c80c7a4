package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpmrcTest {
  private static final Map<String, String> VARIABLES = Map.of("TOKEN", "t0k3n", "EMPTY", "");

  private static Map<String, List<String>> parse(String text) {
    return Npmrc.parse(text, VARIABLES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          registry=http://example.test/        | registry | http://example.test/
          ` registry = http://example.test/  ` | registry | http://example.test/
          key=a=b                              | key      | a=b
          flag                                 | flag     | true
          key="quoted ; text"                  | key      | quoted ; text
          key='single # text'                  | key      | single # text
          key=value ; comment                  | key      | value
          key=value # comment                  | key      | value
          key=a\\;b\\#c                        | key      | a;b#c
          key=${TOKEN}                         | key      | t0k3n
          key=x${TOKEN}y${TOKEN}               | key      | xt0k3nyt0k3n
          key="${TOKEN}"                       | key      | t0k3n
          key=${MISSING}                       | key      | ${MISSING}
          key=x${MISSING?}y                    | key      | xy
          key='\\${TOKEN}'                     | key      | ${TOKEN}
          ${TOKEN}=v                           | t0k3n    | v
          @scope:registry=http://example.test/ | @scope:registry | http://example.test/
          //example.test/npm/:_authToken=${TOKEN} | //example.test/npm/:_authToken | t0k3n
          """)
  void readsALine(String line, String key, String value) {
    assertThat(parse(line)).isEqualTo(Map.of(key, List.of(value)));
  }

  @ParameterizedTest
  @CsvSource({"''", "; registry=x", "# registry=x", "'   '", "[section]"})
  void skipsWhatIsNoSetting(String line) {
    assertThat(parse(line)).isEmpty();
  }

  @Test
  void anEmptyValueIsEmpty() {
    assertThat(parse("key=\nother=${EMPTY}"))
        .isEqualTo(Map.of("key", List.of(""), "other", List.of("")));
  }

  @Test
  void theLastLineWinsAndListsGrow() {
    assertThat(parse("a=1\r\na=2\nca[]=x\nca[]=y"))
        .isEqualTo(Map.of("a", List.of("2"), "ca", List.of("x", "y")));
  }

  @Test
  void lineBreaksInQuotesAreWrittenAsEscapes() {
    assertThat(parse("ca=\"one\\ntwo\"")).isEqualTo(Map.of("ca", List.of("one\ntwo")));
  }

  @Test
  void whatFollowsASectionIsNoSettingOfNpm() {
    assertThat(parse("a=1\n[other]\nb=2")).isEqualTo(Map.of("a", List.of("1")));
  }

  @Property
  void plainKeysAndValuesComeBack(
      @ForAll @AlphaChars @NotEmpty String key, @ForAll @AlphaChars String value) {
    assertThat(parse(key + "=" + value)).isEqualTo(Map.of(key, List.of(value)));
  }
}
