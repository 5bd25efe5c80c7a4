package dev.candor.audit.suppression;

import dev.candor.audit.Finding;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.Report;
import dev.candor.audit.SignalRule;
import dev.candor.audit.Verdict;
import dev.candor.core.Count;
import dev.candor.core.Encoder;
import dev.candor.core.Flow;
import dev.candor.lab.inference.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a reviewed file suppresses of a report. Nothing is taken out of the report, and its verdict
 * stays; only the exit status goes by what is left.
 *
 * @param entries of the file, in its order
 * @param findings how many are suppressed
 */
public record Suppressed(List<Entry> entries, int findings) {
  /** The rule of covert flows, which make the verdict of a scan. */
  private static final String COVERT_FLOW = "CANDOR-S003";

  public Suppressed {
    entries = List.copyOf(entries);
  }

  /** What became of an entry. */
  public enum Status {
    /** It suppresses a finding. */
    APPLIED,
    /** Its last day is over; it suppresses nothing. */
    EXPIRED,
    /** The report has no such finding. */
    UNMATCHED;

    /** As reports have it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An entry, and what became of it. */
  public record Entry(Suppression suppression, Status status) {}

  /** What they suppress of that report. */
  public static Suppressed of(Suppressions suppressions, Report report) {
    Map<String, List<Suppressible>> byFingerprint = new HashMap<>();
    List<Suppressible> all = Suppressible.all(report);
    all.forEach(
        one -> byFingerprint.computeIfAbsent(one.fingerprint(), _ -> new ArrayList<>()).add(one));
    List<Entry> entries = new ArrayList<>();
    for (Suppression one : suppressions.all()) {
      boolean there =
          byFingerprint.getOrDefault(one.fingerprint(), List.of()).stream().anyMatch(one::isOf);
      entries.add(
          new Entry(
              one,
              one.isExpired(suppressions.today())
                  ? Status.EXPIRED
                  : there ? Status.APPLIED : Status.UNMATCHED));
    }
    Suppressed suppressed = new Suppressed(entries, 0);
    return new Suppressed(
        entries, (int) all.stream().filter(it -> suppressed.by(it).isPresent()).count());
  }

  /** The entry that suppresses a finding of the code. */
  public Optional<Suppression> by(String rule, Finding finding) {
    return by(
        new Suppressible(rule, finding.fingerprint(), Optional.of(finding.location().module())));
  }

  /** The entry that suppresses a signal. */
  public Optional<Suppression> by(Signal signal) {
    return SignalRule.of(signal.form())
        .flatMap(rule -> by(new Suppressible(rule.id(), Fingerprint.of(signal), Optional.empty())));
  }

  private Optional<Suppression> by(Suppressible finding) {
    return entries.stream()
        .filter(entry -> entry.status() == Status.APPLIED)
        .map(Entry::suppression)
        .filter(one -> one.isOf(finding))
        .findFirst();
  }

  /**
   * The verdict by which the exit status goes: that of the same report without what is suppressed.
   */
  public Optional<Verdict> deciding(Report report) {
    if (findings == 0) {
      return report.verdict();
    }
    return report
        .without(flow -> by(flow).isPresent(), confirmed -> by(confirmed.signal()).isPresent())
        .verdict();
  }

  /** A flow lies where it picks, as its finding does. */
  private Optional<Suppression> by(Flow flow) {
    return by(
        new Suppressible(
            COVERT_FLOW,
            Fingerprint.of(flow),
            Optional.of(
                flow.encoders().stream()
                    .map(Encoder::location)
                    .findFirst()
                    .orElseGet(flow::end)
                    .module())));
  }

  /** As {@code 3 findings suppressed}. */
  public String headline() {
    return Count.of(findings, "finding") + " suppressed";
  }

  /** What the first screen says where the exit status does not follow the verdict. */
  public Optional<String> exit(Report report) {
    Optional<Verdict> deciding = deciding(report);
    return deciding.equals(report.verdict())
        ? Optional.empty()
        : Optional.of(
            "the verdict stands, and what makes it is suppressed: the exit status is that of %s"
                .formatted(deciding.map(Verdict::word).orElse("a report without such findings")));
  }

  /** Entries that suppress nothing, one sentence each. */
  public List<String> complaints() {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      Suppression one = entry.suppression();
      switch (entry.status()) {
        case APPLIED -> {}
        case EXPIRED ->
            lines.add(
                "The suppression of %s %s has expired on %s, and suppresses nothing: review it."
                    .formatted(one.rule(), one.fingerprint(), one.end()));
        case UNMATCHED ->
            lines.add(
                "The suppression of %s %s matches no finding; take it out of the file."
                    .formatted(one.rule(), one.fingerprint()));
      }
    }
    return lines;
  }

  /** Entries that count, one line each. */
  public List<String> lines() {
    return entries.stream()
        .filter(entry -> entry.status() == Status.APPLIED)
        .map(Entry::suppression)
        .map(one ->
            "%s %s%s: %s (%s, %s)"
                .formatted(
                    one.rule(),
                    one.fingerprint(),
                    one.path().map(path -> " in " + path).orElse(""),
                    one.reason(),
                    one.by(),
                    one.until()))
        .toList();
  }
}
