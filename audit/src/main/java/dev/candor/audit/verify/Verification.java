package dev.candor.audit.verify;

import dev.candor.audit.Engine;
import dev.candor.audit.attest.Envelope;
import dev.candor.audit.attest.VerifyingKey;
import dev.candor.audit.json.HostileJson;
import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * Whether a report, signed or not, is what it says.
 *
 * <p>What is signed is looked at only where the signature holds, if there is a key to tell.
 */
public final class Verification {
  private static final String SCHEMA = "candor/report/v1";

  /** Of the time that comparing its members may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String name;
  private final Optional<VerifyingKey> key;
  private final Engine engine;
  private final Duration patience;
  private final BiFunction<JsonNode, Engine, Judgement> judge;
  private final List<String> claim = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<Reported> reported = Optional.empty();

  private Verification(
      String name,
      Optional<VerifyingKey> key,
      Engine engine,
      Duration patience,
      BiFunction<JsonNode, Engine, Judgement> judge) {
    this.name = name;
    this.key = key;
    this.engine = engine;
    this.patience = patience;
    this.judge = judge;
  }

  /**
   * Looks at a file.
   *
   * @param key by which it must be signed; without one, signatures are not looked at
   * @param engine that looks
   * @throws InputException if it is neither a report of Candor nor an envelope, or beyond the
   *     bounds
   */
  public static Verification of(Path file, Optional<VerifyingKey> key, Engine engine) {
    return of(
        Visible.of(file.toString()), HostileJson.bytes(file, Envelope.MOST_BYTES), key, engine);
  }

  /**
   * The same of a file that was read.
   *
   * @param name of it, for messages
   */
  public static Verification of(
      String name, byte[] file, Optional<VerifyingKey> key, Engine engine) {
    return of(name, file, key, engine, PATIENCE, Judgement::of);
  }

  static Verification of(
      String name,
      byte[] file,
      Optional<VerifyingKey> key,
      Engine engine,
      Duration patience,
      BiFunction<JsonNode, Engine, Judgement> judge) {
    Verification verification = new Verification(name, key, engine, patience, judge);
    JsonNode json = HostileJson.tree(name, file);
    if (Envelope.is(json)) {
      verification.envelope(Envelope.of(name, json));
    } else {
      verification.unsigned(json);
    }
    return verification;
  }

  /**
   * Looks at a report that nobody has signed yet.
   *
   * @throws InputException if it is no report of Candor, or beyond the bounds
   */
  public static Verification ofReport(String name, byte[] report, Engine engine) {
    Verification verification =
        new Verification(name, Optional.empty(), engine, PATIENCE, Judgement::of);
    verification.unsigned(HostileJson.tree(name, report));
    return verification;
  }

  /** What was found. */
  public Verified verified(Instant now) {
    return new Verified(name, claim, held, flaws, open, notes, engine, now);
  }

  /** The report, where its form and what it tells can be; for further questions. */
  public Optional<Reported> reported() {
    return reported;
  }

  private void envelope(Envelope envelope) {
    boolean isOurs = envelope.payloadType().equals(Envelope.IN_TOTO);
    if (!isOurs) {
      flaws.add(new Flaw("envelope /payloadType", "is not " + Envelope.IN_TOTO));
    }
    if (key.isPresent() && !envelope.isSignedBy(key.get())) {
      flaws.add(
          new Flaw(
              "envelope /signatures",
              "none of %d is a signature of this payload by the key %s"
                  .formatted(envelope.signatures().size(), key.get().id())));
    }
    if (!flaws.isEmpty()) {
      notes.add("What the payload says was not looked at.");
      return;
    }
    key.ifPresentOrElse(
        one -> held.add("It is signed by the key " + one.id() + "."),
        () ->
            open.add(
                "Whose signature it bears: no key was given. Name a public one with --key FILE."));
    JsonNode statement = HostileJson.tree(name + ", payload", envelope.payload());
    flaws.addAll(StatementCheck.frame(statement));
    if (!flaws.isEmpty()) {
      return;
    }
    JsonNode report = statement.path("predicate");
    if (report(report)) {
      List<Flaw> subjects = StatementCheck.subjects(statement, report);
      flaws.addAll(subjects);
      if (subjects.isEmpty()) {
        held.add("The statement names the subject of the report.");
      }
    }
  }

  private void unsigned(JsonNode json) {
    if (!json.path("schema").asString("").equals(SCHEMA)) {
      throw new InputException(
          "%s: neither a report of the schema %s nor an envelope that holds one; write one with candor audit PACKAGE --json FILE or --attest FILE."
              .formatted(name, SCHEMA));
    }
    if (key.isPresent()) {
      flaws.add(new Flaw("report as a whole", "bears no signature, and one by the key is wanted"));
    } else {
      notes.add("It bears no signature: anybody may have written it.");
    }
    report(json);
  }

  /** Whether there is a report whose members could be looked at. */
  private boolean report(JsonNode json) {
    FutureTask<Judgement> judging = new FutureTask<>(() -> judge.apply(json, engine));
    Thread thread = Thread.ofPlatform().daemon().name("judge").start(judging);
    try {
      Judgement judgement = judging.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      claim.addAll(judgement.claim());
      held.addAll(judgement.held());
      flaws.addAll(judgement.flaws());
      notes.addAll(judgement.notes());
      reported = judgement.reported();
      return !judgement.claim().isEmpty();
    } catch (TimeoutException e) {
      open.add(
          "Whether its members agree: that was not told within %d seconds, which is enough for any report."
              .formatted(patience.toSeconds()));
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
      throw new IllegalStateException("a report was not judged", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("Interrupted before anything was known.", e);
    } finally {
      thread.interrupt();
    }
  }
}
