package dev.candor.audit;

import dev.candor.core.Flow;
import dev.candor.core.StaticFindings;
import dev.candor.core.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known about one artifact, and how.
 *
 * @param subject the package that was asked for
 * @param parts further packages that were read with it, such as the executable for a platform
 * @param verdict of a scan alone {@code covert} or empty: it cannot show that nothing is hidden
 * @param reasons what was found, in plain sentences without anything quoted from the artifact
 * @param findings what scan found
 * @param notes what a reader should know about how the artifact was obtained
 * @param engine what made the report
 * @param created when; the only member that differs between two reports on the same artifact
 */
public record Report(
    Subject subject,
    List<Subject> parts,
    Optional<Verdict> verdict,
    List<String> reasons,
    StaticFindings findings,
    List<String> notes,
    Engine engine,
    Instant created) {
  public Report {
    parts = List.copyOf(parts);
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /**
   * The report of a scan without an experiment. It is {@code covert} when a flow from a probe to a
   * text is whole and nothing explains it; hidden tables and encoders alone give no verdict.
   */
  public static Report ofScan(
      Subject subject,
      List<Subject> parts,
      StaticFindings findings,
      List<String> notes,
      Engine engine,
      Instant created) {
    Optional<Verdict> verdict =
        findings.flows().stream().filter(Flow::covert).findAny().map(flow -> Verdict.COVERT);
    return new Report(
        subject, parts, verdict, Reasons.of(findings), findings, notes, engine, created);
  }

  /**
   * Nothing was found, but not everything was read: absence is not shown. Neither a probe nor a
   * flow that is explained counts as found.
   */
  public boolean inconclusive() {
    return findings.tables().isEmpty()
        && findings.unreadable().isEmpty()
        && findings.flows().stream().noneMatch(Flow::covert)
        && FlowParts.encodersWithoutFlow(findings).isEmpty()
        && !findings.notSeen().isEmpty();
  }
}
