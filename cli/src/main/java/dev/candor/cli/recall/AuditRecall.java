package dev.candor.cli.recall;

import dev.candor.audit.Report;
import dev.candor.audit.Verdict;
import dev.candor.audit.observed.Confirmed;
import dev.candor.core.InputException;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.inference.Signal;
import dev.candor.specimens.Condition;
import dev.candor.specimens.Label;
import dev.candor.specimens.Specimen;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /** Whether the factor is a variable that some level that marks sets. */
  private static boolean isVariable(String factor, Label label) {
    return factor.startsWith(Environment.VARIABLE)
        && label.trigger().stream()
            .flatMap(trigger -> trigger.conditions().stream())
            .anyMatch(condition ->
                condition.marking().stream()
                    .anyMatch(level -> sets(factor, condition.factor(), level)));
  }

  private static boolean sets(String variable, String factor, String level) {
    if (level.startsWith(variable.substring(Environment.VARIABLE.length()) + "=")) {
      return true;
    }
    try {
      Environment base = Environment.base();
      return !base.with(factor, level).of(Set.of(variable)).equals(base.of(Set.of(variable)));
    } catch (InputException e) {
      return false; // what only the label's own driver can set
    }
  }
}
