package dev.candor.gateway.prompt;

import dev.candor.core.mechanism.Mechanism;
import dev.candor.gateway.Entry;
import dev.candor.gateway.Inspector;
import dev.candor.gateway.Metrics;
import dev.candor.gateway.Mode;
import dev.candor.gateway.Records;
import dev.candor.gateway.Tool;
import dev.candor.text.Visible;
import dev.candor.text.odd.Oddities;
import dev.candor.wire.Body;
import dev.candor.wire.content.Content;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Inspects bodies on threads of its own. What is passed on already is read some time (nothing waits
 * for it, and what does not fit is counted and left); what waits is answered only when the record
 * of it cannot be lost any more.
 */
public final class Inspection implements Inspector, AutoCloseable {
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_CLIENTS = 500;
  private static final int MOST_SENTENCES = 1_000;
  private static final int MOST_REQUEST = 300;

  /** Of all clients; some 10 MB. */
  private static final int MOST_CLEAN = 100_000;

  /** A declaration of claude-code about itself, which it signs. */
  private static final String DECLARED = "x-anthropic-billing-header:";

  private final List<Watched> watched;
  private final Clean clean = new Clean(MOST_CLEAN);
  private final TwoForms forms = new TwoForms(MOST_CLIENTS, MOST_SENTENCES);
  private final Records records;
  private final Metrics metrics;
  private final Content.Bounds bounds;
  private final InstantSource clock;
  private final ThreadPoolExecutor threads;

  /**
   * @param mechanisms that are known
   * @param most bytes of a body whose content coding is undone
   */
  public Inspection(
      List<Mechanism> mechanisms, int most, Records records, Metrics metrics, InstantSource clock) {
    watched = Watched.in(mechanisms);
    bounds =
        new Content.Bounds(
            most, Content.Bounds.STANDARD.ratio(), Content.Bounds.STANDARD.codings());
    this.records = records;
    this.metrics = metrics;
    this.clock = clock;
    int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("gateway-inspection-", 1).daemon().factory());
    threads.execute(Inspection::warmUp);
  }

  /** The tables of Unicode are read before somebody waits for it. */
  private static void warmUp() {
    Oddities.findings("a word with a letter of another script: p\u0430per", odd -> {});
  }

  /**
   * What was found in a body that could be read.
   *
   * @param coded whether it had a content coding
   * @param odd the texts in which something is not as usual
   */
  private record Read(byte[] plain, boolean coded, List<SpanText> odd, Examining examining) {}

  @Override
  public boolean observe(Subject subject, byte[] body, Runnable done) {
    try {
      threads.execute(() -> {
        try {
          Optional<Read> read = read(subject, body);
          if (read.isPresent() && read.get().examining().inAll() > 0) {
            Entry entry = entry(subject, "passed", read.get().examining(), List.of(), false);
            records
                .keep(entry)
                .whenComplete((_, failure) -> {
                  if (failure != null) {
                    metrics.add("findings_lost", entry.findingsInAll());
                  }
                });
          }
        } catch (RuntimeException e) {
          unread(subject, "fault");
        } finally {
          done.run();
        }
      });
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  @Override
  public CompletionStage<Outcome> decide(Subject subject, Mode mode, byte[] body) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    try {
      threads.execute(() -> {
        try {
          decide(subject, mode, body, outcome);
        } catch (RuntimeException e) {
          unread(subject, "fault");
          outcome.complete(refused(500, "the request could not be inspected", subject));
        }
      });
    } catch (RejectedExecutionException e) {
      unread(subject, "busy");
      outcome.complete(refused(503, "too many requests wait to be inspected", subject));
    }
    return outcome;
  }

  private static Outcome refused(int status, String why, Subject subject) {
    return new Outcome.Refused(
        status,
        "Candor gateway: %s, and requests to %s are not passed on uninspected."
            .formatted(why, subject.upstream()));
  }

  private void decide(Subject subject, Mode mode, byte[] body, CompletableFuture<Outcome> outcome) {
    Optional<Read> read = read(subject, body);
    if (read.isEmpty()) {
      outcome.complete(refused(400, "the request's body cannot be read", subject));
      return;
    }
    Examining examining = read.get().examining();
    if (mode == Mode.BLOCK && examining.condemns()) {
      keep(
          entry(subject, "blocked", examining, List.of(), false),
          new Outcome.Refused(403, blocked(examining)),
          subject,
          outcome);
      return;
    }
    List<Edit> edits = mode == Mode.CANONICALISE ? edits(read.get()) : List.of();
    Outcome passed =
        edits.isEmpty()
            ? new Outcome.Unchanged()
            : new Outcome.Changed(Edit.all(read.get().plain(), edits), read.get().coded());
    if (examining.inAll() == 0 && edits.isEmpty()) {
      outcome.complete(passed);
    } else {
      keep(
          entry(
              subject,
              edits.isEmpty() ? "passed" : "changed",
              examining,
              edits,
              read.get().coded() && !edits.isEmpty()),
          passed,
          subject,
          outcome);
    }
  }

  private void keep(
      Entry entry, Outcome kept, Subject subject, CompletableFuture<Outcome> outcome) {
    records
        .keep(entry)
        .whenComplete((_, failure) -> {
          if (failure == null) {
            outcome.complete(kept);
          } else {
            metrics.add("findings_lost", entry.findingsInAll());
            outcome.complete(refused(503, "what was found cannot be recorded", subject));
          }
        });
  }

  private static String blocked(Examining examining) {
    var first = examining.findings().getFirst();
    return ("Candor gateway: blocked by the rule %s: the request has %s at %s (%s).%s Use instead: a"
            + " version of the tool that writes %s.")
        .formatted(
            first.rule(),
            first.points(),
            first.pointer(),
            first.detail(),
            examining.inAll() > 1 ? " There are %d marks in all.".formatted(examining.inAll()) : "",
            first.usual().isEmpty() ? "nothing there" : first.usual() + " there");
  }

  private Optional<Read> read(Subject subject, byte[] body) {
    Content content = Content.of(Body.of(body), subject.request().headers(), bounds);
    if (content.reason().isPresent()) {
      unread(subject, "coding");
      return Optional.empty();
    }
    byte[] plain = content.bytes();
    Optional<List<Span>> spans = Locator.spans(plain, subject.fields());
    if (spans.isEmpty()) {
      unread(subject, "no-json");
      return Optional.empty();
    }
    String client = subject.client() + " " + subject.tool().map(Tool::name).orElse("");
    Examining examining = new Examining(watched, forms, client);
    List<SpanText> odd = new ArrayList<>();
    for (Span span : spans.get()) {
      Optional<Clean.Text> known = known(client, plain, span);
      if (known.filter(clean::knows).isPresent()) {
        continue;
      }
      Optional<SpanText> text = SpanText.of(plain, span);
      if (text.isEmpty()) {
        unread(subject, "no-utf-8");
        return Optional.empty();
      }
      int before = examining.inAll();
      if (examining.look(text.get())) {
        odd.add(text.get());
      }
      if (examining.inAll() == before) {
        known.ifPresent(clean::remember);
      }
    }
    metrics.count("bodies_read", "upstream", subject.upstream());
    examining
        .findings()
        .forEach(finding ->
            metrics.count("findings", "upstream", subject.upstream(), "rule", finding.rule()));
    return Optional.of(new Read(plain, !content.codings().isEmpty(), odd, examining));
  }

  private static Optional<Clean.Text> known(String client, byte[] plain, Span span) {
    return span.end() - span.start() < Clean.SHORTEST
        ? Optional.empty()
        : Optional.of(Clean.text(client, plain, span.start(), span.end()));
  }

  private List<Edit> edits(Read read) {
    List<Edit> edits = new ArrayList<>();
    for (SpanText text : read.odd()) {
      if (!text.span().fixed() && !text.text().startsWith(DECLARED)) {
        for (Canonical.Change change : Canonical.of(text.text(), watched)) {
          edits.add(
              new Edit(
                  text.span().pointer(),
                  text.byteAt(change.start()),
                  text.byteAt(change.end()),
                  text.text().substring(change.start(), change.end()),
                  change.now()));
        }
      }
    }
    return edits;
  }

  private void unread(Subject subject, String why) {
    metrics.count("bodies_unread", "upstream", subject.upstream(), "reason", why);
  }

  private Entry entry(
      Subject subject, String action, Examining examining, List<Edit> edits, boolean plain) {
    return new Entry(
        clock.instant(),
        action,
        subject.upstream(),
        subject.client(),
        subject.dialect().name(),
        Visible.of(subject.request().line(), MOST_REQUEST),
        subject.tool().map(tool -> (tool.name() + " " + tool.version()).strip()).orElse(""),
        examining.findings(),
        examining.inAll(),
        edits.stream()
            .map(edit ->
                new Entry.Changed(
                    Visible.of(edit.pointer(), MOST_REQUEST),
                    edit.start(),
                    edit.end(),
                    Examining.points(edit.was()),
                    Examining.points(edit.now())))
            .toList(),
        plain);
  }

  /** Bodies that wait or are being read. */
  public int waiting() {
    return threads.getQueue().size() + threads.getActiveCount();
  }

  /** What waits is read before. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      boolean _ = threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
