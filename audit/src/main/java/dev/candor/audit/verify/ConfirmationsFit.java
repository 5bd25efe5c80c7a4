package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import dev.candor.audit.observed.Observed;
import java.util.List;
import java.util.function.Consumer;

/** What is called confirmed was seen again beyond chance, and what was tried again is called so. */
@AutoService(Coherence.class)
public final class ConfirmationsFit implements Coherence {
  /** Of what passed the false discovery rate; docs/audit.md gives the rule. */
  private static final double MOST_CHANCE = 0.05;

  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    if (!report.hasTrials()) {
      return;
    }
    for (At signal : report.signals().values()) {
      At significance = signal.get("significance");
      // Adjusted for all hypotheses, a chance does not become smaller; both have four digits.
      if (significance.number("q") < significance.number("p") * 0.999) {
        flaws.accept(significance.get("q").flaw("a chance for all places, below that of one"));
      }
    }
    for (At signal : report.observed().each("signals")) {
      At p = signal.get("significance").get("fresh").get("p");
      if (p.json().asDouble(1) > MOST_CHANCE) {
        flaws.accept(p.flaw("fresh trials that chance explains do not confirm a signal"));
      }
    }
    if (report.isOurs()) {
      triedAgain(report, flaws);
    }
  }

  private static void triedAgain(Reported report, Consumer<Flaw> flaws) {
    Observed observed = report.expected().observed().orElseThrow();
    List<At> listed = report.observed().each("unconfirmed");
    for (int i = 0; i < listed.size(); i++) {
      At stated = listed.get(i).get("triedAgain");
      if (stated.json().isBoolean()
          && stated.json().asBoolean(false)
              != observed.wasTriedAgain(observed.unconfirmed().get(i))) {
        flaws.accept(stated.flaw("not what the fresh trials that are listed say"));
      }
    }
  }
}
