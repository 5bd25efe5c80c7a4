package dev.candor.audit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.candor.audit.Engine;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.terminal.TerminalSideBySide;
import dev.candor.core.InputException;
import java.io.ByteArrayInputStream;
import java.util.List;

class ReportFileFuzzTest {
  /** Whatever the bytes are, they are refused with a reason, or can be compared and shown. */
  @FuzzTest
  void anyFileIsReadOrRefused(byte[] report) {
    Column column;
    try {
      column = ReportFile.parse("r.json", new ByteArrayInputStream(report));
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("r.json");
      return;
    }
    SideBySide all =
        SideBySide.of(List.of(column, column), List.of(), new Engine("1.0", "25"), Reports.NOON);
    assertThat(all.versions()).allMatch(Versions::isSame);
    assertThat(Reports.written(new TerminalSideBySide(), all, ReportOptions.PLAIN).codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c));
  }
}
