package dev.candor.policy.vers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of the VERS specification and its published tests, and cases worked by hand. */
class VersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // vers-spec, tests/pypi_range_containment_test.json and npm_range_containment_test.json
        "vers:npm/*; 1.0.0; IN",
        "vers:pypi/<=1.3.0|3.0.0; 1.0.0; IN",
        "vers:pypi/>0.0.2; 0.0.3; IN",
        "vers:pypi/<0.0.2; 0.0.0.1; IN",
        "vers:pypi/>=1.0.0|<=2.0.0; 1.5; IN",
        "vers:pypi/2.0.3|>=3.0.0; 2.0.3; IN",
        "vers:pypi/>=1.0.0|<=2.0.0; 2.0.3; OUT",
        "vers:pypi/>=1.0.0|<=2.0.0; 0.0.9; OUT",
        "vers:pypi/!=2.0.3|>=3.0.0; 2.0.3; OUT",
        "vers:pypi/<=1.0.0|>=2.0.0; 1.5; OUT",
        "vers:pypi/0.0.1|0.0.2|0.0.3|0.0.4|0.0.5|0.0.6|>=3.0.0; 2.0.3; OUT",
        // Examples 1 and 2 of clause 5.1
        "vers:npm/1.2.3|>=2.0.0|<5.0.0; 1.2.3; IN",
        "vers:npm/1.2.3|>=2.0.0|<5.0.0; 1.9.9; OUT",
        "vers:npm/1.2.3|>=2.0.0|<5.0.0; 4.99.0; IN",
        "vers:gem/>=2.2.0|!=2.2.1|<2.3.0; 2.2.1; OUT",
        "vers:gem/>=2.2.0|!=2.2.1|<2.3.0; 2.2.2; IN",
        // By hand
        "vers:npm/=1.2.3; 1.2.3; IN",
        "vers:npm/1.2.3; 1.2.3+build.7; IN",
        "vers:npm/!=1.2.3; 1.2.3; OUT",
        "vers:npm/!=1.2.3; 1.2.4; IN",
        "vers:npm/!=1.2.3|2.0.0; 1.2.4; OUT",
        "vers:npm/<1.0.0|1.5.0|>2.0.0; 1.5.0; IN",
        "vers:npm/<1.0.0|1.5.0|>2.0.0; 1.4.9; OUT",
        "vers:npm/<1.0.0|1.5.0|>2.0.0; 2.0.1; IN",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>=4.0.0; 3.5.0; OUT",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0|>=4.0.0; 2.5.0; IN",
        "vers:deb/>=1:0; 9.9-1; OUT",
        "vers:deb/>=1:0; 1:0.1-1; IN",
        "vers:golang/>=1.9|<1.10; 1.9.3; IN",
      })
  void saysWhetherAVersionIsInIt(String range, String version, Containment expected) {
    assertThat(Vers.parse(range).contains(version)).isEqualTo(expected);
  }

  /** The range of the mechanism that DESIGN tells of; npm's own ranges would leave out betas. */
  @ParameterizedTest
  @CsvSource({
    "2.1.90, OUT",
    "2.1.91-beta.1, OUT",
    "2.1.91, IN",
    "2.1.112, IN",
    "2.1.197, IN",
    "2.1.198-beta.1, IN",
    "2.1.198, OUT",
    "2.2.0, OUT",
  })
  void ordersPreReleasesPlainly(String version, Containment expected) {
    assertThat(Vers.parse("npm", ">=2.1.91|<2.1.198").contains(version)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "npm, latest",
    "npm, 2.1",
    "npm, v2.1.91",
    "pypi, 1.0-SNAPSHOT",
    "deb, alpha",
    "generic, unknown",
    "npm, ''",
  })
  void aVersionThatCannotBeReadIsNeitherInNorOut(String type, String version) {
    assertThat(Vers.parse(type, ">=1.0.0|<2.0.0").contains(version))
        .isEqualTo(Containment.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "", "1.0.0"})
  void allVersionsAreAllWhateverTheyAre(String version) {
    assertThat(Vers.parse("vers:npm/*").contains(version)).isEqualTo(Containment.IN);
  }

  @Test
  void theTypeMayBeLeftOut() {
    assertThat(Vers.parse("pypi", ">=1.0|<2.0")).isEqualTo(Vers.parse("vers:pypi/>=1.0|<2.0"));
    assertThat(Vers.parse("pypi", "vers:npm/*").type()).isEqualTo("npm");
  }

  @ParameterizedTest
  @CsvSource({
    "vers:npm/>=1.0.0|<2.0.0, vers:npm/>=1.0.0|<2.0.0",
    "vers:npm/=1.0.0, vers:npm/1.0.0",
    "vers:test/1.0%252F0, vers:test/1.0%252F0",
    "vers:test/1%2a2, vers:test/1%2A2",
    "vers:npm/*, vers:npm/*",
  })
  void writesItselfInCanonicalForm(String text, String canonical) {
    assertThat(Vers.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // vers-spec, tests/vers_canonical_parse_test.json
        "'vers:npm/>=1.0.0| <2.0.0'; holds a space",
        "vers:npm/|>=1.0.0|<2.0.0; nothing before, behind or between its pipes",
        "vers:npm/>=1.0.0|<2.0.0|; nothing before, behind or between its pipes",
        "vers:npm/>=1.0.0||<2.0.0; nothing before, behind or between its pipes",
        "vers:npm/>=2.0.0|<1.0.0; is not sorted by version: \"1.0.0\" stands before \"2.0.0\"",
        "vers:npm/1.0%2G0; has a % that no two hexadecimal digits follow",
        // Clause 5.4
        "vers:npm/1.0.0|>1.0.0; names the version \"1.0.0\" twice",
        "vers:pypi/1.0|>1.0.0; names the version \"1.0.0\" twice",
        "vers:npm/>=1.0.0|>2.0.0; says with \">2.0.0\" what the bound beside it",
        "vers:npm/<1.0.0|<=2.0.0; says with \"<=2.0.0\" what the bound beside it",
        "vers:npm/1.0.0|<2.0.0; says with \"<2.0.0\" what the bound beside it",
        "vers:npm/>=1.0.0|1.5.0|<2.0.0; says with \"1.5.0\" what the bound beside it",
        "vers:npm/*|1.0.0; has a * beside something else",
        "vers:npm/>=1.0.0|*; has a * beside something else",
        "vers:invalid/1.0.0; of the type \"invalid\"",
        "vers:NPM/1.0.0; is no range as",
        "vers:npm/; nothing before, behind",
        "vers:npm; is no range as",
        "npm/1.0.0; is no range as",
        "vers:npm/~1.0.0; holds \"~1.0.0\", which is no version with a sign",
        "vers:npm/^1.0.0; holds \"^1.0.0\", which is no version with a sign",
        "vers:npm/>=1; which is no version with a sign",
        "vers:npm/>=; which is no version with a sign",
        "vers:npm/=>1.0.0; has a \">\" within a version",
      })
  void refusesWhatIsNoRange(String text, String message) {
    assertThatThrownBy(() -> Vers.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void lengthAndConstraintsAreBounded() {
    String many =
        IntStream.range(0, 1_001).mapToObj(i -> "1.0." + i).collect(Collectors.joining("|"));

    assertThatThrownBy(() -> Vers.parse("vers:npm/" + many))
        .hasMessage("has more than 1000 constraints");
    assertThatThrownBy(() -> Vers.parse("vers:npm/1.0.0" + "0".repeat(20_000)))
        .hasMessageContaining("longer than 20000 characters");
  }
}
