package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.core.Comparison;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeSectionTest {
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);

  @Test
  void probesStandByFactorWithWhatTheyAreComparedWith() {
    assertThat(text(Marked.report(), ReportOptions.PLAIN))
        .contains(
            """
            Probes: what it reads of its environment
              endpoint   process.env.TOOL_BASE_URL (2 places)
                           equal or dot-suffix table-hosts (147 entries)
                           substring table-words (11 entries)
                           suffix ".vendor.test"
              timezone   Intl.DateTimeFormat().resolvedOptions().timeZone (1 place)
                           equal "Asia/Shanghai", "Asia/Urumqi"
              ci         process.env.CI (1 place)
              editor     process.env.EDITOR (1 place)
            """);
  }

  @Test
  void probesThatReadTheSameAreJoinedUntilAllIsAskedFor() {
    StaticFindings found =
        new StaticFindings(
            List.of(),
            List.of(),
            List.of(),
            List.of(probe(1, "1", "2", "3", "4", "5", "6", "7"), probe(9, "8")),
            List.of(),
            List.of(),
            List.of());

    assertThat(text(Reports.of(found), ReportOptions.PLAIN))
        .contains(
            """
              git-identity process.env.GIT_AUTHOR_NAME (2 places)
                             equal "1", "2", "3", "4", "5", "6" and 2 more
            """);
    assertThat(text(Reports.of(found), ALL))
        .contains(
            """
              git-identity process.env.GIT_AUTHOR_NAME (1 place)
                             equal "1", "2", "3", "4", "5", "6", "7"
                             at m:1-2
                           process.env.GIT_AUTHOR_NAME (1 place)
                             equal "8"
                             at m:9-10
            """);
  }

  private static Probe probe(long start, String... values) {
    Location at = new Location("m", start, start + 1);
    return new Probe(
        "git-identity",
        "process.env.GIT_AUTHOR_NAME",
        List.of(new Comparison(Match.EQUAL, List.of(values), Optional.empty(), at)),
        List.of(at));
  }

  private static String text(Report report, ReportOptions options) {
    return Reports.written(new TerminalFormat(), report, options);
  }
}
