package dev.candor.audit.recording;

import dev.candor.artifact.FetchOptions;
import dev.candor.audit.Engine;
import dev.candor.core.InputException;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.receipt.ReceiptSearch;
import dev.candor.lab.receipt.Unreadable;
import dev.candor.lab.trial.Lab;
import dev.candor.lab.trial.Staging;
import dev.candor.lab.trial.Trial;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Dialect;
import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import dev.candor.wire.content.Content;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs a published tool once and says what it told whom. */
public final class Recorder {
  private final FetchOptions fetch;
  private final Engine engine;
  private final Clock clock;
  private final List<Dialect> dialects = Dialect.all();

  public Recorder(FetchOptions fetch, Engine engine, Clock clock) {
    this.fetch = fetch;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * What is asked of a recorder.
   *
   * @param tool what is run
   * @param environment where it is run
   */
  public record Wish(ReadyTool.Wish tool, Environment environment) {}

  /** How a trial that is ready is run. */
  @FunctionalInterface
  public interface Running {
    /**
     * @throws InputException if the room cannot be made
     */
    TrialResult run(Trial trial);
  }

  /**
   * Fetches, installs, and runs once.
   *
   * @throws InputException if the package cannot be had, or the room not be made
   */
  public RecordedRun record(Wish wish) {
    return record(wish, this::run);
  }

  /** As {@link #record(Wish)}, run as the caller likes. */
  public RecordedRun record(Wish wish, Running running) {
    ReadyTool tool = ReadyTool.of(wish.tool(), fetch);
    Staging.Staged staged = tool.staging().in(wish.environment());
    fetch.progress().stage("run " + tool.recipe().tool() + " in the closed room");
    TrialResult result = running.run(staged.trial());
    RunReasons reasons = new RunReasons(tool.recipe(), result, dialects);
    return new RecordedRun(
        tool.recipe().tool(),
        tool.installation(),
        tool.staging().shown(),
        wish.environment(),
        result,
        new ReceiptSearch(Recorder::content)
            .of(result.exchanges(), result.lookups(), staged.facts()),
        Unreadable.among(result.exchanges(), Recorder::content),
        texts(result.exchanges()),
        reasons.inconclusive(),
        reasons.notSeen(),
        tool.notes(),
        engine,
        clock.instant());
  }

  private TrialResult run(Trial trial) {
    try (Lab lab = Lab.open()) {
      return lab.run(trial);
    } catch (IOException e) {
      throw new InputException("The run in the closed room failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted", e);
    }
  }

  private static byte[] content(Request request) {
    return Content.of(request).bytes();
  }

  private List<ModelText> texts(List<Exchange> exchanges) {
    List<ModelText> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Exchange exchange : exchanges) {
      for (Dialect dialect : dialects) {
        if (dialect.speaks(exchange.request())) {
          dialect.prompt(exchange.request(), content(exchange.request())).stream()
              .filter(text -> seen.add(text.text()))
              .map(text -> new ModelText(exchange.number(), text.pointer(), text.text()))
              .forEach(texts::add);
        }
      }
    }
    return texts;
  }
}
