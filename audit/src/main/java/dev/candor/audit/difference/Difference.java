package dev.candor.audit.difference;

import dev.candor.audit.Report;
import dev.candor.core.Flow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What two reports differ in. Findings are compared by what they do: renamed identifiers, moved
 * code and another packaging make no difference.
 *
 * @param older the report that is compared from
 * @param newer the report that is compared to
 * @param mechanism what differs in the newer one's covert flows and in the tables, encoders and
 *     probes that they use
 * @param gone covert flows that vanished, and what differs in what they used
 * @param rest all other differences
 */
public record Difference(Report older, Report newer, Deltas mechanism, Deltas gone, Deltas rest) {

  /** Compares two reports, of whatever kind of package. */
  public static Difference between(Report older, Report newer) {
    Deltas all = Deltas.between(older.findings(), newer.findings());
    Mechanism come = Mechanism.of(covert(newer.findings().flows()), newer.findings());
    Mechanism gone = Mechanism.of(covert(all.flows().vanished()), older.findings());
    Deltas others = all.without(come);
    return new Difference(older, newer, all.of(come), others.of(gone), others.without(gone));
  }

  public boolean isEmpty() {
    return mechanism.isEmpty() && gone.isEmpty() && rest.isEmpty();
  }

  /** The newer one's covert flows that the older has just so. */
  public List<Flow> unchangedCovertFlows() {
    Set<Object> different = new HashSet<>();
    Delta<Flow> flows = mechanism.flows();
    flows.appeared().forEach(flow -> different.add(Content.of(flow)));
    flows.changed().forEach(change -> different.add(Content.of(change.newer())));
    return covert(newer.findings().flows()).stream()
        .filter(flow -> !different.contains(Content.of(flow)))
        .toList();
  }

  /** The result in plain sentences, nothing quoted from an artifact: what is covert. */
  public List<String> headlines() {
    return DifferenceReasons.headlines(this);
  }

  /** The headlines, then how many findings differ, then what was not read. */
  public List<String> reasons() {
    return DifferenceReasons.of(this);
  }

  private static List<Flow> covert(List<Flow> flows) {
    return flows.stream().filter(Flow::covert).toList();
  }
}
