package dev.candor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

class VersionDocumentFuzzTest {
  /** Whatever the bytes are, they are refused, or a range and its gaps can be told. */
  @FuzzTest
  void anyAnswerIsReadOrRefused(byte[] json) {
    List<PublishedVersion> versions;
    try {
      versions = VersionDocument.read(new ByteArrayInputStream(json));
    } catch (JacksonException | InputException e) {
      return;
    }
    PublishedVersions all = new PublishedVersions("tool", "", Instant.EPOCH, versions);
    all.gaps();
    assertThat(all.within(Optional.empty(), Optional.empty(), true)).isEqualTo(all);
  }
}
