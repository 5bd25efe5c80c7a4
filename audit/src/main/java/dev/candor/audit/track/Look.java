package dev.candor.audit.track;

import dev.candor.audit.Report;
import dev.candor.core.Flow;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import java.util.List;
import java.util.Optional;

/**
 * What a scan saw in one version, as far as versions are compared by it.
 *
 * @param report without excerpts of the code, and without places that no flow takes
 * @param mechanism id of the covert flows and of what they use, the same in every version that does
 *     the same; empty where there is none
 * @param hidden id of all tables, hidden and unreadable, and of the mechanism
 */
public record Look(Report report, State state, Optional<String> mechanism, String hidden) {

  public static Look of(Report scanned) {
    Report report = slim(scanned);
    Optional<String> mechanism = Traits.mechanism(report.findings());
    State state =
        mechanism.isPresent()
            ? State.PRESENT
            : report.inconclusive() ? State.UNCLEAR : State.ABSENT;
    return new Look(report, state, mechanism, Traits.hidden(report.findings()));
  }

  /** Whether nothing that is looked for has come, gone or changed. */
  public boolean sameAs(Look other) {
    return state == other.state && hidden.equals(other.hidden);
  }

  private static Report slim(Report report) {
    StaticFindings all = report.findings();
    return Report.ofScan(
        report.subject(),
        report.parts(),
        new StaticFindings(
            all.tables(),
            all.unreadable(),
            List.of(),
            all.probes().stream().map(probe -> slim(probe, all.flows())).toList(),
            all.encoders(),
            all.flows().stream().map(Look::slim).toList(),
            all.notSeen()),
        report.notes(),
        report.engine(),
        report.created());
  }

  /** Places join a probe to the flows that take it; of others one stands for all. */
  private static Probe slim(Probe probe, List<Flow> flows) {
    List<Location> taken =
        probe.places().stream()
            .filter(place -> flows.stream().anyMatch(flow -> takes(flow, place)))
            .toList();
    return new Probe(
        probe.factor(),
        probe.reads(),
        probe.compares(),
        taken.isEmpty() ? List.of(probe.location()) : taken);
  }

  private static boolean takes(Flow flow, Location place) {
    return flow.steps().stream()
        .filter(step -> step.kind() == Step.Kind.PROBE)
        .map(Step::location)
        .anyMatch(step ->
            step.module().equals(place.module())
                && step.range().start() < place.range().end()
                && place.range().start() < step.range().end());
  }

  private static Flow slim(Flow flow) {
    return new Flow(
        flow.factors(),
        flow.gates(),
        flow.encoders(),
        flow.steps().stream().map(step -> new Step(step.kind(), step.location(), "", "")).toList(),
        flow.confidence(),
        flow.explained());
  }
}
