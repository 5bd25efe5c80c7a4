package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/** What is counted and listed is as many as are listed. */
@AutoService(Coherence.class)
public final class CountsFit implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    if (!report.hasTrials()) {
      return;
    }
    At observed = report.observed();
    int trials = observed.each("environments").size();
    equal(observed, "trials", trials, "trials are listed", flaws);
    for (At mechanism : report.root().each("mechanisms")) {
      equal(mechanism.get("established"), "trials", trials, "trials are listed", flaws);
    }
    for (At signal : report.signals().values()) {
      At significance = signal.get("significance");
      int symbols = signal.get("symbols").json().size();
      equal(significance, "trials", symbols, "trials have a symbol", flaws);
      significance.optional("fresh").ifPresent(fresh -> fresh(report, signal, fresh, flaws));
    }
  }

  private static void fresh(Reported report, At signal, At fresh, Consumer<Flaw> flaws) {
    long there =
        signal.members("symbols").keySet().stream()
            .flatMap(number -> report.trial(number).stream())
            .filter(trial -> trial.text("purpose").equals("confirmation"))
            .count();
    if (fresh.whole("foretold") > there) {
      flaws.accept(
          fresh
              .get("foretold")
              .flaw(
                  "says %d, and %d fresh trials have a symbol there"
                      .formatted(fresh.whole("foretold"), there)));
    }
    if (fresh.whole("agreeing") > fresh.whole("foretold")) {
      flaws.accept(
          fresh.get("agreeing").flaw("more fresh trials agreed than anything was foretold of"));
    }
  }

  private static void equal(
      At from, String member, long listed, String what, Consumer<Flaw> flaws) {
    if (from.whole(member) != listed) {
      flaws.accept(
          from.get(member).flaw("says %d, and %d %s".formatted(from.whole(member), listed, what)));
    }
  }
}
