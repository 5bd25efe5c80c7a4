package dev.candor.audit.verify;

import com.google.auto.service.AutoService;
import java.util.function.Consumer;

/** An experiment that was cut off, or never ran in the base environment, leaves a doubt. */
@AutoService(Coherence.class)
public final class DoubtsTold implements Coherence {
  @Override
  public void check(Reported report, Consumer<Flaw> flaws) {
    At observed = report.observed();
    if (!report.hasTrials() || !observed.each("doubts").isEmpty()) {
      return;
    }
    String ending = observed.text("ending");
    if (ending.equals("stopped") || ending.equals("room")) {
      flaws.accept(
          observed.get("doubts").flaw("no doubt is told, though the experiment was cut off"));
    } else if (observed.each("environments").stream().noneMatch(DoubtsTold::isBase)) {
      flaws.accept(
          observed
              .get("doubts")
              .flaw("no doubt is told, though no trial ran in the base environment"));
    }
  }

  private static boolean isBase(At trial) {
    return trial.text("purpose").equals("replicate")
        && !trial.text("end").startsWith(TrialsRan.NOT_RUN);
  }
}
