package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
  @ParameterizedTest
  @CsvSource({"120, 120", "0, 80", "-3, 80", "wide, 80", "'', 80", "99999, 200"})
  void theWidthIsTheShells(String columns, int width) {
    assertThat(Screen.terminal(Map.of("COLUMNS", columns)).console().width()).isEqualTo(width);
  }

  @Test
  void coloursNeedATerminalAndNobodyAgainstThem() {
    assertThat(Screen.terminal(Map.of()).console().colour()).isTrue();
    assertThat(Screen.terminal(Map.of("NO_COLOR", "")).console().colour()).isTrue();
    assertThat(Screen.terminal(Map.of("NO_COLOR", "1")).console().colour()).isFalse();
    assertThat(Screen.terminal(Map.of("TERM", "dumb")).console().colour()).isFalse();
    assertThat(Screen.piped().console().colour()).isFalse();
  }
}
