package dev.candor.policy.vers;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class VersFuzzTest {
  /** Whatever the text is, it is refused, or a range whose canonical form is the same range. */
  @FuzzTest
  void anyTextIsReadOrRefused(FuzzedDataProvider data) {
    String version = data.consumeAsciiString(40);
    String type = data.pickValue(new String[] {"npm", "pypi", "deb", "generic"});
    Vers range;
    try {
      range = Vers.parse(type, data.consumeRemainingAsString());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s)(is|has|holds|names|says) .+");
      return;
    }
    Vers again = Vers.parse(range.toString());
    assertThat(again).isEqualTo(range);
    assertThat(again.contains(version)).isEqualTo(range.contains(version));
  }
}
