package dev.candor.core.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.Form;
import dev.candor.core.Match;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MechanismTest {
  private static final Condition ZONE =
      new Condition("zone", "timezone", Match.EQUAL, List.of("Asia/Tokyo"));
  private static final Condition SET = new Condition("set", "endpoint", Match.PRESENCE, List.of());
  private static final Carrier.Text TEXT =
      new Carrier.Text("t", "", "", Template.of("It is {s}."), Map.of());
  private static final Mark MARK =
      new Mark(
          TEXT,
          "s",
          Form.LOOKALIKE,
          List.of(new Row(Truths.ANY.and("zone", true), "b"), new Row(Truths.ANY, "a")));

  private static Mechanism mechanism(Gate gate, Mark... marks) {
    return new Mechanism(
        "m",
        "",
        "pkg:npm/m",
        "",
        List.of(),
        new Established("hand", LocalDate.of(2026, 11, 21), false, 0),
        List.of(ZONE, SET),
        gate,
        List.of(marks));
  }

  @Test
  void whatIsNotKnownLeavesSeveralSymbols() {
    Mechanism open = mechanism(Gate.OPEN, MARK);

    assertThat(open.symbols(MARK, open.truths(Map.of()))).containsExactly("a", "b");
    assertThat(open.symbols(MARK, open.truths(Map.of("timezone", Optional.of("Asia/Tokyo")))))
        .containsExactly("b");
    assertThat(open.symbols(MARK, open.truths(Map.of("timezone", Optional.empty()))))
        .containsExactly("a");
    assertThat(MARK.unmarked()).isEqualTo("a");
  }

  @Test
  void aClosedGateMarksNothingAndADoubtfulOneMayNot() {
    Mechanism gated = mechanism(new Gate(List.of(Truths.ANY.and("set", false)), true), MARK);
    Map<String, Optional<String>> zone = Map.of("timezone", Optional.of("Asia/Tokyo"));
    Truths known = gated.truths(zone);

    assertThat(gated.symbols(MARK, known.and("set", false))).containsExactly("a");
    assertThat(gated.symbols(MARK, known.and("set", true))).containsExactly("b");
    assertThat(gated.symbols(MARK, known)).containsExactly("a", "b");
  }

  @Test
  void aSymbolMeansEveryCaseThatGivesIt() {
    assertThat(MARK.meaning("b")).containsExactly(Truths.ANY.and("zone", true));
    assertThat(MARK.meaning("c")).isEmpty();
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> mechanism(Gate.OPEN)).hasMessageContaining("marks nothing");
    assertThatThrownBy(() -> mechanism(Gate.OPEN, MARK, MARK)).hasMessageContaining("two marks");
    assertThatThrownBy(() -> mechanism(new Gate(List.of(Truths.ANY.and("x", true)), true), MARK))
        .hasMessageContaining("condition x");
    assertThatThrownBy(() -> new Mark(TEXT, "s", Form.LOOKALIKE, List.of()))
        .hasMessageContaining("without a row for anything");
    assertThatThrownBy(() -> Template.of("no slot")).hasMessageContaining("without a slot");
    assertThatThrownBy(() -> Template.of("{a}{b}")).hasMessageContaining("slots only");
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL, a.example, a.example, true",
    "EQUAL, a.example, b.a.example, false",
    "DOT_SUFFIX, a.example, b.a.example, true",
    "DOT_SUFFIX, a.example, ba.example, false",
    "SUFFIX, a.example, ba.example, true",
    "PREFIX, a., a.example, true",
    "SUBSTRING, exa, a.example, true",
    "SUBSTRING, Exa, a.example, false",
    "PATTERN, ^a[.]e, a.example, true",
    "PATTERN, ^e, a.example, false",
    "RANGE, >= 8, 8, true",
    "RANGE, < 8, 8, false",
    "RANGE, < 8, many, false",
    // MD5, SHA-1 and SHA-256 of "abc" (RFC 1321, FIPS 180-4).
    "DIGEST, 900150983cd24fb0d6963f7d28e17f72, abc, true",
    "DIGEST, a9993e364706816aba3e25717850c26c9cd0d89d, abc, true",
    "DIGEST, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, abd, false"
  })
  void comparesAsArtifactsDo(Match match, String value, String level, boolean holds) {
    Condition condition = new Condition("c", "f", match, List.of(value));

    assertThat(condition.holds(Optional.of(level))).isEqualTo(holds);
    assertThat(condition.matching(level)).hasSize(holds ? 1 : 0);
  }

  /** It would take longer than anybody waits. */
  @Test
  void aPatternThatTakesTooLongDoesNotMatch() {
    Condition slow = new Condition("c", "f", Match.PATTERN, List.of("^(a|a)*b$"));

    assertThat(slow.holds(Optional.of("a".repeat(60)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://API.Example.com/v1, api.example.com, api.example.com",
    "https://api.example.com:443, api.example.com, api.example.com",
    "http://api.example.com:443, api.example.com, api.example.com:443",
    "api.example.com:8443/x, api.example.com, api.example.com:8443",
    "https://me:p@api.example.com?q, api.example.com, api.example.com",
    "https:\\\\api.example.com\\x, api.example.com, api.example.com",
    "https://api.example.com., api.example.com., api.example.com.",
    "https://[2001:db8::1]:80, [2001:db8::1], [2001:db8::1]:80"
  })
  void theHostIsThatOfTheUrl(String url, String host, String withPort) {
    assertThat(Host.of(url))
        .hasValueSatisfying(of -> {
          assertThat(of.name()).isEqualTo(host);
          assertThat(of.nameAndPort()).isEqualTo(withPort);
        });
  }

  @Test
  void withoutAHostThereIsNone() {
    assertThat(Host.of("https:///")).isEmpty();
    assertThat(Host.of("")).isEmpty();
  }
}
