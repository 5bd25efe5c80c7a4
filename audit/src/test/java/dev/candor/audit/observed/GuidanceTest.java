package dev.candor.audit.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.audit.Marked;
import dev.candor.core.Comparison;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Recovery;
import dev.candor.core.StaticFindings;
import dev.candor.lab.experiment.Recovered;
import dev.candor.lab.experiment.Together;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuidanceTest {
  private static final Location AT = new Location("cli.js", 1, 2);

  @Test
  void whatIsComparedWithAHiddenTableComesBeforeConstantsInClear() {
    Guidance guidance =
        guidance(
            probe("username", compared(Match.EQUAL, "root")),
            probe("endpoint", hidden("one.example.test", "two.example.test")));

    assertThat(guidance.recovered())
        .containsExactly(
            new Recovered("endpoint", List.of("one.example.test", "two.example.test"), Match.EQUAL),
            new Recovered("username", List.of("root"), Match.EQUAL));
  }

  /** The flow compares its zone with constants in clear. */
  @Test
  void whatACovertFlowComparesIsTried() {
    Guidance guidance = Guidance.of(Marked.report().findings());

    assertThat(guidance.recovered())
        .contains(new Recovered("timezone", List.of("Asia/Shanghai", "Asia/Urumqi"), Match.EQUAL));
    assertThat(guidance.recovered()).extracting(Recovered::factor).doesNotContain("ci", "editor");
  }

  /** A room cannot set whether the model is asked through a cloud. */
  @Test
  void factorsOfACovertFlowAreTriedTogetherAsFarAsARoomCanSetThem() {
    assertThat(Guidance.of(Marked.report().findings()).together())
        .containsExactly(new Together(Set.of("endpoint", "timezone")));
  }

  @Test
  void theFactorsOfEachCovertFlowAreTold() {
    assertThat(Guidance.of(Marked.report().findings()).covert())
        .containsExactly(Set.of("endpoint", "timezone"));
  }

  @Test
  void whetherSomethingIsThereIsTriedOnlyWhereItCanLack() {
    assertThat(
            guidance(
                    probe("hostname", compared(Match.PRESENCE)),
                    probe("proxy", compared(Match.PRESENCE)))
                .recovered())
        .containsExactly(new Recovered("proxy", List.of(), Match.PRESENCE));
  }

  @Test
  void aConstantOfOneCharacterIsNotTried() {
    assertThat(guidance(probe("username", compared(Match.EQUAL, "0", "1"))).recovered()).isEmpty();
    assertThat(guidance(probe("username", compared(Match.EQUAL, "0", "bo"))).recovered())
        .hasSize(1);
  }

  @Test
  void whatIsComparedTwiceIsTriedOnce() {
    assertThat(
            guidance(
                    probe("ci", compared(Match.EQUAL, "github")),
                    probe("ci", compared(Match.EQUAL, "github")))
                .recovered())
        .hasSize(1);
  }

  @Test
  void codeThatComparesNothingGuidesNobody() {
    assertThat(guidance(probe("timezone"))).isEqualTo(Guidance.NONE);
  }

  /** The flow reads endpoint and zone; the table of zones is tied to no comparison. */
  @Test
  void aHiddenTableOfZonesIsForTheZoneOfACovertFlow() {
    StaticFindings found = Marked.report().findings();

    assertThat(withTable(found, "Asia/Dubai", "Europe/Lisbon").recovered())
        .contains(new Recovered("timezone", List.of("Asia/Dubai", "Europe/Lisbon"), Match.EQUAL));
    assertThat(withTable(found, "lisbon.example", "dubai.example").recovered())
        .extracting(Recovered::values)
        .doesNotContain(List.of("lisbon.example", "dubai.example"));
  }

  /** Two lists that one decoder gives at several places are one table. */
  @Test
  void ofATableOfTwoListsTheZonesAreForTheZone() {
    StaticFindings found = Marked.report().findings();

    assertThat(withTable(found, "bipe", "Asia/Dubai", "tatea6", "Europe/Lisbon").recovered())
        .contains(new Recovered("timezone", List.of("Asia/Dubai", "Europe/Lisbon"), Match.EQUAL));
    assertThat(withTable(found, "bipe", "Asia/Dubai", "tatea6").recovered())
        .extracting(Recovered::values)
        .doesNotContain(List.of("Asia/Dubai"));
  }

  /** {@code if (process.env.BUILDKITE)} compares with nothing. */
  @Test
  void aVariableThatACovertFlowReadsIsSet() {
    StaticFindings found = Marked.report().findings();
    Flow flow = found.flows().getFirst();
    Location read = flow.steps().getFirst().location();
    Probe probe = new Probe("ci", "process.env.BUILDKITE", List.of(), List.of(read));
    Flow ofCi =
        new Flow(
            List.of("ci"),
            List.of(),
            flow.encoders(),
            flow.steps(),
            flow.confidence(),
            flow.explained());
    Guidance guidance =
        Guidance.of(
            new StaticFindings(
                List.of(),
                List.of(),
                List.of(),
                List.of(probe),
                List.of(),
                List.of(ofCi),
                List.of()));

    assertThat(guidance.recovered())
        .contains(new Recovered("variable:BUILDKITE", List.of(), Match.PRESENCE));
    assertThat(guidance.covert()).containsExactly(Set.of("variable:BUILDKITE"));
  }

  private static Guidance withTable(StaticFindings found, String... entries) {
    HiddenTable table =
        new HiddenTable(
            "table-1",
            List.of("base64"),
            List.of(entries),
            1,
            new Recovery.Searched(),
            List.of(AT),
            List.of());
    return Guidance.of(
        new StaticFindings(
            List.of(table),
            List.of(),
            List.of(),
            found.probes(),
            found.encoders(),
            found.flows(),
            List.of()));
  }

  private static Guidance guidance(Probe... probes) {
    return Guidance.of(
        new StaticFindings(
            List.of(), List.of(), List.of(), List.of(probes), List.of(), List.of(), List.of()));
  }

  private static Probe probe(String factor, Comparison... compares) {
    return new Probe(factor, "process.env.X", List.of(compares), List.of(AT));
  }

  private static Comparison compared(Match match, String... values) {
    return new Comparison(match, List.of(values), Optional.empty(), AT);
  }

  private static Comparison hidden(String... values) {
    return new Comparison(Match.EQUAL, List.of(values), Optional.of("table-hosts"), AT);
  }
}
