package dev.candor.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Comparison;
import dev.candor.core.Confidence;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowPartsTest {
  private final StaticFindings findings = Marked.report().findings();
  private final Flow flow = findings.flows().getFirst();

  @Test
  void aFlowsProbesAreThoseThatItsStepsRead() {
    assertThat(FlowParts.of(flow, findings).probes())
        .extracting(Probe::factor)
        .containsExactly("endpoint", "timezone");
  }

  @Test
  void onlyThePlacesAndComparisonsOfItsStepsAreTaken() {
    Probe endpoint = FlowParts.of(flow, findings).probes().getFirst();

    assertThat(endpoint.places()).containsExactly(new Location("package/cli.js", 100, 120));
    assertThat(endpoint.compares())
        .extracting(Comparison::match)
        .containsExactly(Match.DOT_SUFFIX, Match.SUBSTRING);
  }

  @Test
  void tablesAreThoseThatItComparesWith() {
    assertThat(FlowParts.of(flow, findings).tables())
        .extracting(HiddenTable::id)
        .containsExactly("table-hosts", "table-words");
  }

  @Test
  void withoutComparisonStepsAllComparisonsAreTaken() {
    Flow read = steps(new Step(Step.Kind.PROBE, at("package/cli.js", 90, 130), "", ""));
    assertThat(FlowParts.of(read, findings).probes().getFirst().compares()).hasSize(3);
  }

  @Test
  void theSameBytesOfAnotherModuleAreAnotherPlace() {
    Flow elsewhere = steps(new Step(Step.Kind.PROBE, at("package/other.js", 90, 130), "", ""));
    assertThat(FlowParts.of(elsewhere, findings).probes()).isEmpty();
  }

  @Test
  void touchingPlacesDoNotMeet() {
    Flow before = steps(new Step(Step.Kind.PROBE, at("package/cli.js", 90, 100), "", ""));
    assertThat(FlowParts.of(before, findings).probes()).isEmpty();
  }

  @Test
  void aProbeOfAnotherFactorInTheSamePlaceIsNone() {
    Flow zone =
        new Flow(
            List.of("timezone"),
            List.of(),
            List.of(),
            List.of(new Step(Step.Kind.PROBE, at("package/cli.js", 100, 120), "", "")),
            Confidence.FOLLOWED,
            Optional.empty());
    assertThat(FlowParts.of(zone, findings).probes()).isEmpty();
  }

  @Test
  void anEncoderOfAFlowIsNotWithoutOneWhateverIsKnownOfItsFactors() {
    Location at = new Location("m", 1, 2);
    Encoder joined = new Encoder(Form.FORMAT, List.of("-", "/"), List.of(), at);
    Encoder alone = new Encoder(Form.FORMAT, List.of("-", "/"), List.of(), new Location("m", 5, 6));
    Flow flow =
        new Flow(
            List.of("timezone"),
            List.of(),
            List.of(new Encoder(Form.FORMAT, List.of("-", "/"), List.of("timezone"), at)),
            List.of(new Step(Step.Kind.TEXT, at, "", "")),
            Confidence.FOLLOWED,
            Optional.of("it is said"));
    StaticFindings found =
        new StaticFindings(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(joined, alone),
            List.of(flow),
            List.of());

    assertThat(FlowParts.encodersWithoutFlow(found)).containsExactly(alone);
  }

  private static Flow steps(Step... steps) {
    return new Flow(
        List.of("endpoint"),
        List.of(),
        List.of(),
        List.of(steps),
        Confidence.FOLLOWED,
        Optional.empty());
  }

  private static Location at(String module, long start, long end) {
    return new Location(module, start, end);
  }
}
