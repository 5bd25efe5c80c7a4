package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The containment of the VERS specification, worked by hand. */
class VersionRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "vers:npm/1.2.3; 1.2.3; true",
        "vers:npm/1.2.3; 1.2.4; false",
        "vers:npm/=1.2.3; 1.2.3; true",
        "vers:npm/>=1.0.0|<2.0.0; 1.0.0; true",
        "vers:npm/>=1.0.0|<2.0.0; 1.9.9; true",
        "vers:npm/>=1.0.0|<2.0.0; 2.0.0; false",
        "vers:npm/>=1.0.0|<2.0.0; 0.9.0; false",
        "vers:npm/>1.0.0; 1.0.0; false",
        "vers:npm/>1.0.0; 1.0.1; true",
        "vers:npm/<=1.0.0; 1.0.0; true",
        "vers:npm/<=1.0.0; 0.1.0; true",
        "vers:npm/<1.0.0|>=2.0.0; 1.5.0; false",
        "vers:npm/<1.0.0|>=2.0.0; 3.0.0; true",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0; 2.5.0; true",
        "vers:npm/<1.0.0|>=2.0.0|<3.0.0; 3.0.0; false",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0; 1.5.0; false",
        "vers:npm/>=1.0.0|!=1.5.0|<2.0.0; 1.5.1; true",
        "vers:npm/1.0.0|>=2.0.0|<3.0.0; 1.0.0; true",
        "vers:npm/>=2.0.0|1.0.0; 1.0.1; false",
        "vers:npm/>=1.0.0; 1.0.0-rc.1; false",
        "vers:npm/>=1.0.0; 10.0.0; true",
        "vers:npm/<2.0.0|>=1.0.0; 1.1.0; true",
        "vers:npm/*; 0.0.1; true",
        "vers:npm/>=1.0.0; latest; false",
      })
  void saysWhetherAVersionIsInIt(String range, String version, boolean isIn) {
    assertThat(new VersionRange(range).contains(version)).isEqualTo(isIn);
  }

  @Test
  void aListIsOneOfSingleVersions() {
    VersionRange range = VersionRange.of("npm", List.of("1.0.0", "1.0.2"));

    assertThat(range).hasToString("vers:npm/1.0.0|1.0.2");
    assertThat(range.type()).isEqualTo("npm");
    assertThat(range.contains("1.0.2")).isTrue();
    assertThat(range.contains("1.0.1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.0.0",
        "vers:npm/",
        "vers:npm",
        "vers:NPM/1.0.0",
        "vers:npm/>=1.0.0|",
        "vers:npm/>=1",
        "vers:npm/~1.0.0",
        "vers:npm/>=1.0.0|*",
        "vers:npm/1.0.0|>1.0.0",
        "vers:npm/1.0.0 ",
        "vers:npm/>=1.0.0|>2.0.0",
        "vers:npm/<1.0.0|<=2.0.0",
      })
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> new VersionRange(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesMoreVersionsThanAnyListHas() {
    List<String> many = IntStream.range(0, 1_001).mapToObj(i -> "1.0." + i).toList();

    assertThatThrownBy(() -> VersionRange.of("npm", many)).hasMessageContaining("more than 1000");
  }
}
