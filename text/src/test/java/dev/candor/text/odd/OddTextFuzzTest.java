package dev.candor.text.odd;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.nio.charset.StandardCharsets;

/** Whatever the bytes: an answer or a refusal, and a canonical text that stays what it is. */
class OddTextFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void anyBytesAreExaminedOrRefused(byte[] bytes) {
    byte[] before = bytes.clone();
    TextFile file;
    try {
      file = TextFile.of(bytes, "input");
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("input is ");
      return;
    }
    Examination examination = Examination.of(file);
    String canonical = Oddities.canonical(file.text());

    assertThat(bytes).isEqualTo(before);
    assertThat(examination.findings()).hasSizeLessThanOrEqualTo(Examination.MOST);
    assertThat(Oddities.canonical(canonical)).isEqualTo(canonical);
    assertThat(canonical.equals(file.text())).isEqualTo(examination.findingsInAll() == 0);
    examination
        .findings()
        .forEach(
            place -> assertThat((int) place.offset()).isBetween(file.mark(), bytes.length - 1));
    if (file.encoding() == TextFile.Encoding.UTF_8 && file.mark() == 0) {
      assertThat(file.stored(file.text())).isEqualTo(bytes);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(file.text());
    }
  }
}
