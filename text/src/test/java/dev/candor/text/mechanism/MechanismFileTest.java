package dev.candor.text.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.Digest;
import dev.candor.core.Form;
import dev.candor.core.InputException;
import dev.candor.core.Match;
import dev.candor.core.mechanism.Carrier;
import dev.candor.core.mechanism.Condition;
import dev.candor.core.mechanism.Condition.Part;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Filler;
import dev.candor.core.mechanism.Gate;
import dev.candor.core.mechanism.Mark;
import dev.candor.core.mechanism.Mechanism;
import dev.candor.core.mechanism.Row;
import dev.candor.core.mechanism.Seen;
import dev.candor.core.mechanism.Template;
import dev.candor.core.mechanism.Truths;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MechanismFileTest {
  private static final String SMALL =
      """
      schema: candor/mechanism/v1
      name: small
      package: pkg:npm/tool
      established: {engine: hand, date: 2026-11-21, scanned: yes, trials: 0}
      conditions:
        - {id: zone, factor: timezone, match: equal, values: [Asia/Tokyo]}
      carriers:
        - {id: line, kind: text, text: "It is {sign} now."}
      marks:
        - carrier: line
          slot: sign
          form: lookalike
          codebook:
            - {when: {zone: yes}, symbol: U+2019}
            - {symbol: U+0027}
      """;

  private static final Condition ZONE =
      new Condition("zone", "timezone", Match.EQUAL, List.of("Asia/Tokyo"));

  private static List<Row> rows(String yes, String rest) {
    return List.of(new Row(Truths.ANY.and("zone", true), yes), new Row(Truths.ANY, rest));
  }

  @Test
  void readsASmallFile() {
    Carrier line = new Carrier.Text("line", "", "", Template.of("It is {sign} now."), Map.of());

    assertThat(MechanismFile.parse("small.yaml", SMALL))
        .isEqualTo(
            new Mechanism(
                "small",
                "",
                "pkg:npm/tool",
                "",
                List.of(),
                new Established("hand", LocalDate.of(2026, 11, 21), true, 0),
                List.of(ZONE),
                Gate.UNKNOWN,
                List.of(new Mark(line, "sign", Form.LOOKALIKE, rows("\u2019", "'")))));
  }

  /** One of each kind. */
  @Test
  void readsWhatItWrote() {
    Carrier text =
        new Carrier.Text(
            "text",
            "POST /v1/x",
            "/a/*/text",
            Template.of("a \"quoted\" \u00e9 {s}\n{d} tail {s}"),
            Map.of("d", new Filler(Filler.Kind.CHARACTERS, 0, 80)));
    Mechanism all =
        new Mechanism(
            "all",
            "Says: something # odd",
            "pkg:npm/%40scope/tool",
            "vers:npm/>=1.0.0|<2.0.0",
            List.of(
                new Seen(
                    "pkg:npm/%40scope/tool@1.0.0",
                    Optional.of(new Digest("sha512", "ab".repeat(64)))),
                new Seen("pkg:npm/%40scope/tool@1.1.0", Optional.empty())),
            new Established("candor 0.1.0", LocalDate.of(2026, 1, 2), false, 40),
            List.of(
                ZONE,
                new Condition(
                    "host",
                    "endpoint",
                    Part.HOST,
                    Match.DOT_SUFFIX,
                    List.of("no", "163.com", "a b")),
                new Condition("set", "variable:X_Y", Match.PRESENCE, List.of()),
                new Condition("cores", "cpu", Match.RANGE, List.of(">= 8"))),
            new Gate(List.of(Truths.ANY.and("set", false).and("cores", true)), true),
            List.of(
                new Mark(text, "s", Form.INVISIBLE, rows("\u200b\ud83d\ude00", "")),
                new Mark(new Carrier.HeaderOrder("ho", ""), "", Form.ORDER, rows("a,b", "b,a")),
                new Mark(
                    new Carrier.HeaderCase("hc", "GET /", "X-A"),
                    "",
                    Form.FORMAT,
                    rows("X-A", "x-a")),
                new Mark(new Carrier.KeyOrder("ko", "", "/a"), "", Form.ORDER, rows("x,y", "y,x")),
                new Mark(
                    new Carrier.NumberSpelling("n", "", "/t"), "", Form.NUMERIC, rows("1.0", "1")),
                new Mark(
                    new Carrier.Digit("d", "", "/id", -1),
                    "",
                    Form.NUMERIC,
                    rows("02468", "13579")),
                new Mark(
                    new Carrier.Value("v", "", "X-B"),
                    "",
                    Form.PRESENCE,
                    rows("yes", Carrier.Value.ABSENT))));

    String file = MechanismWriter.text(all);

    assertThat(file.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~')).isTrue();
    assertThat(MechanismFile.parse("all.yaml", file)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "schema: candor/mechanism/v1 | schema: candor/mechanism/v2 | line 1: the schema is",
        "name: small | name: Small | line 2: name is small letters",
        "name: small | nome: small | line 2: the key \"nome\" means nothing here",
        "package: pkg:npm/tool | package: pkg:npm/tool@1 | line 3: the package is a package URL",
        "date: 2026-11-21 | date: yesterday | line 4: the date is written",
        "match: equal | match: like | line 6: \"like\" is none of equal",
        "values: [Asia/Tokyo] | values: [] | line 6: the mechanism has no values",
        "values: [Asia/Tokyo] | values: [a, a] | line 6: the mechanism has a value twice",
        "kind: text | kind: poem | line 8: the kind \"poem\" is none of",
        "It is {sign} now. | It is {other} now. | line 10: the mechanism marks the slot \"sign\"",
        "It is {sign} now. | It is {sign} {now}. | line 1: the mechanism has a slot {now}",
        "carrier: line | carrier: lime | line 10: there is no carrier \"lime\"",
        "U+2019 | ’ | line 14: a symbol is written by its code points",
        "zone: yes | zone: maybe | line 14: yes or no is expected",
        "zone: yes | zona: yes | line 1: the mechanism a codebook names the condition zona",
        "{symbol: U+0027} | {when: {zone: yes}, symbol: U+0027} | line 10: the mechanism has a codebook",
        "name: small | name: *a | line 2: aliases are not read",
        "name: small | name: [ | this is no YAML",
      })
  void namesTheLineThatIsWrong(String right, String wrong, String message) {
    assertThat(SMALL).contains(right);
    assertThatThrownBy(() -> MechanismFile.parse("small.yaml", SMALL.replace(right, wrong)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("small.yaml, line ")
        .hasMessageContaining(message);
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    assertThatThrownBy(() -> MechanismFile.parse("s", SMALL + "name: again\n"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThatThrownBy(() -> MechanismFile.parse("s", "a: " + "[".repeat(500) + "]".repeat(500)))
        .isInstanceOf(InputException.class);
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> MechanismFile.parse("s", "# nothing\n"))
        .hasMessageContaining("line 1: the file holds nothing");
  }
}
