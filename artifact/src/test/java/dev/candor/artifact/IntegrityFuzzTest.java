package dev.candor.artifact;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class IntegrityFuzzTest {
  @FuzzTest
  void whatIsReadHasTheLengthOfItsAlgorithm(FuzzedDataProvider data) {
    Integrity.parse(data.consumeRemainingAsString())
        .ifPresent(found -> {
          int length = Integrity.digester(found.algorithm()).getDigestLength() * 2;
          if (found.accepted().stream().anyMatch(digest -> digest.hex().length() != length)) {
            throw new AssertionError(found);
          }
        });
  }
}
