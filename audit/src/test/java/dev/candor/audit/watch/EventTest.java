package dev.candor.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.Reports;
import dev.candor.audit.json.Schemas;
import dev.candor.audit.observed.Shown;
import dev.candor.audit.track.Histories;
import dev.candor.audit.track.Look;
import dev.candor.core.Form;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTest {
  private static final Engine ENGINE = new Engine("1.0", "25");

  /** A absent, P present, C another mechanism, - not known. */
  @ParameterizedTest
  @CsvSource({
    "A, P, APPEARED",
    "-, P, APPEARED",
    "P, P, SAME",
    "P, C, CHANGED",
    "P, A, VANISHED",
    "A, A, SAME",
    "-, A, SAME",
    "A, T, TABLES",
    "A, U, UNCLEAR",
    "P, U, UNCLEAR"
  })
  void aReleaseIsSeenBesideTheOneBefore(char older, char newer, Event.Kind kind) {
    assertThat(event(older, newer).kind()).isEqualTo(kind);
  }

  /**
   * Each release by a letter for its code and one for its audit: c candid, F and L covert by format
   * and look-alike, o and d opaque by a signal and by a digest, i inconclusive, ! not made.
   */
  @ParameterizedTest
  @CsvSource({
    "Ac, AF, APPEARED",
    "--, AF, APPEARED",
    "A!, AF, APPEARED",
    "Ai, AF, APPEARED",
    "Ac, P!, APPEARED",
    "AF, AL, CHANGED",
    "PF, PL, CHANGED",
    "PF, AF, CHANGED",
    "Pi, PF, CHANGED",
    "PF, CF, CHANGED",
    "AF, AF, SAME",
    "AF, Ac, VANISHED",
    "PF, Ac, VANISHED",
    "AF, Ai, UNCLEAR",
    "AF, A!, UNCLEAR",
    "PF, Pi, UNCLEAR",
    "PF, P!, UNCLEAR",
    "--, A!, UNCLEAR",
    "--, Ai, UNCLEAR",
    "Ac, Ao, TRAFFIC",
    "Ao, Ac, TRAFFIC",
    "Ao, Ad, TRAFFIC",
    "Ai, Ac, TRAFFIC",
    "Ao, Ao, SAME",
    "A!, Ac, SAME",
    "Ac, Tc, TABLES",
    "Uc, Uc, SAME"
  })
  void anAuditDecidesBesideTheCode(String older, String newer, Event.Kind kind) {
    assertThat(event(older, newer).kind()).isEqualTo(kind);
  }

  @Test
  void itSaysWhatDiffersInTheTraffic() {
    assertThat(event("Ac", "AF").reasons())
        .startsWith(
            "appeared: a covert signal; timezone shows in the separator or letter case, 1.0 bits",
            "audit: covert in 6 trials; candid before");
    assertThat(event("AF", "Ac").reasons())
        .first()
        .asString()
        .startsWith("vanished: a covert signal;");
    assertThat(event("A!", "Ac").reasons())
        .first()
        .isEqualTo("audit: candid in 6 trials; the release before was not audited");
    assertThat(event("--", "Ao").reasons()).contains("audit: opaque in 6 trials");
    assertThat(event("Ac", "A!").reasons())
        .first()
        .isEqualTo("it was not audited: nothing is known of its traffic");
  }

  /** Trials that show nothing do not show that something is gone. */
  @Test
  void whatAnInconclusiveAuditDoesNotShowHasNotVanished() {
    assertThat(event("AF", "Ai").signals().isEmpty()).isTrue();
    assertThat(event("AF", "Ai").newer().doubts()).contains("It was stopped.");
  }

  @Test
  void itSaysWhatDiffers() {
    assertThat(event('A', 'P').reasons()).first().asString().startsWith("appeared: a covert flow");
    assertThat(event('P', 'A').reasons()).first().asString().startsWith("vanished: a covert flow");
  }

  @Test
  void theSameEventHasTheSameId() {
    assertThat(event('A', 'P').id()).isEqualTo(event('A', 'P').id());
    assertThat(event('A', 'P').id()).isNotEqualTo(event('P', 'A').id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AP", "-P", "PA", "PU", "AT"})
  void itsJsonSatisfiesTheSchema(String releases) {
    satisfiesTheSchema(event(releases.charAt(0), releases.charAt(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AcAF", "--AF", "AFAc", "AFAL", "AcA!", "AoAi", "PFPL"})
  void withAuditsTooItsJsonSatisfiesTheSchema(String releases) {
    satisfiesTheSchema(event(releases.substring(0, 2), releases.substring(2)));
  }

  private static void satisfiesTheSchema(Event event) {
    String json = written(event);

    assertThat(Schemas.violations("watch-event", json)).isEmpty();
    assertThat(json.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
  }

  @Test
  void nothingQuotedFromAnArtifactIsInIt() {
    Look hostile = Look.of(Reports.withStrings("quoted-text", "package/quoted-text"));
    Event event = Event.of("tool", Optional.empty(), seen(hostile), ENGINE, Reports.NOON);

    assertThat(written(event)).doesNotContain("quoted-text");
  }

  @Test
  void whatIsQuotedIsInDoubtsOnlyVisibleAndCut() {
    Look look = Histories.look('A');
    Seen hostile =
        new Seen(
            "1.0.1",
            Optional.empty(),
            look,
            new Audited.Done(Reports.audited(Shown.withStrings("quoted-text\u001b\u202e"))));
    Seen failed =
        new Seen(
            "1.0.1",
            Optional.empty(),
            look,
            new Audited.NotDone("quoted-text\u001b".repeat(100_000)));

    assertThat(written(Event.of("tool", Optional.of(failed), hostile, ENGINE, Reports.NOON)))
        .doesNotContain("\\u001b", "\\u202e")
        .hasSizeLessThan(10_000);
    JsonNode json =
        JsonMapper.shared()
            .readTree(written(Event.of("tool", Optional.empty(), failed, ENGINE, Reports.NOON)));
    assertThat(json.at("/newer/doubts/0").asString())
        .startsWith("quoted-text")
        .hasSizeLessThan(500);
    assertThat(json.path("reasons").toString()).doesNotContain("quoted-text");
  }

  @Test
  void itTellsVerdictsAndSignals() {
    JsonNode json = JsonMapper.shared().readTree(written(event("Ac", "AF")));

    assertThat(json.at("/older/verdict").asString()).isEqualTo("candid");
    assertThat(json.at("/older/signals").size()).isZero();
    assertThat(json.at("/newer/verdict").asString()).isEqualTo("covert");
    assertThat(json.at("/newer/trials").asInt()).isEqualTo(6);
    assertThat(json.at("/newer/signals/0/factors/0").asString()).isEqualTo("timezone");
    assertThat(json.at("/signals/0/change").asString()).isEqualTo("appeared");
    assertThat(json.at("/signals/0/form").asString()).isEqualTo("format");
  }

  @Test
  void itTellsBothReleases() {
    JsonNode json = JsonMapper.shared().readTree(written(event('A', 'P')));

    assertThat(json.at("/kind").asString()).isEqualTo("appeared");
    assertThat(json.at("/older/state").asString()).isEqualTo("absent");
    assertThat(json.at("/newer/mechanism").asString()).startsWith("mechanism-");
    assertThat(json.at("/newer/published").asString()).isEqualTo("2026-11-21T12:00:00Z");
  }

  private static String written(Event event) {
    return new String(EventJson.bytes(event), StandardCharsets.UTF_8);
  }

  private static Event event(char older, char newer) {
    return Event.of(
        "@scope/tool",
        older == '-' ? Optional.empty() : Optional.of(seen(Histories.look(older))),
        seen(Histories.look(newer)),
        ENGINE,
        Reports.NOON);
  }

  private static Event event(String older, String newer) {
    return Event.of(
        "@scope/tool",
        older.equals("--") ? Optional.empty() : Optional.of(seen(older)),
        seen(newer),
        ENGINE,
        Reports.NOON);
  }

  private static Seen seen(String letters) {
    return new Seen(
        "1.0.1",
        Optional.of(Reports.NOON),
        Histories.look(letters.charAt(0)),
        audited(letters.charAt(1)));
  }

  private static Audited audited(char letter) {
    Shown shown = Shown.nothing();
    return switch (letter) {
      case 'c' -> done(shown);
      case 'F' -> done(shown.signal(Form.FORMAT, Shown.ASKING));
      case 'L' -> done(shown.signal(Form.LOOKALIKE, Shown.ASKING));
      case 'o' -> done(shown.signal(Form.OPAQUE, Shown.ASKING));
      case 'd' -> done(shown.sent(Shown.ASKING, "SHA-256 in hex"));
      case 'i' -> done(shown.doubt("It was stopped."));
      default -> new Audited.NotDone("no room");
    };
  }

  private static Audited done(Shown shown) {
    return new Audited.Done(Reports.audited(shown.observed()));
  }

  private static Seen seen(Look look) {
    return new Seen("1.0.1", Optional.of(Reports.NOON), look, new Audited.NotAsked());
  }
}
