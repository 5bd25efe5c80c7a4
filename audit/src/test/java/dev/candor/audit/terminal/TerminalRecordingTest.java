package dev.candor.audit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.recording.ModelText;
import dev.candor.audit.recording.RecordedRun;
import dev.candor.audit.recording.Runs;
import dev.candor.lab.receipt.Fact;
import dev.candor.lab.receipt.Receipt;
import dev.candor.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TerminalRecordingTest {
  private static final ReportOptions ALL = new ReportOptions(true, 80, false);
  private static final Fact HOST = new Fact("hostname", "wrenfield-4c1d");

  @Test
  void leadsWithWhatWasSentAndWhyItDoesNotShowTheTool() {
    assertThat(text(Runs.silent(), ReportOptions.PLAIN))
        .startsWith("inconclusive: tool sent nothing in a closed room\nIt sent nothing.\n")
        .contains("  end        status 0 after 2.3 s, at most 100 MiB in 7 threads\n")
        .doesNotContain("What it told whom", "Requests");
    assertThat(text(Runs.telling(exchanges(1), List.of()), ReportOptions.PLAIN))
        .startsWith("tool sent 1 request to 1 host in a closed room\n");
    assertThat(text(Runs.telling(exchanges(3), List.of()), ReportOptions.PLAIN))
        .startsWith("tool sent 3 requests to 1 host in a closed room\n");
  }

  @Test
  void sectionsStandInTheirOrder() {
    assertThat(text(Runs.withStrings("\u02bc"), ReportOptions.PLAIN))
        .containsSubsequence(
            "inconclusive: ",
            "What it told whom about this environment",
            "Requests",
            "Names it asked for without sending a request",
            "Characters that read as others",
            "It wrote\n",
            "It wrote to standard error",
            "Not seen",
            "Notes");
  }

  @Test
  void nothingFromAToolActsOnTheTerminal() {
    for (ReportOptions options : List.of(ReportOptions.PLAIN, ALL)) {
      assertThat(text(Runs.withStrings(Reports.HOSTILE), options).codePoints())
          .allMatch(c ->
              c == '\n'
                  || !Character.isISOControl(c)
                      && Character.getType(c) != Character.FORMAT
                      && Character.getType(c) != Character.SURROGATE
                      && Character.getType(c) != Character.LINE_SEPARATOR);
    }
  }

  @Test
  void escapesOnlyOfOurOwnWithColour() {
    String text = text(Runs.withStrings(Reports.HOSTILE), new ReportOptions(true, 80, true));

    assertThat(text).contains("\u001b[");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContain("\u001b", "\u009b");
    assertThat(text).doesNotContain("\u001b[31m\u009b");
  }

  @Property(tries = 60)
  void linesFitTheWidth(@ForAll @IntRange(min = 40, max = 160) int width, @ForAll String any) {
    String text = text(Runs.withStrings(any), new ReportOptions(true, width, false));
    assertThat(text.lines()).allMatch(line -> Cells.of(line) <= width);
  }

  @Test
  void saysWhichHostWasToldWhatAndWhere() {
    assertThat(
            text(
                Runs.telling(
                    exchanges(2), List.of(entry("header X-Machine", 1), entry("body /a/0/b", 2))),
                ReportOptions.PLAIN))
        .contains(
            """
            What it told whom about this environment
            api.example.test
              hostname          wrenfield-4c1d
                  POST /v1/0, header X-Machine, plain
                  POST /v1/0, body /a/*/b, plain, 2 times
            """);
  }

  @Test
  void placesThatDifferInIndicesAreOneUnlessAllAreAskedFor() {
    List<Receipt.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      entries.add(entry("body /messages/" + i + "/content", 2));
    }
    RecordedRun run = Runs.telling(exchanges(2), entries);

    assertThat(text(run, ReportOptions.PLAIN))
        .contains("body /messages/*/content, plain, 10 times\n")
        .doesNotContain("/messages/3/");
    assertThat(text(run, ALL)).contains("body /messages/3/content, plain, 2 times\n");
  }

  @Test
  void morePlacesThanThreeAreCounted() {
    List<Receipt.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      entries.add(entry("header X-" + (char) ('A' + i), 1));
    }
    RecordedRun run = Runs.telling(exchanges(1), entries);

    assertThat(text(run, ReportOptions.PLAIN))
        .contains("header X-C", "… 2 more places; --all shows them")
        .doesNotContain("header X-D");
    assertThat(text(run, ALL)).contains("header X-E").doesNotContain("more places");
  }

  @Test
  void aHostThatWasToldNothingIsNamed() {
    assertThat(text(Runs.telling(exchanges(1), List.of()), ReportOptions.PLAIN))
        .contains("Nothing of it that was looked for went to api.example.test.\n");
  }

  @Test
  void requestsThatAreAlikeAreOneLine() {
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      exchanges.add(Runs.exchange(i, "api.example.test", "/log?n=" + i, "x".repeat(i), "empty"));
    }
    String text = text(Runs.telling(exchanges, List.of()), new ReportOptions(false, 160, false));

    assertThat(text)
        .contains(
            "  1    POST https://api.example.test/log; h2 by the proxy, answered by nothing known"
                + " with 200, 5 times, up to 5 bytes\n");
  }

  @Test
  void manyRequestsAreCutAndCounted() {
    RecordedRun run = Runs.telling(exchanges(30), List.of());

    assertThat(text(run, ReportOptions.PLAIN))
        .contains("/v1/23;", "… 6 more; --all shows them")
        .doesNotContain("/v1/24;");
    assertThat(text(run, ALL)).contains("/v1/29;").doesNotContain("6 more;");
  }

  @Test
  void tellsCharactersThatReadAsOthersWithTheirPlace() {
    RecordedRun run =
        Runs.reading(
            List.of(new ModelText(6, "/system/1/text", "Today\u02bcs date is 2026/11/21.")));

    assertThat(text(run, ReportOptions.PLAIN))
        .contains(
            """
              \u02bc U+02BC MODIFIER LETTER APOSTROPHE, once
                  "Today\u02bcs date is 2026/11/21." in request 6 at /system/1/text
            """);
  }

  @Test
  void theRarestCharacterStandsFirst() {
    RecordedRun run =
        Runs.reading(
            List.of(
                new ModelText(1, "/a", "it\u2019s, that\u2019s, one\u2019s"),
                new ModelText(1, "/b", "Today\u02bcs")));

    assertThat(text(run, ReportOptions.PLAIN))
        .containsSubsequence("U+02BC MODIFIER LETTER APOSTROPHE, once", "U+2019", "3 times");
  }

  @Test
  void proseOfOtherLanguagesHasNoSuchCharacters() {
    RecordedRun run =
        Runs.reading(List.of(new ModelText(1, "/a", "Сегодня хорошо, а завтра — нет. Größe.")));

    assertThat(text(run, ReportOptions.PLAIN)).doesNotContain("Characters that read as others");
  }

  @Test
  void allShowsWhatModelsRead() {
    RecordedRun run = Runs.reading(List.of(new ModelText(1, "/a", "You are a tool.")));

    assertThat(text(run, ReportOptions.PLAIN)).doesNotContain("You are a tool.");
    assertThat(text(run, ALL))
        .contains("A model reads, in request 1 at /a\n        You are a tool.\n");
  }

  private static Receipt.Entry entry(String where, int times) {
    return new Receipt.Entry(HOST, "api.example.test", "POST /v1/0", where, "plain", times);
  }

  private static List<Exchange> exchanges(int count) {
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      exchanges.add(Runs.exchange(i + 1, "api.example.test", "/v1/" + i, "x", "empty"));
    }
    return exchanges;
  }

  private static String text(RecordedRun run, ReportOptions options) {
    return Reports.written(new TerminalRecording(), run, options);
  }
}
