package dev.candor.artifact;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import tools.jackson.core.JacksonException;

class PackumentFuzzTest {
  @FuzzTest
  void anyAnswerIsReadOrRefused(byte[] json) {
    try {
      Packument.read(new ByteArrayInputStream(json), "1.0.0")
          .manifest()
          .map(manifest -> Manifest.read(manifest, "tool"))
          .ifPresent(manifest -> PlatformPackages.possible(manifest));
    } catch (JacksonException | InputException e) {
      // Refused, as it should be.
    }
  }
}
