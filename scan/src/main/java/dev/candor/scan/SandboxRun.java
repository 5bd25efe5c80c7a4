package dev.candor.scan;

import dev.candor.scan.Outcome.Failed;
import dev.candor.scan.Outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** One context's life on its own thread: the program, its expressions, and what came of each. */
final class SandboxRun implements Runnable {
  private static final int MESSAGE_LENGTH = 300;
  private static final Failed UNKNOWN = new Failed(Reason.ERROR, "the engine gave up");

  private final SandboxEngine engine;
  private final SandboxRequest request;

  private final List<Outcome> answers = new ArrayList<>();
  private Outcome last = UNKNOWN;
  private boolean over;
  private @Nullable Failed stopped;
  private @Nullable Context context;
  private long steps;

  SandboxRun(SandboxEngine engine, SandboxRequest request) {
    this.engine = engine;
    this.request = request;
  }

  /** What there is to answer; asked once, when the run has ended or is left behind. */
  synchronized SandboxReply reply(boolean ended) {
    return new SandboxReply(List.copyOf(answers), last, ended);
  }

  /** What was begun: 0 while the context is made, 1 the program, 2 the first expression. */
  synchronized long steps() {
    return steps;
  }

  @Override
  public void run() {
    try (Context opened = engine.open(request.bounds().statements())) {
      SandboxGuest guest = SandboxGuest.enter(opened, engine);
      begin(opened);
      boolean goesOn = end(attempt(guest, request.program()));
      for (int i = 0; goesOn && i < request.expressions().size(); i++) {
        String expression = request.expressions().get(i);
        begin(opened);
        goesOn = end(attempt(guest, "(" + expression + "\n)", expression));
      }
    } catch (PolyglotException e) {
      // Closing a context that was stopped reports the stop once more; that is recorded already.
      end(failure(e));
    }
  }

  /** Ends the run from another thread; returns when the engine has stopped it. */
  void stop(Failed why) {
    Context running;
    synchronized (this) {
      stopped = why;
      running = context;
    }
    if (running != null) {
      try {
        running.close(true);
      } catch (PolyglotException e) {
        // It ended by itself meanwhile, or could not be stopped: the watch sees which.
      }
    }
  }

  /** Whatever the thread still does is not heard. */
  synchronized void abandon(Failed why) {
    if (!over) {
      answer(why);
      over = true;
    }
  }

  private synchronized void begin(Context opened) {
    opened.resetLimits();
    context = opened;
    last = UNKNOWN;
    steps++;
  }

  /** Records how a step ended; returns whether to go on. */
  private synchronized boolean end(Outcome outcome) {
    if (over) {
      return false;
    }
    answer(stopped == null ? outcome : stopped);
    over = stopped != null || (last instanceof Failed failed && !goesOn(failed.reason()));
    return !over;
  }

  private void answer(Outcome outcome) {
    last = outcome;
    if (steps > 1 && answers.size() < steps - 1) {
      answers.add(outcome);
    }
  }

  /**
   * A program that cannot be parsed declares nothing; an expression may still be followed by one.
   */
  private boolean goesOn(Reason reason) {
    return switch (reason) {
      case ERROR -> true;
      case SYNTAX -> steps > 1;
      case STATEMENTS, MEMORY, TIME -> false;
    };
  }

  /** Evaluates the first form that can be parsed. */
  private static Outcome attempt(SandboxGuest guest, String... forms) {
    Outcome outcome = UNKNOWN;
    for (String form : forms) {
      outcome = attempt(guest, form);
      if (!(outcome instanceof Failed(Reason reason, String message)) || reason != Reason.SYNTAX) {
        return outcome;
      }
    }
    return outcome;
  }

  private static Outcome attempt(SandboxGuest guest, String code) {
    try {
      return guest.evaluate(code);
    } catch (PolyglotException e) {
      return failure(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Failed(Reason.MEMORY, e.getClass().getSimpleName());
    } catch (IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      return new Failed(Reason.ERROR, "no readable result"); // the slice tampered with result.js
    }
  }

  private static Failed failure(PolyglotException e) {
    Reason reason;
    if (e.isResourceExhausted()) {
      reason = e.isCancelled() ? Reason.STATEMENTS : Reason.MEMORY;
    } else if (e.isCancelled()) {
      reason = Reason.TIME;
    } else {
      reason = e.isSyntaxError() ? Reason.SYNTAX : Reason.ERROR;
    }
    String message = Optional.ofNullable(e.getMessage()).orElse("");
    return new Failed(reason, message.substring(0, Math.min(message.length(), MESSAGE_LENGTH)));
  }
}
