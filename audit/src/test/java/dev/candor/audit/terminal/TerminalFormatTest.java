package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Recovery;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TerminalFormatTest {
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);

  @Test
  void leadsWithTheResult() {
    assertThat(text(Reports.empty(), ReportOptions.PLAIN))
        .startsWith("no hidden table, no covert flow\n");
    assertThat(text(Reports.withTables(Reports.table("t", List.of("x"), "m")), ReportOptions.PLAIN))
        .startsWith("1 hidden table with 1 entry, no covert flow\n");
    assertThat(text(Reports.full(), ReportOptions.PLAIN))
        .startsWith("covert: the text of a prompt or request depends on timezone in a way that");
  }

  @Test
  void sectionsStandInTheirOrder() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN))
        .containsSubsequence(
            "CANDOR-S003  covert flow",
            "explained flow",
            "CANDOR-S001  hidden table",
            "CANDOR-S002  unreadable table",
            "CANDOR-S004  encoder without a flow\n  invisible  \"\" nothing\n",
            "Probes: ",
            "Not seen",
            "Notes");
  }

  @Test
  void namesThePackageAndItsDigest() {
    assertThat(text(Reports.empty(), ReportOptions.PLAIN))
        .contains("pkg:npm/%40scope/tool@1.2.3 sha512:0a1b");
  }

  @Test
  void tellsATable() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN))
        .contains(
            """
            CANDOR-S001  hidden table  t-searched
              encoding   base64, then xor:91
              recovery   encodings and keys were tried; no code was run
              stored     package/cli.js:100-200
                         package/cli.js:500-600
              used       package/cli.js:700-702
              entries    2
                value   second
            """);
  }

  @Test
  void tellsWhichDecoderWasEvaluated() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN).replaceAll("\\s+", " "))
        .contains("the decoder at package/cli.js:1-5 was evaluated", "machine: f(value)");
  }

  @Test
  void tellsWhatCannotBeReadWhatWasNotSeenAndNotes() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN))
        .contains("CANDOR-S002  unreadable table  u-1", "Not seen\n  - left out value\n")
        .endsWith("Notes\n  - noted value\n");
  }

  @Test
  void upToTwentyFourEntriesAreAllShown() {
    Report report = Reports.withTables(Reports.table("t", Reports.hosts(24), "m"));
    assertThat(text(report, ReportOptions.PLAIN))
        .contains("host-24.example.test")
        .doesNotContain("more;");
  }

  @Test
  void longListsAreCutAndSaySo() {
    Report report = Reports.withTables(Reports.table("t", Reports.hosts(147), "m"));

    assertThat(text(report, ReportOptions.PLAIN))
        .contains("host-24.example.test", "… 123 more; --all shows them, --json FILE keeps them")
        .doesNotContain("host-25.example.test");
    assertThat(text(report, ALL)).contains("host-147.example.test").doesNotContain("more;");
  }

  @Test
  void entriesStandInColumnsRowByRow() {
    Report report = Reports.withTables(Reports.table("t", List.of("a", "b", "c", "d", "e"), "m"));
    assertThat(text(report, ReportOptions.PLAIN).lines())
        .anyMatch(line -> line.matches(" {4}a +b +c +d"))
        .anyMatch(line -> line.equals("    e"));
  }

  @Test
  void entriesThatOneWouldOverlookAreQuoted() {
    Report report = Reports.withTables(Reports.table("t", List.of("", " x", "y"), "m"));
    assertThat(text(report, ReportOptions.PLAIN)).contains("\"\"", "\" x\"");
  }

  @Test
  void manyPlacesAreCounted() {
    List<Location> places =
        IntStream.range(0, 9).mapToObj(i -> new Location("m", i * 10L, i * 10L + 5)).toList();
    HiddenTable table =
        new HiddenTable(
            "t", List.of("hex"), List.of("x"), 1, new Recovery.Searched(), places, List.of());

    assertThat(text(Reports.withTables(table), ReportOptions.PLAIN))
        .contains("m:50-55", "… and 3 more places")
        .doesNotContain("m:60-65");
    assertThat(text(Reports.withTables(table), ALL)).contains("m:80-85");
  }

  @Test
  void theRestIsCountedAndShownOnlyWhenAskedFor() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN))
        .contains("1 more string decodes to text that is no list; --all shows it.")
        .doesNotContain("t-rest");
    assertThat(text(Reports.full(), ALL)).contains("decoded, but no list  t-rest");
  }

  @Test
  void coloursAreWrittenOnlyWhenAllowed() {
    assertThat(text(Reports.full(), ReportOptions.PLAIN)).doesNotContain("\u001b");
    assertThat(text(Reports.full(), new ReportOptions(false, 80, true))).contains("\u001b[1;31m");
  }

  @Test
  void aFindingIsNoAlarmAndACovertFlowIs() {
    ReportOptions coloured = new ReportOptions(false, 80, true);
    assertThat(text(Reports.withTables(Reports.table("t", List.of("x"), "m")), coloured))
        .startsWith("\u001b[1;33m");
    assertThat(text(Reports.empty(), coloured)).startsWith("\u001b[1;32m");
  }

  @Test
  void hostileTextIsInert() {
    assertThat(text(Reports.hostile(), ALL).codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        .noneMatch(c -> c == 0x2028);
  }

  @Property(tries = 100)
  void noLineWithATextInItIsWiderEither(
      @ForAll String text, @ForAll @IntRange(min = 40, max = 200) int width) {
    Report report = Reports.withStrings(text, text);
    assertThat(text(report, new ReportOptions(true, width, false)).lines())
        .allSatisfy(line -> assertThat(Cells.of(line)).isLessThanOrEqualTo(width));
  }

  @Property(tries = 300)
  void noLineIsWiderThanTheTerminal(
      @ForAll List<String> entries, @ForAll @IntRange(min = 40, max = 200) int width) {
    Report report = Reports.withTables(Reports.table("t", entries, String.join("/", entries)));
    assertThat(text(report, new ReportOptions(true, width, false)).lines())
        .allSatisfy(line -> assertThat(Cells.of(line)).isLessThanOrEqualTo(width));
  }

  private static String text(Report report, ReportOptions options) {
    return Reports.written(new TerminalFormat(), report, options);
  }
}
