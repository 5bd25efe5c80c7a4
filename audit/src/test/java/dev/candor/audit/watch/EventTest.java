package dev.candor.audit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Engine;
import dev.candor.audit.Reports;
import dev.candor.audit.json.Schemas;
import dev.candor.audit.track.Histories;
import dev.candor.audit.track.Look;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventTest {
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
    String json = written(event(releases.charAt(0), releases.charAt(1)));

    assertThat(Schemas.violations("watch-event", json)).isEmpty();
    assertThat(json.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
  }

  @Test
  void nothingQuotedFromAnArtifactIsInIt() {
    Look hostile = Look.of(Reports.withStrings("quoted-text", "package/quoted-text"));
    Event event =
        Event.of("tool", Optional.empty(), seen(hostile), new Engine("1.0", "25"), Reports.NOON);

    assertThat(written(event)).doesNotContain("quoted-text");
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
        new Engine("1.0", "25"),
        Reports.NOON);
  }

  private static Event.Seen seen(Look look) {
    return new Event.Seen("1.0.1", Optional.of(Reports.NOON), look);
  }
}
