package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.core.Encoder;
import dev.candor.core.Form;
import dev.candor.core.Location;
import dev.candor.core.StaticFindings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncoderSectionTest {
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);

  @Test
  void manyEncodersWithoutFlowAreCounted() {
    List<Encoder> encoders =
        IntStream.range(0, 14)
            .mapToObj(i ->
                new Encoder(
                    Form.WORDING,
                    IntStream.range(0, 8).mapToObj(j -> "word-" + i + "-" + j).toList(),
                    List.of("ci"),
                    new Location("m", i, i + 1)))
            .toList();
    StaticFindings found =
        new StaticFindings(
            List.of(), List.of(), List.of(), List.of(), encoders, List.of(), List.of());

    assertThat(text(Reports.of(found), ReportOptions.PLAIN))
        .contains("\"word-11-5\"", "… and 2 more", "depends on ci", "… 2 more; --all shows them")
        .doesNotContain("word-11-6", "word-12-0");
    assertThat(text(Reports.of(found), ALL)).contains("word-13-7").doesNotContain("more");
  }

  private static String text(Report report, ReportOptions options) {
    return Reports.written(new TerminalFormat(), report, options);
  }
}
