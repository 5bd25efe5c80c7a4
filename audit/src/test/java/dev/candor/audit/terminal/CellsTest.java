package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected widths are those of UAX #11, East Asian Width. */
class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3", "été, 3", "漢字, 4", "ｆｕｌｌ, 8", "한글, 4", "かな, 4", "🙂, 2", "ʹ’, 2",
  })
  void countsTerminalCells(String text, int cells) {
    assertThat(Cells.of(text)).isEqualTo(cells);
  }

  @ParameterizedTest
  @CsvSource({"0301", "0489", "20DD"})
  void combiningMarksTakeNoCell(String hex) {
    assertThat(Cells.of(Integer.parseInt(hex, 16))).isZero();
  }
}
