package dev.candor.audit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Report;
import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.core.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosedTest {
  private static Disclosed held(List<String> statements) {
    return Disclosed.of(Declared.of(statements), Declared.audited());
  }

  @Test
  void whereAllIsDeclaredNothingIsLeft() {
    Disclosed disclosed = held(Declared.STATEMENTS);

    assertThat(disclosed.uncovered()).isEmpty();
    assertThat(disclosed.covered()).hasSize(3);
    assertThat(DisclosureWords.headline(disclosed))
        .isEqualTo("the vendor's disclosure covers all that was seen: 3 things");
  }

  @ParameterizedTest
  @CsvSource({
    "0, timezone shows in the separator or letter case",
    "1, hostname goes to api.example.test (POST /log",
    "2, timezone goes to the endpoint (POST /v1/messages"
  })
  void withoutAStatementExactlyWhatItDeclaresIsLeft(int removed, String left) {
    List<String> fewer = new ArrayList<>(Declared.STATEMENTS);
    fewer.remove(removed);

    assertThat(held(fewer).uncovered())
        .singleElement()
        .satisfies(one -> assertThat(one.words()).startsWith(left));
  }

  @Test
  void aCovertSignalThatIsDeclaredStaysCovert() {
    Report report = Declared.audited().with(Declared.of(Declared.STATEMENTS));

    assertThat(report.verdict()).contains(Verdict.COVERT);
    assertThat(report.reasons()).isEqualTo(Declared.audited().reasons());
    Covered signal = report.disclosed().orElseThrow().all().getFirst();
    assertThat(signal.unnoticed()).isTrue();
    assertThat(DisclosureWords.of(signal))
        .isEqualTo(
            "disclosed by statement 1; a reader of the traffic does not notice it, so that it"
                + " counts for the verdict");
  }

  @Test
  void aSignalIsDeclaredWhereEachOfItsFactorsIsAndWhatSwitchesItOff() {
    List<String> ungated =
        List.of(Declared.STATEMENTS.getFirst().replace("[timezone, ci]", "timezone"));

    Covered signal = held(ungated).all().getFirst();

    assertThat(signal.isCovered()).isFalse();
    assertThat(signal.statements()).containsExactly(1);
    assertThat(signal.open())
        .containsExactly("ci in POST /v1/messages, body /system/0/text to the endpoint");
  }

  @Test
  void severalStatementsMayDeclareTheParts() {
    List<String> apart =
        Stream.of("timezone", "ci")
            .map(fact -> Declared.STATEMENTS.getFirst().replace("[timezone, ci]", fact))
            .toList();

    assertThat(held(apart).all().getFirst().statements()).containsExactly(1, 2);
    assertThat(held(apart).all().getFirst().isCovered()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "to: the endpoint; to: api.example.test",
        "request: POST /v1/messages; request: GET /v1/messages",
        "request: POST /v1/messages; request: POST /v1",
        "place: prompt; place: /system",
        "place: prompt; place: header date",
        "as: [format]; as: [lookalike]",
        "as: [format]; as: [plain]",
        "facts: [timezone, ci]; facts: [locale, ci]",
      })
  void whatDoesNotFitCoversNothing(String fitting, String other) {
    String changed = Declared.STATEMENTS.getFirst().replace(fitting, other);

    assertThat(held(List.of(changed)).all().getFirst().isCovered()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "to: the endpoint; to: '*'",
        "to: the endpoint; to: [api.example.test, the endpoint]",
        "request: POST /v1/messages; request: POST /v1/*",
        "request: POST /v1/messages; request: POST /**",
        "place: prompt; place: /system/*/text",
        "place: prompt; place: /system/**",
        "place: prompt; place: anywhere",
        "place: prompt; place: [target, '*']",
        "as: [format]; as: [plain, format]",
        "as: [format]; as: '*'",
        "facts: [timezone, ci]; facts: '*'",
      })
  void whatFitsOtherwiseCoversIt(String fitting, String other) {
    String changed = Declared.STATEMENTS.getFirst().replace(fitting, other);

    assertThat(held(List.of(changed)).all().getFirst().isCovered()).isTrue();
  }

  @Test
  void aStatementOverEverythingSaysSo() {
    String everything =
        """
          - {facts: "*", to: "*", place: "*", as: "*", purpose: All of it.}
        """;

    Disclosed disclosed = held(List.of(everything));

    assertThat(disclosed.uncovered()).isEmpty();
    assertThat(DisclosureWords.statements(disclosed))
        .containsExactly(
            "1: * to *, * (*): seen, 3 things; it covers anything that is sent to anybody, and"
                + " says so by *");
  }

  @Test
  void aStatementOfWhichNothingWasSeenIsNoFault() {
    List<String> more = new ArrayList<>(Declared.STATEMENTS);
    more.add(
        """
          - {facts: locale, to: cdn.example.test, place: target, as: plain, purpose: Fonts.}
        """);
    Disclosed disclosed = held(more);

    assertThat(disclosed.uncovered()).isEmpty();
    assertThat(disclosed.seen(4)).isZero();
    assertThat(DisclosureWords.statements(disclosed).getLast()).endsWith(": not seen");
    assertThat(DisclosureWords.hasUnseen(disclosed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "%40scope/tool; %40scope/other; it speaks of pkg:npm/%40scope/other, and this is pkg:npm/%40scope/tool",
        "<2.0.0; <1.1.0; it speaks of vers:npm/>=1.0.0|<1.1.0, and this is version 1.2.3",
      })
  void aDisclosureOfSomethingElseCoversNothing(String its, String other, String why) {
    Disclosed disclosed =
        Disclosed.of(
            DisclosureFile.parse("d.yaml", Declared.file(Declared.STATEMENTS).replace(its, other)),
            Declared.audited());

    assertThat(disclosed.mismatch()).contains(why);
    assertThat(disclosed.covered()).isEmpty();
    assertThat(disclosed.uncovered()).hasSize(3);
    assertThat(DisclosureWords.headline(disclosed)).endsWith(why);
  }

  @Test
  void whatHasNoNameIsHeldAgainstItAllTheSame() {
    Report local =
        Report.ofScan(
                new Subject("pkg:generic/tool.tgz", Optional.empty()),
                List.of(),
                Reports.empty().findings(),
                List.of(),
                Reports.empty().engine(),
                Reports.NOON)
            .with(Declared.audited().observed().orElseThrow(), Reports.NOON);

    Disclosed disclosed = Disclosed.of(Declared.of(Declared.STATEMENTS), local);

    assertThat(disclosed.uncovered()).isEmpty();
    assertThat(disclosed.notes()).anyMatch(note -> note.contains("was not checked"));
  }

  @Test
  void whereTheReportDoesNotSayToWhomARequestWentTheStatementMustNameIt() {
    Report silent = Reports.audited(Shown.nothing().sentence(Form.FORMAT).observed());
    String named = Declared.STATEMENTS.getFirst();
    String unnamed = named.replace("    request: POST /v1/messages\n", "");

    assertThat(Disclosed.of(Declared.of(List.of(named)), silent).all().getFirst().isCovered())
        .isTrue();
    assertThat(Disclosed.of(Declared.of(List.of(unnamed)), silent).all().getFirst().isCovered())
        .isFalse();
  }

  @Test
  void whatNobodyCanReadIsNotHeldAgainstItAndThatIsSaid() {
    Report report =
        Reports.audited(Shown.nothing().unreadable("POST /blob").observed())
            .with(Declared.of(Declared.STATEMENTS));

    assertThat(report.disclosed().orElseThrow().notes())
        .contains(
            "What stands in 1 kind of bodies that nobody can read could not be held against it.");
  }

  @Test
  void aFactThatNoFactorIsCalledIsNoted() {
    Disclosed disclosed =
        held(List.of(Declared.STATEMENTS.get(1).replace("hostname", "[hostname, shoe-size]")));

    assertThat(disclosed.notes())
        .contains("Statement 1 names shoe-size, which this Candor does not vary.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timezone-file", "timezone-variable"})
  void whoDeclaresTheTimeZoneDeclaresItHoweverItIsSet(String aspect) {
    Sending sending =
        new Sending(
            aspect,
            Optional.of("the endpoint"),
            "POST /v1/messages",
            Spot.of("body /system/0/text", true));

    assertThat(
            Claim.of(Declared.statement(Declared.STATEMENTS.getFirst()))
                .covers(sending, java.util.Set.of(Manner.FORMAT)))
        .isTrue();
  }

  @Test
  void eachThingHasANameOfItsOwn() {
    List<Covered> all = held(List.of()).all();

    assertThat(all.stream().map(Covered::id).collect(Collectors.toSet())).hasSize(all.size());
    assertThat(all.getFirst().id()).startsWith("signal-");
  }

  @Test
  void whatIsMoreThanIsComparedIsDeclaredByNobody() {
    Shown many = Shown.nothing().sentence(Form.FORMAT);
    for (int i = 0; i < 100_001; i++) {
      many.to(Shown.ASKING, "h" + i + ".cdn.example.test");
    }
    String below =
        Declared.STATEMENTS.getFirst().replace("to: the endpoint", "to: '*.cdn.example.test'");

    Covered signal =
        Disclosed.of(Declared.of(List.of(below)), Reports.audited(many.observed()))
            .all()
            .getFirst();

    assertThat(signal.open()).anyMatch(part -> part.startsWith("more than is compared"));
  }

  @Test
  void whoIsCalledIsToldItsOwnNameAndThatNeedsNoDeclaration() {
    Report report =
        Reports.audited(
            Shown.nothing()
                .readable("endpoint", Shown.ASKING, "header host")
                .readable("endpoint", "POST /log", "header x-endpoint")
                .observed());

    assertThat(Disclosed.shown(report))
        .extracting(Covered::words)
        .noneMatch(words -> words.contains("header host"))
        .anyMatch(words -> words.contains("header x-endpoint"));
  }

  @Test
  void aFactThatStandsAtAPlaceIsNotListedAgainForWhatIsWithinThatPlace() {
    Report report =
        Reports.audited(
            Shown.nothing()
                .sent("POST /log", "plain")
                .readable("hostname", "POST /log #2", "body /id (inside)/name")
                .readable("hostname", "POST /log", "body /other/3/name")
                .readable("hostname", "POST /log", "body /other/4/name")
                .observed());

    assertThat(Disclosed.shown(report).stream().map(Covered::words))
        .filteredOn(words -> words.startsWith("hostname"))
        .containsExactly(
            "hostname goes to api.example.test (POST /log, body /id), plain",
            "hostname goes to api.example.test (POST /log, body /other/*/name), plain");
  }
}
