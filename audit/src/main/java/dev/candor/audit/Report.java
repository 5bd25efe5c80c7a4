package dev.candor.audit;

import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.Disclosure;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Derived;
import dev.candor.audit.observed.Guidance;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.suppression.Suppressed;
import dev.candor.audit.suppression.Suppressions;
import dev.candor.core.Flow;
import dev.candor.core.StaticFindings;
import dev.candor.core.Subject;
import dev.candor.core.mechanism.Established;
import dev.candor.core.mechanism.Mechanism;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known about one artifact, and how.
 *
 * @param subject the package that was asked for
 * @param parts further packages that were read with it, such as the executable for a platform
 * @param verdict of a scan alone {@code covert} or empty: it cannot show that nothing is hidden; of
 *     an audit always there
 * @param reasons what was found, in plain sentences without anything quoted from the artifact
 * @param findings what scan found
 * @param observed what an experiment showed; empty where there was none
 * @param notes what a reader should know about how the artifact was obtained
 * @param engine what made the report
 * @param created when; the only thing that always differs from the next report on the same artifact
 * @param disclosure what the vendor declares, where the report is held against that
 * @param suppressions what somebody has reviewed and accepted
 */
public record Report(
    Subject subject,
    List<Subject> parts,
    Optional<Verdict> verdict,
    List<String> reasons,
    StaticFindings findings,
    Optional<Observed> observed,
    List<String> notes,
    Engine engine,
    Instant created,
    Optional<Disclosure> disclosure,
    Optional<Suppressions> suppressions) {
  private static final String INTERRUPTED = "the experiment was interrupted before its first trial";

  private static final String UNTRIED = "What it sends: " + INTERRUPTED + ".";

  /** What was not seen where only an experiment was made. */
  public static final String UNREAD_CODE = "The code was not read.";

  private static final StaticFindings UNREAD =
      new StaticFindings(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(UNREAD_CODE));

  public Report {
    parts = List.copyOf(parts);
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /** Held against no disclosure. */
  public Report(
      Subject subject,
      List<Subject> parts,
      Optional<Verdict> verdict,
      List<String> reasons,
      StaticFindings findings,
      Optional<Observed> observed,
      List<String> notes,
      Engine engine,
      Instant created) {
    this(
        subject,
        parts,
        verdict,
        reasons,
        findings,
        observed,
        notes,
        engine,
        created,
        Optional.empty(),
        Optional.empty());
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
        subject,
        parts,
        verdict,
        Reasons.of(findings),
        findings,
        Optional.empty(),
        notes,
        engine,
        created);
  }

  /** Of a package whose code nobody has read. */
  static Report unread(Subject subject, Engine engine, Instant created) {
    return ofScan(subject, List.of(), UNREAD, List.of(), engine, created);
  }

  /** The same with an experiment, which decides. */
  public Report with(Observed shown, Instant now) {
    Conclusion conclusion = Conclusion.of(findings, shown);
    return new Report(
        subject,
        parts,
        Optional.of(conclusion.verdict()),
        conclusion.reasons(),
        findings,
        Optional.of(shown),
        Stream.concat(notes.stream(), shown.notes().stream()).distinct().toList(),
        engine,
        now,
        disclosure,
        suppressions);
  }

  /**
   * The same where an experiment was interrupted before its first trial. A verdict of the scan
   * stands; a package in which it found none is not thereby candid.
   */
  public Report withoutTrial(Instant now) {
    List<String> missed = new ArrayList<>(findings.notSeen());
    missed.add(UNTRIED);
    StaticFindings same =
        new StaticFindings(
            findings.tables(),
            findings.unreadable(),
            findings.rest(),
            findings.probes(),
            findings.encoders(),
            findings.flows(),
            missed);
    return new Report(
        subject,
        parts,
        verdict.or(() -> Optional.of(Verdict.INCONCLUSIVE)),
        verdict.isPresent()
            ? reasons
            : Stream.concat(Stream.of(INTERRUPTED), reasons.stream()).toList(),
        same,
        Optional.empty(),
        notes,
        engine,
        now,
        disclosure,
        suppressions);
  }

  /** The same, held against what the vendor declares; nothing else changes. */
  public Report with(Disclosure declared) {
    return heldAgainst(Optional.of(declared), suppressions);
  }

  /** The same, with what was reviewed marked; nothing else changes. */
  public Report with(Suppressions reviewed) {
    return heldAgainst(disclosure, Optional.of(reviewed));
  }

  private Report heldAgainst(Optional<Disclosure> declared, Optional<Suppressions> reviewed) {
    return new Report(
        subject, parts, verdict, reasons, findings, observed, notes, engine, created, declared,
        reviewed);
  }

  /** What is suppressed; empty where nothing was reviewed. */
  public Optional<Suppressed> suppressed() {
    return suppressions.map(reviewed -> Suppressed.of(reviewed, this));
  }

  /** What it would be without some flows and signals. */
  public Report without(Predicate<Flow> flows, Predicate<Confirmed> signals) {
    Report scanned =
        ofScan(
            subject,
            parts,
            new StaticFindings(
                findings.tables(),
                findings.unreadable(),
                findings.rest(),
                findings.probes(),
                findings.encoders(),
                findings.flows().stream().filter(flows.negate()).toList(),
                findings.notSeen()),
            notes,
            engine,
            created);
    if (observed.isPresent()) {
      return scanned.with(observed.get().without(signals), created);
    }
    return findings.notSeen().contains(UNTRIED) ? scanned.undecided() : scanned;
  }

  /** Of an experiment that never began, nothing is known but what the code shows. */
  private Report undecided() {
    return new Report(
        subject,
        parts,
        verdict.or(() -> Optional.of(Verdict.INCONCLUSIVE)),
        reasons,
        findings,
        observed,
        notes,
        engine,
        created);
  }

  /** What the vendor's disclosure covers; empty where the report is held against none. */
  public Optional<Disclosed> disclosed() {
    return disclosure.map(declared -> Disclosed.of(declared, this));
  }

  /** Whether the package's code was read; an experiment can do without. */
  public boolean isRead() {
    return !findings.equals(UNREAD);
  }

  /** The mechanism that the confirmed signals make, as far as they stand in texts. */
  public Optional<Mechanism> mechanism() {
    return observed.flatMap(shown ->
        Derived.of(
            subject,
            shown,
            Guidance.of(findings).recovered(),
            new Established(
                engine.name() + " " + engine.version(),
                created.atZone(ZoneOffset.UTC).toLocalDate(),
                isRead(),
                shown.trials().size())));
  }

  /** What may have been there and was not seen, by scan and experiment. */
  public List<String> notSeen() {
    return Stream.concat(
            findings.notSeen().stream(), observed.stream().flatMap(o -> o.notSeen().stream()))
        .toList();
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
