package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String WIPE = "\r\u001b[K";

  @Test
  void nothingIsWrittenWhereNobodyReads() {
    Screen screen = Screen.piped();
    try (ProgressLine line = new ProgressLine(screen.console())) {
      line.stage("download");
      line.bytes(1, OptionalLong.of(2));
    }
    assertThat(screen.err()).isEmpty();
  }

  @Test
  void aStageIsShownWithItsShareAndWipedAtTheEnd() {
    Screen screen = Screen.terminal(Map.of());
    try (ProgressLine line = new ProgressLine(screen.console())) {
      line.stage("download");
      line.bytes(25_000_000, OptionalLong.of(100_000_000));
    }
    assertThat(screen.err())
        .isEqualTo(WIPE + "download" + WIPE + "download  25 % of 100.0 MB" + WIPE);
  }

  @Test
  void anUnknownTotalIsCounted() {
    Screen screen = Screen.terminal(Map.of());
    try (ProgressLine line = new ProgressLine(screen.console())) {
      line.stage("scan");
      line.bytes(1_500_000, OptionalLong.empty());
    }
    assertThat(screen.err()).contains("scan  1.5 MB");
  }

  @Test
  void hostileNamesAreInertAndShort() {
    Screen screen = Screen.terminal(Map.of());
    try (ProgressLine line = new ProgressLine(screen.console())) {
      line.stage("\u001b[2J\n" + "x".repeat(500));
    }
    assertThat(screen.err().replace(WIPE, "")).doesNotContain("\u001b", "\n").hasSizeLessThan(60);
  }
}
