package dev.candor.audit.observed;

import dev.candor.artifact.FetchOptions;
import dev.candor.audit.recording.ReadyTool;
import dev.candor.core.InputException;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.experiment.Budget;
import dev.candor.lab.experiment.Design;
import dev.candor.lab.experiment.Experiment;
import dev.candor.lab.experiment.Experiment.Setting;
import dev.candor.lab.experiment.Finished;
import dev.candor.lab.experiment.Journal;
import dev.candor.lab.experiment.Levels;
import dev.candor.lab.experiment.Parallel;
import dev.candor.lab.experiment.Standing;
import dev.candor.lab.experiment.Stop;
import dev.candor.lab.trial.Trials;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs a tool in many environments and says what its traffic depends on. */
public final class Observer {
  private final FetchOptions fetch;

  public Observer(FetchOptions fetch) {
    this.fetch = fetch;
  }

  /**
   * What is asked of an observer.
   *
   * @param tool what is run
   * @param budget how much may be tried
   * @param seed of what is drawn; the same makes the same experiment
   * @param journal a folder that keeps the trials, so that one that was cut off goes on
   */
  public record Wish(ReadyTool.Wish tool, Budget budget, long seed, Optional<Path> journal) {}

  /**
   * Fetches, installs, runs, infers.
   *
   * @param guidance what a reading of the code says should be tried
   * @param trials where it is run
   * @param stop ends it early; what is known by then is the result
   * @throws InputException if the package cannot be had, or no room be made
   */
  public Observed observe(Wish wish, Guidance guidance, Trials trials, Stop stop) {
    ReadyTool tool = ReadyTool.of(wish.tool(), fetch);
    Design design =
        Design.of(
            new Design.Wish(
                Environment.base(),
                Levels.standard().with(guidance.variables()),
                guidance.recovered(),
                guidance.together(),
                wish.budget(),
                wish.seed()));
    Optional<Journal> journal =
        wish.journal().map(folder -> Journal.open(folder, subject(tool), design));
    try {
      return observe(
          tool,
          wish,
          design,
          guidance,
          new Setting(tool.staging(), trials, Parallel.standard(), journal),
          stop);
    } finally {
      journal.ifPresent(Journal::close);
    }
  }

  /** What must be the same for trials of another time to be of this experiment. */
  private static String subject(ReadyTool tool) {
    return tool.installation().packages().stream()
        .map(one -> one.subject().toString())
        .collect(Collectors.joining(" ", tool.staging().shown() + " ", ""));
  }

  private Observed observe(
      ReadyTool tool, Wish wish, Design design, Guidance guidance, Setting setting, Stop stop) {
    Confirming confirming = new Confirming(design, guidance.covert(), this::tell);
    Finished finished = Experiment.run(design, setting, confirming, stop);
    if (stop.isAsked()) {
      Thread.interrupted(); // what is known is still to be told
    }
    fetch.progress().stage("infer from " + finished.observations().size() + " trials");
    return new Concluding(tool, finished, confirming, Asked.of(wish), wish.seed()).observed();
  }

  private void tell(Standing standing, int signals) {
    fetch
        .progress()
        .stage(
            "trial %d of %d%s"
                .formatted(
                    standing.done(),
                    standing.done() + standing.running() + standing.waiting(),
                    signals == 0 ? "" : ", " + signals + " signals so far"));
  }
}
