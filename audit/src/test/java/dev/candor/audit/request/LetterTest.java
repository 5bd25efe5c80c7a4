package dev.candor.audit.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.Reports;
import dev.candor.audit.disclosure.Declared;
import dev.candor.audit.markdown.MarkdownLetter;
import dev.candor.audit.observed.Shown;
import dev.candor.audit.terminal.TextLetter;
import dev.candor.core.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterTest {
  private static final Evidence EVIDENCE =
      new Evidence("ab".repeat(32), List.of("key-1"), Optional.empty());

  /** Words that say why something is done, or accuse. */
  private static final List<String> INTENT =
      List.of(
          "hide",
          "hiding",
          "hidden",
          "secret",
          "spy",
          "spies",
          "covert",
          "malicious",
          "malware",
          "deceiv",
          "decept",
          "conceal",
          "disguis",
          "steal",
          "stealth",
          "sneak",
          "surveil",
          "suspicious",
          "suspect",
          "illegal",
          "unlawful",
          "violat",
          "abus",
          "backdoor",
          "exfiltrat",
          "leak",
          "intent",
          "deliberate",
          "on purpose",
          "accus",
          "cheat",
          "trick",
          "dishonest",
          "wrongdoing",
          "fault",
          "blame",
          "guilt",
          "evil",
          "attack",
          "victim",
          "fingerprint");

  private static Letter letter(Report report) {
    return LetterWriting.of(
        report,
        EVIDENCE,
        Optional.of("Heron Ltd."),
        Optional.of("Rook plc"),
        LocalDate.of(2026, 11, 22));
  }

  private static String text(Letter letter) {
    return Reports.written(new TextLetter(), letter, ReportOptions.PLAIN);
  }

  /** Whatever lines it is broken into. */
  private static String joined(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String markdown(Letter letter) {
    return Reports.written(new MarkdownLetter(), letter, ReportOptions.PLAIN);
  }

  @Test
  void itSaysWhatStoodWhereAndAsks() {
    String text = text(letter(Declared.audited()));

    assertThat(text)
        .startsWith(
            """
            To: Heron Ltd.
            From: Rook plc
            Date: 2026-11-22
            Subject: What pkg:npm/%40scope/tool@1.2.3 sends
            """);
    assertThat(joined(text))
        .contains("On 2026-11-21 this package was run 6 times in 2 made-up environments")
        .contains("1. timezone shows in the separator or letter case, 1.0 bits")
        .contains("POST /v1/messages, to the endpoint")
        .contains("body /system/0/text")
        .contains("/ U+002F SOLIDUS, with timezone Asia/Tokyo")
        .contains("hostname goes to api.example.test (POST /log, body /id), plain")
        .contains("- What is it for?")
        .contains("- Is it documented, and where?")
        .contains("sha512:0a1b0a1b")
        .contains("report sha256:abababab")
        .contains("signature names key-1")
        .contains("candor 1.0, Java 25")
        .contains("seed 7")
        .contains("candor audit pkg:npm/%40scope/tool@1.2.3 --seed=7");
    assertThat(text.lines()).allMatch(line -> line.length() <= 72);
  }

  @Test
  void markdownSaysTheSame() {
    assertThat(markdown(letter(Declared.audited())))
        .startsWith("# What `pkg:npm/%40scope/tool@1.2.3` sends\n")
        .contains("| To | `Heron Ltd.` |")
        .contains("### 1: timezone shows in the separator or letter case, 1.0 bits")
        .contains("- what stood there: `/ U+002F SOLIDUS, with timezone Asia/Tokyo`")
        .contains("- report: `sha256:" + "ab".repeat(32) + "`")
        .contains("```text\ncandor audit pkg:npm/%40scope/tool@1.2.3 --seed=7\n```");
  }

  @Test
  void whatIsDisclosedIsNotAskedFor() {
    Report held = Declared.audited().with(Declared.of(Declared.STATEMENTS.subList(0, 1)));

    String text = joined(text(letter(held)));

    assertThat(text)
        .contains("What the disclosure file declares is left out here: 1 of 3 observations.")
        .doesNotContain("SOLIDUS")
        .contains("hostname goes to api.example.test");
  }

  @Test
  void whereAllIsDisclosedNothingIsAsked() {
    Letter letter = letter(Declared.audited().with(Declared.of(Declared.STATEMENTS)));

    assertThat(letter.items()).isEmpty();
    assertThat(letter.questions()).isEmpty();
    assertThat(text(letter))
        .contains("Nothing was observed that would have to be asked about.")
        .doesNotContain(Letter.QUESTIONS);
  }

  @Test
  void aDisclosureInPartIsNamed() {
    Report held =
        Declared.audited()
            .with(
                Declared.of(
                    List.of(Declared.STATEMENTS.getFirst().replace("[timezone, ci]", "timezone"))));

    assertThat(joined(text(letter(held)))).contains("disclosed in part by statement 1;");
  }

  @Test
  void aKeyThatWasCheckedIsNamedAsSuch() {
    Letter letter =
        LetterWriting.of(
            Declared.audited(),
            new Evidence("00", List.of("claimed"), Optional.of("checked")),
            Optional.empty(),
            Optional.empty(),
            LocalDate.EPOCH);

    assertThat(text(letter)).contains("signed by         checked").doesNotContain("claimed");
    assertThat(text(letter)).startsWith("To: the publisher of pkg:npm/%40scope/tool@1.2.3\n");
  }

  static Stream<Report> reports() {
    Stream<Report> forms =
        Arrays.stream(Form.values())
            .filter(form -> form != Form.PLAIN && form != Form.LOCALISED)
            .map(form ->
                Reports.audited(
                    Shown.nothing()
                        .sentence(form)
                        .signal(form, "POST /other")
                        .sent(Shown.ASKING, "sha256 in hex")
                        .unreadable("POST /blob")
                        .observed()));
    return Stream.concat(
        forms,
        Stream.of(
            Marked.report(),
            Marked.report().with(Declared.audited().observed().orElseThrow(), Reports.NOON),
            Reports.full(),
            Reports.empty(),
            Declared.audited().with(Declared.of(Declared.STATEMENTS)),
            Declared.audited().with(Declared.of(List.of()))));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void itTellsOfBehaviourOnly(Report report) {
    Letter letter = letter(report);

    assertThat(joined(text(letter) + markdown(letter)).toLowerCase(Locale.ROOT))
        .doesNotContain(INTENT);
  }

  @Test
  void nothingOfAReportActsOnWhoReadsIt() {
    Report hostile = Reports.hostile().with(Shown.withStrings(Reports.HOSTILE), Reports.NOON);
    Letter letter =
        LetterWriting.of(
            hostile,
            new Evidence("00", List.of(Reports.HOSTILE), Optional.empty()),
            Optional.of(Reports.HOSTILE),
            Optional.of(Reports.HOSTILE),
            LocalDate.EPOCH);

    for (String written : List.of(text(letter), markdown(letter))) {
      assertThat(written.codePoints())
          .noneMatch(c -> c != '\n' && Character.isISOControl(c))
          .noneMatch(c -> Character.getType(c) == Character.FORMAT)
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
    assertThat(outsideOfCode(markdown(letter))).doesNotContain("</script>", "[here](3)");
  }

  /** What Markdown acts on. */
  private static String outsideOfCode(String markdown) {
    return markdown.replaceAll("(?s)(`+)(?!`).+?(?<!`)\\1(?!`)", "");
  }

  @Test
  void itEndsAndSaysWhatItLeavesOut() {
    Shown many = Shown.nothing();
    for (int i = 0; i < 100; i++) {
      many.signal(Form.FORMAT, "POST /p" + i);
    }
    Letter letter = letter(Reports.audited(many.observed()));

    assertThat(letter.items()).hasSizeLessThanOrEqualTo(41);
    assertThat(letter.left()).isEqualTo(60);
    assertThat(text(letter)).contains("60 more of the same kind; the report lists them.");
    assertThat(markdown(letter).length()).isLessThan(65_536);
  }

  @Test
  void aMegabyteInEveryFieldIsCut() {
    String huge = "<".repeat(1 << 20);
    Report report = Reports.withStrings(huge, huge).with(Shown.withStrings(huge), Reports.NOON);

    assertThat(text(letter(report)).length()).isLessThan(200_000);
    assertThat(markdown(letter(report)).length()).isLessThan(65_536);
  }
}
