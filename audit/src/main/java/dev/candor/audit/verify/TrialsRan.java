package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Each trial is listed once, and what stood in one stood in one that ran. */
@AutoService(Coherence.class)
public final class TrialsRan implements Coherence {
  /** How the end of a trial begins that never was one. */
  static final String NOT_RUN = "did not run";

  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    Set<String> seen = new HashSet<>();
    for (At trial : report.observed().each("environments")) {
      if (!seen.add(trial.get("trial").json().asString(""))) {
        flaws.accept(trial.get("trial").flaw("a trial of this number stands before it"));
      }
    }
    for (At signal : report.signals().values()) {
      signal
          .members("symbols")
          .forEach((number, symbol) -> {
            Optional<At> trial = report.trial(number);
            if (trial.isEmpty()) {
              flaws.accept(symbol.flaw("a symbol of a trial that is not listed"));
            } else if (trial.get().text("end").startsWith(NOT_RUN)) {
              flaws.accept(symbol.flaw("a symbol of a trial that did not run"));
            }
          });
    }
  }
}
