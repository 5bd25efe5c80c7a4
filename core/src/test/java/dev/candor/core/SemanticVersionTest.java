package dev.candor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
  @Test
  void isOrderedAsTheStandardsExample() {
    // semver.org 2.0.0, section 11, items 2 and 4; then numbers beyond a long.
    List<SemanticVersion> ascending =
        List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "2.0.0",
                "2.1.0",
                "2.1.1",
                "99999999999999999999.0.0",
                "100000000000000000000.0.0")
            .stream()
            .map(text -> SemanticVersion.parse(text).orElseThrow())
            .toList();
    List<SemanticVersion> shuffled = new ArrayList<>(ascending);
    Collections.reverse(shuffled);
    assertThat(shuffled.stream().sorted()).isEqualTo(ascending);
  }

  @Test
  void buildMetadataDoesNotCount() {
    assertThat(SemanticVersion.parse("1.0.0+a").orElseThrow())
        .isEqualByComparingTo(SemanticVersion.parse("1.0.0+b").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1.2", "01.2.3", "v1.2.3", "1.2.3-", "1.2.3 ", "1.2.3-a..b", "latest"})
  void refusesWhatIsNone(String text) {
    assertThat(SemanticVersion.parse(text)).isEmpty();
  }
}
