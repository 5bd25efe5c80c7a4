package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.difference.Difference;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.StaticFindings;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TerminalDifferenceTest {
  private static final int SCREEN = 24;
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);

  @Test
  void theFirstScreenNamesTheMechanismAndNothingElse() {
    List<String> screen =
        text(Difference.between(Marked.before(), Marked.report()), ReportOptions.PLAIN)
            .lines()
            .limit(SCREEN)
            .toList();

    assertThat(screen.getFirst()).startsWith("appeared: a covert flow; ");
    assertThat(String.join("\n", screen))
        .contains(
            "depends on endpoint (lookalike), timezone (format)",
            "U+0027 APOSTROPHE",
            "U+2019 RIGHT SINGLE QUOTATION MARK",
            "U+02BC MODIFIER LETTER APOSTROPHE",
            "U+02B9 MODIFIER LETTER PRIME",
            "U+002F SOLIDUS",
            "equal or dot-suffix table-hosts (147 entries)",
            "substring table-words (11 entries)",
            "equal \"Asia/Shanghai\", \"Asia/Urumqi\"",
            "gated by   cloud",
            "confidence followed: ")
        .doesNotContain("editor", "process.env.CI");
  }

  @Test
  void afterTheFlowComeTablesThenEncodersThenProbesThenTheRest() {
    assertThat(text(Difference.between(Marked.before(), Marked.report()), ReportOptions.PLAIN))
        .containsSubsequence(
            "appeared  covert flow  flow-",
            "appeared  hidden table  table-hosts",
            "appeared  hidden table  table-words",
            "Appeared with it\n",
            "- encoder lookalike: ",
            "- encoder format: ",
            "- probe timezone: ",
            "Changed with it\n",
            "- probe endpoint: ",
            "Appeared otherwise\n",
            "- probe editor: process.env.EDITOR");
  }

  @Test
  void aChangeTellsWhatIsNew() {
    assertThat(text(Difference.between(Marked.before(), Marked.report()), ALL))
        .contains(
            """
              - probe endpoint: process.env.TOOL_BASE_URL; new: equal or dot-suffix
                table-hosts (147 entries), substring table-words (11 entries)
            """);
  }

  @Test
  void aChangedTableTellsWhichEntries() {
    List<String> hosts = Reports.hosts(12);
    Difference difference =
        Difference.between(
            Reports.withTables(Reports.table("table-1", hosts.subList(0, 10), "m")),
            Reports.withTables(Reports.table("table-2", hosts.subList(1, 12), "m")));

    assertThat(text(difference, ReportOptions.PLAIN).replaceAll("\\s+", " "))
        .contains(
            "Changed - hidden table table-1 (10 entries) became hidden table table-2 (11 entries);"
                + " added: host-11.example.test, host-12.example.test; removed:"
                + " host-1.example.test");
  }

  @Test
  void aFlowBehindAnotherGateTellsWhatItWasBefore() {
    Difference difference = Difference.between(gated("cloud"), gated("ci"));

    assertThat(text(difference, ReportOptions.PLAIN).replaceAll("\\s+", " "))
        .startsWith("changed: a covert flow; ")
        .contains("gated by ci", "before, it depended on endpoint, timezone, gated by cloud");
  }

  @Test
  void aFlowThatIsTheSameStandsAboveWhatChangedInIt() {
    Difference difference = Difference.between(without("table-words"), Marked.report());

    assertThat(text(difference, ReportOptions.PLAIN))
        .startsWith("changed in what it uses: a covert flow; ")
        .containsSubsequence(
            "unchanged  covert flow  flow-", "appeared  hidden table  table-words");
  }

  @Test
  void whatVanishedIsTold() {
    assertThat(text(Difference.between(Marked.report(), Marked.before()), ReportOptions.PLAIN))
        .startsWith("vanished: a covert flow; ")
        .containsSubsequence(
            "vanished  covert flow  flow-",
            "vanished  hidden table  table-hosts",
            "no longer: equal or dot-suffix",
            "Vanished otherwise\n",
            "- probe editor: ");
  }

  @Test
  void noDifferenceIsSaid() {
    assertThat(text(Difference.between(Reports.empty(), Reports.empty()), ReportOptions.PLAIN))
        .isEqualTo(
            """
            no difference in tables, probes, encoders and flows
              old        pkg:npm/%40scope/tool@1.2.3 sha512:0a1b
              new        pkg:npm/%40scope/tool@1.2.3 sha512:0a1b
            """);
  }

  @Test
  void whatWasNotSeenIsToldOfEachSide() {
    assertThat(text(Difference.between(Reports.full(), Reports.full()), ReportOptions.PLAIN))
        .contains(
            "Not seen in the old\n  - left out value\n",
            "Not seen in the new\n  - left out value\n");
  }

  @Test
  void longListsAreCutAndSaySo() {
    Difference difference =
        Difference.between(
            Reports.empty(),
            Reports.withTables(
                Reports.hosts(30).stream()
                    .map(host -> Reports.table("table-" + host, List.of(host), "m"))
                    .toArray(HiddenTable[]::new)));

    assertThat(text(difference, ReportOptions.PLAIN))
        .contains("Appeared\n", "host-24", "… 6 more; --all shows them")
        .doesNotContain("host-25");
    assertThat(text(difference, ALL)).contains("host-30").doesNotContain("more;");
  }

  @Test
  void coloursAreWrittenOnlyWhenAllowed() {
    Difference difference = Difference.between(Marked.before(), Marked.report());
    assertThat(text(difference, ReportOptions.PLAIN)).doesNotContain("\u001b");
    assertThat(text(difference, new ReportOptions(false, 80, true))).contains("\u001b[1;31m");
  }

  @Test
  void hostileTextIsInert() {
    for (Difference difference :
        List.of(
            Difference.between(Reports.empty(), Reports.hostile()),
            Difference.between(Reports.hostile(), Reports.full()))) {
      assertThat(text(difference, ALL).codePoints())
          .noneMatch(c -> c != '\n' && Character.isISOControl(c))
          .noneMatch(c -> Character.getType(c) == Character.FORMAT)
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
          .noneMatch(c -> c == 0x2028);
    }
  }

  @Property(tries = 100)
  void noLineIsWiderThanTheTerminal(
      @ForAll String text, @ForAll @IntRange(min = 40, max = 200) int width) {
    Difference difference = Difference.between(Reports.full(), Reports.withStrings(text, text));
    assertThat(text(difference, new ReportOptions(true, width, false)).lines())
        .allSatisfy(line -> assertThat(Cells.of(line)).isLessThanOrEqualTo(width));
  }

  private static Report gated(String gate) {
    StaticFindings found = Marked.report().findings();
    Flow flow = found.flows().getFirst();
    return with(
        found.tables(),
        List.of(
            new Flow(
                flow.factors(),
                List.of(gate),
                flow.encoders(),
                flow.steps(),
                flow.confidence(),
                flow.explained())));
  }

  private static Report without(String table) {
    StaticFindings found = Marked.report().findings();
    return with(found.tables().stream().filter(t -> !t.id().equals(table)).toList(), found.flows());
  }

  private static Report with(List<HiddenTable> tables, List<Flow> flows) {
    StaticFindings found = Marked.report().findings();
    return Reports.of(
        new StaticFindings(
            tables,
            found.unreadable(),
            found.rest(),
            found.probes(),
            found.encoders(),
            flows,
            found.notSeen()));
  }

  private static String text(Difference difference, ReportOptions options) {
    return Reports.written(new TerminalDifference(), difference, options);
  }
}
