package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void isAWordAndTwelveDigits() {
    assertThat(Fingerprint.of(Marked.APOSTROPHE)).matches("encoder-[0-9a-f]{12}");
    assertThat(Fingerprint.of(flow(Marked.report()))).matches("flow-[0-9a-f]{12}");
  }

  @Test
  void anEncodersIsThatOfItsFormAndAlternatives() {
    // SHA-256 of "6:format1:-1:/", which is each word with its length before it.
    assertThat(Fingerprint.of(Marked.SEPARATOR)).isEqualTo("encoder-ce07a2dc7781");
  }

  @Test
  void isTheSameInAnotherBuildOfTheSource() {
    assertThat(Fingerprint.of(flow(Marked.rebuilt())))
        .isEqualTo(Fingerprint.of(flow(Marked.report())));
  }

  @Test
  void alternativesThatJoinToTheSameTextAreNotTheSame() {
    assertThat(Fingerprint.of(encoder("ab", "c"))).isNotEqualTo(Fingerprint.of(encoder("a", "bc")));
    assertThat(Fingerprint.of(encoder("a", ""))).isNotEqualTo(Fingerprint.of(encoder("a")));
  }

  private static Flow flow(Report report) {
    return report.findings().flows().getFirst();
  }

  private static Encoder encoder(String... alternatives) {
    return new Encoder(
        Form.WORDING, List.of(alternatives), List.of(), new Location("package/cli.js", 0, 1));
  }
}
