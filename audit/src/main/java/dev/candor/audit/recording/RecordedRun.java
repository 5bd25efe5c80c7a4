package dev.candor.audit.recording;

import dev.candor.audit.Engine;
import dev.candor.lab.environment.Environment;
import dev.candor.lab.install.Installation;
import dev.candor.lab.receipt.Receipt;
import dev.candor.lab.receipt.Unreadable;
import dev.candor.lab.trial.TrialResult;
import dev.candor.wire.Exchange;
import java.time.Instant;
import java.util.List;

/**
 * One run of a tool in the closed room.
 *
 * @param tool its name
 * @param installation what ran, to the digest
 * @param command what was called, as a person would write it
 * @param environment in which it ran
 * @param result how it ended and what it sent
 * @param receipt which facts of the environment went where
 * @param unreadable bodies in which nobody can look for facts
 * @param texts what models would have read, each once
 * @param reasons why this run does not show what the tool does; empty where it does
 * @param notSeen what may have been there and was not seen
 * @param notes how the tool was obtained and run, one sentence each
 * @param created when the run ended
 */
public record RecordedRun(
    String tool,
    Installation installation,
    List<String> command,
    Environment environment,
    TrialResult result,
    Receipt receipt,
    List<Unreadable> unreadable,
    List<ModelText> texts,
    List<String> reasons,
    List<String> notSeen,
    List<String> notes,
    Engine engine,
    Instant created) {
  public RecordedRun {
    command = List.copyOf(command);
    unreadable = List.copyOf(unreadable);
    texts = List.copyOf(texts);
    reasons = List.copyOf(reasons);
    notSeen = List.copyOf(notSeen);
    notes = List.copyOf(notes);
  }

  /** The same of a run that somebody was at: what it shows was up to them. */
  public RecordedRun attended() {
    return new RecordedRun(
        tool,
        installation,
        command,
        environment,
        result,
        receipt,
        unreadable,
        texts,
        List.of(),
        notSeen,
        notes,
        engine,
        created);
  }

  /** Whether the run does not show what the tool does. */
  public boolean inconclusive() {
    return !reasons.isEmpty();
  }

  /** The hosts that were asked for something, in the order of the first request. */
  public List<String> destinations() {
    return result.exchanges().stream().map(Exchange::host).distinct().toList();
  }
}
