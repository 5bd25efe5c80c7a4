package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import dev.candor.audit.compare.SideBySide;
import dev.candor.audit.compare.Sides;
import dev.candor.core.Form;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TerminalSideBySideTest {
  private final Sides older = Sides.tool("tool", "1.0", Verdict.CANDID);
  private final Sides newer = Sides.tool("tool", "2.0", Verdict.COVERT);

  @Test
  void whatIsCovertComesFirstAndWhatIsAlikeIsOneLine() {
    older.prompt("hostname", "wrenfield").prompt("username", "quillon");
    newer.prompt("hostname", "wrenfield").prompt("username", "quillon");
    newer.signal(Form.LOOKALIKE, "timezone", "");

    assertThat(text(Sides.of(older, newer), 80, false))
        .isEqualTo(
            """
            covert: the traffic of 1 of 2 tools depends on the environment in a way that a
            reader does not notice
            tool@1.0 and tool@2.0: the receipts are the same
              in         pkg:npm/%40scope/tool@1.0
              in         pkg:npm/%40scope/tool@2.0

                        tool                               tool
                        1.0                                2.0
              verdict   candid                             covert
              trials    60                                 60
            Signals that a reader does not notice
              timezone  —                                  lookalike, 1.0 bits: POST
                                                           /v1/messages, body
                                                           /messages/0/content; not with ci
                                                           github

            Told alike by all: hostname, username to the endpoint. --all shows where.
            —: looked for and not seen.
            """);
  }

  @Test
  void eachDifferenceOfVersionsIsNamedWithItsPlace() {
    older.prompt("hostname", "wrenfield");
    newer
        .tried("proxy", "http://p.example.test:1")
        .told("proxy", "p.example.test", "a.example.test", "GET /", "header Via", "plain")
        .body("a.example.test", "POST /blob", "binary data");

    assertThat(text(Sides.of(older, newer), 120, false))
        .contains(
            "tool@1.0 and tool@2.0: the receipts differ in 2 places; 1 place was not tried with both",
            """

            Seen of tool@1.0, not of tool@2.0
              - hostname to the endpoint in POST /v1/messages, body /system/*/text, plain

            Seen of tool@2.0, not of tool@1.0
              - a body to a.example.test in POST /blob that nobody can read: binary data

            Seen of tool@2.0, not tried of tool@1.0
              - proxy to a.example.test in GET /, header via, plain, "p.example.test" only
            """,
            "not tried: no trial could have shown it.");
  }

  @Test
  void withAllWhatIsAlikeIsShownToo() {
    older.prompt("hostname", "wrenfield");
    newer.prompt("hostname", "wrenfield");

    assertThat(text(Sides.of(older, newer), 80, true))
        .contains(
            "  hostname  system prompt                      system prompt\n",
            "prompt\n\nWhere it is told\n  - hostname to the endpoint in POST /v1/messages",
            "(tool@1.0, tool@2.0)\n")
        .doesNotContain("Told alike", "not seen");
  }

  @Test
  void ofAnInconclusiveToolTheSentenceSaysSo() {
    Sides stopped = Sides.tool("tool", "3.0", Verdict.INCONCLUSIVE);

    assertThat(text(Sides.of(older, stopped), 80, false))
        .startsWith("inconclusive: what was seen of 1 of 2 tools does not show what it does\n")
        .contains("tool@1.0 and tool@3.0: the receipts are the same, as far as was seen\n");
  }

  @Test
  void valuesThatMayStandThereAnywayAreMarkedAndExplained() {
    older.tried("git-branch", "main").prompt("git-branch", "main");
    newer.tried("git-branch", "main");

    assertThat(text(Sides.of(older, newer), 80, false))
        .contains(
            "  git-branch  system prompt (\"main\" only)       —\n",
            "(\"…\" only): not what most trials had");
  }

  @Test
  void toolsThatDoNotFitStandBelowInEqualBlocks() {
    Sides[] four =
        IntStream.range(0, 4)
            .mapToObj(i -> Sides.tool("tool" + i, "1", Verdict.CANDID))
            .toArray(Sides[]::new);
    four[0].prompt("hostname", "wrenfield");

    assertThat(text(Sides.of(four), 80, false))
        .contains(
            """
                        tool0                              tool1
                        1                                  1
              verdict   candid                             candid
            """,
            """
                        tool2                              tool3
                        1                                  1
            """);
  }

  @Test
  void theSameVersionTwiceIsNumbered() {
    assertThat(text(Sides.of(older, older), 80, false))
        .contains("tool@1.0 and tool@1.0 (2): the receipts are the same\n");
  }

  @Test
  void hostileTextIsInert() {
    assertThat(text(Sides.withStrings(Reports.HOSTILE), 80, true).codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        .noneMatch(c -> c == 0x2028);
  }

  @Property(tries = 100)
  void noLineIsWiderThanTheTerminal(
      @ForAll String text, @ForAll @IntRange(min = 40, max = 200) int width) {
    assertThat(text(Sides.withStrings(text), width, true).lines())
        .allSatisfy(line -> assertThat(Cells.of(line)).isLessThanOrEqualTo(width));
  }

  private static String text(SideBySide all, int width, boolean everything) {
    return Reports.written(
        new TerminalSideBySide(), all, new ReportOptions(everything, width, false));
  }
}
