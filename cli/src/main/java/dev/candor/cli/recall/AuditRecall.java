package dev.candor.cli.recall;

import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Confirmed;
import dev.candor.lab.inference.Signal;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import dev.candor.specimens.Specimen;
import java.util.List;
import java.util.Optional;

/** What an audit says of a specimen, held against its label. */
public enum AuditRecall {
  /** Covert, with a factor of the trigger and the carrier's form. */
  FOUND,
  /** Covert, but by another factor or form. */
  OTHERWISE,
  /** Covert by its label, and not found. */
  MISSED,
  /** Not covert by its label, and called so. */
  FALSE,
  /** Not covert, and not called so. */
  QUIET;

  /** Judges one. */
  public static AuditRecall of(Specimen specimen, Report report) {
    Label label = specimen.label();
    boolean called = report.verdict().equals(Optional.of(Verdict.COVERT));
    if (!label.covert()) {
      return called ? FALSE : QUIET;
    }
    if (!called) {
      return MISSED;
    }
    List<Signal> signals =
        report.observed().stream()
            .flatMap(observed -> observed.signals().stream())
            .map(Confirmed::signal)
            .filter(signal -> signal.form().isUnnoticed())
            .toList();
    boolean found =
        label.carriers().stream()
            .allMatch(carrier ->
                signals.stream()
                    .anyMatch(signal ->
                        signal.form().word().equals(carrier.form()) && isOf(signal, label)));
    return found ? FOUND : OTHERWISE;
  }

  /** The signal's factors are all of the trigger. */
  private static boolean isOf(Signal signal, Label label) {
    List<String> factors =
        label.trigger().stream()
            .flatMap(trigger -> trigger.conditions().stream())
            .map(Condition::factor)
            .toList();
    return signal.factors().stream()
        .allMatch(factor ->
            factors.stream().anyMatch(other -> ProbeRecall.same(other, factor))
                || isVariable(factor, label));
  }

  /** Whether the factor is a variable that some condition names. */
  private static boolean isVariable(String factor, Label label) {
    String variable = factor.replaceFirst("^variable:", "");
    return label.trigger().stream()
        .flatMap(trigger -> trigger.conditions().stream())
        .flatMap(condition -> condition.marking().stream())
        .anyMatch(level -> level.startsWith(variable + "="));
  }
}
