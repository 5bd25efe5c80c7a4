package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.track.Histories;
import dev.candor.audit.track.History;
import org.junit.jupiter.api.Test;

class TerminalHistoryTest {
  @Test
  void tellsFirstWhenItCameAndWent() {
    assertThat(written(Histories.of("AaAPpPA"), false))
        .startsWith(
            """
            present: a covert flow in 1.0.3 to 1.0.5
              first      1.0.3 (2026-11-24 12:00 UTC); not yet in 1.0.2
              last       1.0.5 (2026-11-26 12:00 UTC)
              gone in    1.0.6 (2026-11-27 12:00 UTC)
              of         pkg:npm/%40scope/tool, 1.0.0 to 1.0.6, 7 versions
              looked     looked at 5 of 7 versions
            """);
  }

  @Test
  void theTimelineHasALineForVersionsThatAreTheSame() {
    assertThat(written(Histories.of("AaAPpPA"), false))
        .contains(
            "  1.0.0 to 1.0.2          2026-11-21 to 2026-11-23  2 of 3     absent\n",
            "  1.0.3 to 1.0.5          2026-11-24 to 2026-11-26  2 of 3     present",
            "  1.0.6                   2026-11-27                1 of 1     absent\n");
  }

  @Test
  void onDemandEachVersionHasALine() {
    assertThat(written(Histories.of("AaAPx"), true))
        .contains(
            "  1.0.1                   2026-11-22 12:00 UTC      no         absent\n",
            "  1.0.4                   2026-11-25 12:00 UTC      no         not looked at\n");
  }

  @Test
  void eachBorderTellsWhatAppearedAndVanished() {
    assertThat(written(Histories.of("APA"), false))
        .contains("\n1.0.0 to 1.0.1\n", "  - appeared: hidden table table-hosts (")
        .contains("\n1.0.1 to 1.0.2\n", "  - vanished: hidden table table-hosts (");
  }

  @Test
  void gapsFailuresAndNotesAreTold() {
    assertThat(written(Histories.of("A-!uA"), false))
        .contains(
            "Versions that are not there\n  - never published: 1.0.1\n  - taken back: 1.0.3 of",
            "Could not be looked at\n  - 1.0.2: it is not there (404).\n");
  }

  @Test
  void nothingFromAnArtifactReachesTheTerminalAsItIs() {
    String text = written(Histories.withStrings(Reports.HOSTILE), true);

    assertThat(text.codePoints())
        .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e || c == 0x2028));
    assertThat(text).contains("\\u{1B}[31m");
  }

  private static String written(History history, boolean all) {
    return Reports.written(
        new TerminalHistory(), history, new ReportOptions(all, ReportOptions.PLAIN.width(), false));
  }
}
