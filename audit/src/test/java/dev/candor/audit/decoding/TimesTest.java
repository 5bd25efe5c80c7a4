package dev.candor.audit.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  /** 1782875045 s after 1970 is 2026-07-01 03:04:05 UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T03:04:05Z, 2026-07-01T03:04:05Z",
    "2026-07-01T05:04:05+02:00, 2026-07-01T03:04:05Z",
    "2026-07-01T05:04:05.250+0200, 2026-07-01T03:04:05.250Z",
    "2026-07-01 03:04, 2026-07-01T03:04:00Z",
    "1782875045, 2026-07-01T03:04:05Z",
    "1782875045.5, 2026-07-01T03:04:05.500Z",
    "1782875045250, 2026-07-01T03:04:05.250Z",
    "1782875045250001, 2026-07-01T03:04:05.250001Z",
    "1782875045250001002, 2026-07-01T03:04:05.250Z"
  })
  void readsTheFormsOfLogs(String written, String time) {
    assertThat(Times.of(written)).hasValue(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-13-45T99:99:99Z",
        "today",
        "12",
        "1026-07-01T03:04:05Z",
        "9999999999999999999"
      })
  void otherTextIsNoTime(String written) {
    assertThat(Times.of(written)).isEmpty();
  }
}
