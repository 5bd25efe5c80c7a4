package dev.candor.audit;

import static dev.candor.core.Step.Kind.COMPARISON;
import static dev.candor.core.Step.Kind.PROBE;

import dev.candor.core.Comparison;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import dev.candor.core.UnreadableTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The findings that a flow is made of, joined by the places of its steps.
 *
 * @param probes where it reads the environment, each with the places and comparisons that the flow
 *     takes; with all its comparisons where the flow's steps name none of them
 * @param tables hidden tables with which those compare
 * @param unreadable lists of digests with which those compare
 */
public record FlowParts(
    List<Probe> probes, List<HiddenTable> tables, List<UnreadableTable> unreadable) {
  public FlowParts {
    probes = List.copyOf(probes);
    tables = List.copyOf(tables);
    unreadable = List.copyOf(unreadable);
  }

  /** The parts of {@code flow} among the findings of the same report. */
  public static FlowParts of(Flow flow, StaticFindings findings) {
    Set<String> factors = new TreeSet<>(flow.factors());
    factors.addAll(flow.gates());
    List<Location> reads = places(flow, PROBE);
    List<Location> comparisons = places(flow, COMPARISON);
    List<Probe> probes =
        findings.probes().stream()
            .filter(probe -> factors.contains(probe.factor()))
            .flatMap(probe -> taken(probe, reads, comparisons).stream())
            .toList();
    Set<String> ids =
        probes.stream()
            .flatMap(probe -> probe.compares().stream())
            .flatMap(comparison -> comparison.table().stream())
            .collect(Collectors.toSet());
    return new FlowParts(
        probes,
        findings.tables().stream().filter(table -> ids.contains(table.id())).toList(),
        findings.unreadable().stream().filter(table -> ids.contains(table.id())).toList());
  }

  /** The encoders that are in none of the flows. */
  public static List<Encoder> encodersWithoutFlow(StaticFindings findings) {
    Set<Object> joined =
        findings.flows().stream()
            .flatMap(flow -> flow.encoders().stream())
            .map(FlowParts::place)
            .collect(Collectors.toSet());
    return findings.encoders().stream()
        .filter(encoder -> !joined.contains(place(encoder)))
        .toList();
  }

  /** Without the factors: more of them may be known where a flow was followed. */
  private static Object place(Encoder encoder) {
    return List.of(encoder.form(), encoder.location());
  }

  /** The part of the probe that the flow takes, if it takes any. */
  private static Optional<Probe> taken(
      Probe probe, List<Location> reads, List<Location> comparisons) {
    List<Location> places = probe.places().stream().filter(p -> meets(p, reads)).toList();
    List<Comparison> compares =
        probe.compares().stream().filter(c -> meets(c.location(), comparisons)).toList();
    if (places.isEmpty() && compares.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Probe(
            probe.factor(),
            probe.reads(),
            compares.isEmpty() ? probe.compares() : compares,
            places.isEmpty() ? probe.places() : places));
  }

  private static List<Location> places(Flow flow, Step.Kind kind) {
    return flow.steps().stream().filter(step -> step.kind() == kind).map(Step::location).toList();
  }

  private static boolean meets(Location place, List<Location> others) {
    return others.stream().anyMatch(other -> meets(place, other));
  }

  private static boolean meets(Location a, Location b) {
    return a.module().equals(b.module())
        && a.range().start() < b.range().end()
        && b.range().start() < a.range().end();
  }
}
