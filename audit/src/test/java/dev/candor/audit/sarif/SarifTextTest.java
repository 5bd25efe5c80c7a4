package dev.candor.audit.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SarifTextTest {
  @Test
  void whatAViewerActsOnIsEscaped() {
    assertThat(SarifText.of("{0} [x](1) a\\b")).isEqualTo("{{0}} \\[x\\](1) a\\\\b");
  }

  @Test
  void hashesHaveTheirIanaNames() {
    assertThat(SarifText.hashName("sha256")).isEqualTo("sha-256");
    assertThat(SarifText.hashName("sha-512")).isEqualTo("sha-512");
    assertThat(SarifText.hashName("md5")).isEqualTo("md5");
  }
}
