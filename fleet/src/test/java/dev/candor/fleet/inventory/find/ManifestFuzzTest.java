package dev.candor.fleet.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;

class ManifestFuzzTest {
  /** Whatever the bytes are, they are refused, or tell short texts. */
  @FuzzTest
  void anyFileIsReadOrRefused(byte[] content) {
    try {
      Manifest manifest = Manifest.parse(content);
      assertThat(manifest.name().orElse("")).hasSizeLessThanOrEqualTo(256);
    } catch (IOException e) {
      assertThat(e).hasMessage("no JSON, not read");
    }
  }
}
