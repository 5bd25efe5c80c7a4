package dev.candor.audit.html;

import dev.candor.audit.Compared;
import dev.candor.audit.ComparisonText;
import dev.candor.audit.Destination;
import dev.candor.audit.Fingerprint;
import dev.candor.audit.FlowParts;
import dev.candor.audit.MergedProbes;
import dev.candor.audit.Repeat;
import dev.candor.audit.Report;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.SignalWords;
import dev.candor.audit.disclosure.Disclosed;
import dev.candor.audit.disclosure.DisclosureWords;
import dev.candor.audit.observed.Confirmed;
import dev.candor.audit.observed.Observed;
import dev.candor.audit.observed.ObservedTrial;
import dev.candor.audit.suppression.Suppressed;
import dev.candor.core.Flow;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.lab.inference.Signal;
import dev.candor.page.Allowance;
import dev.candor.page.Style;
import dev.candor.text.mechanism.MechanismWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A report as the templates draw from it.
 *
 * @param disclosed what the vendor's disclosure covers
 * @param suppressed what was reviewed
 * @param most how much of its lists is shown
 * @param rest the same for what follows the code
 */
record View(
    Report report,
    Optional<Disclosed> disclosed,
    Optional<Suppressed> suppressed,
    ReportOptions options,
    Style style,
    Allowance most,
    Allowance rest) {
  /** Levels that a line of a codebook names. */
  static final int LEVELS = 40;

  /** Of places that say the same. */
  static final int PLACES = 12;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  /** What a disclosure says of a signal. */
  Optional<String> disclosed(Signal signal) {
    return DisclosureWords.of(disclosed, Fingerprint.of(signal));
  }

  String created() {
    return MINUTE.format(report.created().atZone(ZoneOffset.UTC));
  }

  String verdict() {
    return report.verdict().map(verdict -> verdict.word()).orElse("no verdict");
  }

  /** What a reader would not notice or cannot read. */
  List<Confirmed> telling() {
    return signals(false);
  }

  List<Confirmed> readable() {
    return signals(true);
  }

  private List<Confirmed> signals(boolean readable) {
    return report.observed().stream()
        .flatMap(observed -> observed.signals().stream())
        .filter(one -> SignalWords.isReadable(one.signal()) == readable)
        .toList();
  }

  List<Signal> unconfirmed(Observed observed, boolean triedAgain) {
    return observed.unconfirmed().stream()
        .filter(signal -> observed.wasTriedAgain(signal) == triedAgain)
        .toList();
  }

  List<Destination> destinations() {
    return report.observed().stream()
        .flatMap(observed ->
            Destination.of(List.of(), observed.receipt(), observed.unreadable()).stream())
        .toList();
  }

  List<Repeat> repeats() {
    return Repeat.of(report, options.asked());
  }

  /** The file that {@code candor exposure} and {@code candor decode} read, in lines. */
  List<String> mechanism() {
    return report.mechanism().stream()
        .flatMap(mechanism -> MechanismWriter.text(mechanism).lines())
        .toList();
  }

  /** What a flow reads and with what it compares that. */
  List<String> reads(Flow flow) {
    List<String> lines = new ArrayList<>();
    for (Probe probe : MergedProbes.of(FlowParts.of(flow, report.findings()).probes())) {
      String compared = String.join("; ", compared(probe));
      lines.add(
          probe.factor() + ": " + probe.reads() + (compared.isEmpty() ? "" : ": " + compared));
    }
    return lines;
  }

  /** One for each thing that is read, or all. */
  List<Probe> probes() {
    List<Probe> probes = report.findings().probes();
    return options.all() ? probes : MergedProbes.of(probes);
  }

  List<String> compared(Probe probe) {
    return new ComparisonText(report.findings(), true).lines(Compared.of(probe));
  }

  static List<String> places(List<Location> places) {
    return places.stream().map(Location::toString).toList();
  }

  /** The levels that are not of the base. */
  static String levels(ObservedTrial trial) {
    return trial.levels().isEmpty()
        ? "the base environment"
        : trial.levels().entrySet().stream()
            .map(level ->
                level.getKey() + " " + (level.getValue().isEmpty() ? "(none)" : level.getValue()))
            .collect(Collectors.joining(", "));
  }
}
