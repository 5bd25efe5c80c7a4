package dev.candor.audit.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.audit.Reports;
import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.Shown;
import dev.candor.core.Form;
import dev.candor.core.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {
  private final Sides older = Sides.tool("tool", "1", Verdict.CANDID);
  private final Sides newer = Sides.tool("tool", "2", Verdict.COVERT);

  @Test
  void versionsThatTellTheSameInOtherValuesAreTheSame() {
    older
        .prompt("hostname", "wrenfield")
        .told("username", "quillon", "a.example.test", "GET /1/x", "header User-Agent", "plain");
    newer
        .prompt("hostname", "other-host")
        .told("username", "quillon", "a.example.test", "GET /2/x", "header user-agent", "percent");
    newer.signal(Form.LOOKALIKE, "timezone", "");

    Versions versions = Sides.of(older, newer).versions().getFirst();

    assertThat(versions.tool()).isEqualTo("tool");
    assertThat(versions.columns()).containsExactly(0, 1);
    assertThat(versions.isSame()).isTrue();
    assertThat(versions.inFull()).isTrue();
    assertThat(versions.unsettled()).isEmpty();
  }

  @Test
  void eachFactThatOneTellsAndAnotherDoesNotIsADifference() {
    older.prompt("hostname", "wrenfield").prompt("username", "quillon");
    newer.prompt("hostname", "wrenfield").prompt("home", "/home/quillon");

    Versions versions = Sides.of(older, newer).versions().getFirst();

    assertThat(versions.isSame()).isFalse();
    assertThat(versions.differences())
        .extracting(row -> row.key().fact())
        .containsExactly("username", "home");
    assertThat(versions.differences().getFirst().cells())
        .containsExactly(
            new Cell.Seen<>(List.of(older.column().told().get(1))), new Cell.NotSeen<>());
  }

  @Test
  void anotherPlaceOrRenderingIsADifference() {
    older.told("hostname", "wrenfield", Observed.ENDPOINT, "POST /a", "body /x", "plain");
    newer.told("hostname", "wrenfield", Observed.ENDPOINT, "POST /a", "body /y", "plain");
    Sides hashing = Sides.tool("tool", "3", Verdict.CANDID);
    hashing.told("hostname", "wrenfield", Observed.ENDPOINT, "POST /a", "body /x", "sha256 in hex");

    assertThat(Sides.of(older, newer).versions().getFirst().differences()).hasSize(2);
    assertThat(Sides.of(older, hashing).versions().getFirst().differences()).hasSize(2);
  }

  @Test
  void aBodyThatOnlyOneMakesUnreadableIsADifference() {
    newer.body("a.example.test", "POST /blob/17", "binary data");
    Versions versions = Sides.of(older, newer).versions().getFirst();

    assertThat(versions.isSame()).isFalse();
    assertThat(versions.unreadable().getFirst().key())
        .isEqualTo(new UnreadableBody("a.example.test", "POST /blob/*", "binary data"));

    older.body("a.example.test", "POST /blob/18", "binary data");
    assertThat(Sides.of(older, newer).versions().getFirst().isSame()).isTrue();
  }

  /** The base has a host name, but no proxy. */
  @Test
  void whatNoTrialCouldHaveShownIsNotTriedAndNoDifference() {
    older.tried("proxy", "http://p.example.test:1").prompt("proxy", "p.example.test");

    SideBySide all = Sides.of(older, newer);

    assertThat(all.facts().getFirst().cells().get(1)).isEqualTo(new Cell.NotTried<>());
    assertThat(all.versions().getFirst().isSame()).isTrue();
    assertThat(all.versions().getFirst().unsettled()).hasSize(1);
    newer.tried("proxy", "http://p.example.test:1");
    assertThat(Sides.of(older, newer).facts().getFirst().cells().get(1))
        .isEqualTo(new Cell.NotSeen<>());
    assertThat(Sides.of(older, newer).versions().getFirst().isSame()).isFalse();
  }

  @Test
  void withoutATrialNothingWasTried() {
    older.prompt("hostname", "wrenfield").body("a.example.test", "POST /blob", "binary data");
    older.signal(Form.LOOKALIKE, "timezone", "");
    Sides none = Sides.tool("tool", "3", Verdict.INCONCLUSIVE, 0);

    SideBySide all = Sides.of(older, none);

    assertThat(all.facts().getFirst().cells().get(1)).isEqualTo(new Cell.NotTried<>());
    assertThat(all.unopen().getFirst().cells().get(1)).isEqualTo(new Cell.NotTried<>());
    assertThat(all.unreadable().getFirst().cells().get(1)).isEqualTo(new Cell.NotTried<>());
    assertThat(all.versions().getFirst().isSame()).isTrue();
    assertThat(all.versions().getFirst().inFull()).isFalse();
  }

  @Test
  void aLevelThatOnlyOneWasTriedWithIsNotTriedOfTheOther() {
    older.tried("git-branch", "main").prompt("git-branch", "main");
    newer.tried("git-branch", "trunk");

    assertThat(Sides.of(older, newer).facts().getFirst().cells().get(1))
        .isEqualTo(new Cell.NotTried<>());
  }

  @Test
  void whatOneTellsWithTheBaseAndAnotherWithALevelIsTheSame() {
    older.tried("git-branch", "main").prompt("git-branch", "main");
    newer.prompt("git-branch", "harbour-lights");

    assertThat(Sides.of(older, newer).versions().getFirst().isSame()).isTrue();
  }

  @Test
  void ofAnInconclusiveOneNotAllWasSeen() {
    Sides stopped = Sides.tool("tool", "3", Verdict.INCONCLUSIVE);

    assertThat(Sides.of(older, stopped).versions().getFirst().inFull()).isFalse();
  }

  @Test
  void eachVersionIsComparedWithTheOneOfItsToolBeforeIt() {
    Sides rival = Sides.tool("rival", "1", Verdict.CANDID);
    Sides newest = Sides.tool("tool", "3", Verdict.CANDID);
    newer.prompt("hostname", "wrenfield");
    newest.prompt("hostname", "wrenfield");

    assertThat(Sides.of(older, rival, newer, newest).versions())
        .extracting(Versions::columns, Versions::isSame)
        .containsExactly(tuple(List.of(0, 2), false), tuple(List.of(2, 3), true));
  }

  @Test
  void toolsOfOtherNamesAreNoVersions() {
    assertThat(Sides.of(older, Sides.tool("rival", "1", Verdict.CANDID)).versions()).isEmpty();
  }

  @Test
  void factsAreGroupedByWhoIsToldAndSorted() {
    older
        .told("username", "quillon", "a.example.test", "GET /", "target", "plain")
        .prompt("workdir", "marrow-lantern");
    newer.prompt("hostname", "wrenfield");

    assertThat(Sides.of(older, newer).facts())
        .extracting(row -> row.key().toEndpoint() + " " + row.key().fact())
        .containsExactly("true hostname", "true workdir", "false username");
  }

  @Test
  void signalsThatCanBeReadAreLeftOut() {
    newer.signal(Form.PRESENCE, "ci", "").signal(Form.OPAQUE, "hostname", "");

    assertThat(Sides.of(older, newer).unopen())
        .extracting(row -> row.key().form())
        .containsExactly(Form.OPAQUE);
  }

  @ParameterizedTest
  @CsvSource({
    "CANDID, COVERT, COVERT",
    "INCONCLUSIVE, COVERT, COVERT",
    "OPAQUE, INCONCLUSIVE, INCONCLUSIVE",
    "CANDID, OPAQUE, OPAQUE",
    "CANDID, CANDID, CANDID",
  })
  void oneVerdictDecides(Verdict one, Verdict other, Verdict decides) {
    assertThat(Sides.of(Sides.tool("a", "1", one), Sides.tool("b", "1", other)).verdict())
        .isEqualTo(decides);
  }

  @Test
  void anAuditIsAColumn() {
    Column column =
        Column.of(
            Reports.empty()
                .with(
                    Shown.nothing()
                        .signal(Form.FORMAT, Shown.ASKING)
                        .sent(Shown.ASKING, "plain")
                        .unreadable("POST /blob")
                        .observed(),
                    Reports.NOON));

    assertThat(column.heading().tool()).isEqualTo("tool");
    assertThat(column.heading().version()).isEqualTo("1.2.3");
    assertThat(column.heading().verdict()).isEqualTo(Verdict.COVERT);
    assertThat(column.heading().trials()).isEqualTo(6);
    assertThat(column.unopen()).extracting(Unopen::form).containsExactly(Form.FORMAT);
    assertThat(column.told()).extracting(Told::fact).containsExactly("hostname");
    assertThat(column.unreadable()).hasSize(1);
  }

  @Test
  void aScanAloneIsNone() {
    assertThatThrownBy(() -> Column.of(Reports.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:npm/%40scope/pack@1.2.3, 1.2.3, tool@1.2.3",
    "pkg:npm/pack@1.0.0%2Bbuild, 1.0.0+build, tool@1.0.0+build",
    "pkg:npm/%40scope/pack, '', pack",
    "pkg:npm/@scope/pack, '', pack",
    "pkg:generic/pack, '', pack",
    "pkg:npm/pack@2?arch=x#y@z, 2, tool@2",
  })
  void theVersionIsThatOfThePackageUrl(String purl, String version, String name) {
    Column.Heading heading =
        new Column.Heading(
            new Subject(purl, Optional.empty()), "tool", Verdict.CANDID, List.of(), 1);

    assertThat(heading.version()).isEqualTo(version);
    assertThat(heading.name()).isEqualTo(name);
  }
}
