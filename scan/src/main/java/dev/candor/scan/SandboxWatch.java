package dev.candor.scan;

import com.sun.management.ThreadMXBean;
import dev.candor.scan.Outcome.Failed;
import dev.candor.scan.Outcome.Reason;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs a slice on a thread of its own and ends it when it takes too long or allocates too much. The
 * engine can be stopped at loops and calls; a single long operation inside it cannot (a product of
 * BigInts of millions of digits, lastIndexOf in an object that claims a length of 2^53).
 */
final class SandboxWatch {
  /** Deep enough for recursive decoders; only what is used is ever backed by memory. */
  private static final long STACK_BYTES = 8L << 20;

  /** How often bounds are looked at: at 4 GB/s, a slice overshoots by 8 MB. */
  private static final Duration PERIOD = Duration.ofMillis(2);

  /** What the engine gets to stop a slice. */
  private static final Duration GRACE = Duration.ofMillis(200);

  /** What the engine gets to make a context, on a slow machine and with cold files. */
  private static final Duration SET_UP = Duration.ofSeconds(20);

  private final ThreadMXBean threads =
      (ThreadMXBean) ManagementFactory.getPlatformMXBean(java.lang.management.ThreadMXBean.class);

  /** Returns whether the run has ended; if not, its thread is still busy and is not heard again. */
  boolean run(SandboxRun run, SandboxRequest request) {
    Thread worker = new Thread(null, run, "slice", STACK_BYTES, false);
    worker.setDaemon(true);
    worker.setUncaughtExceptionHandler((thread, error) -> {}); // the run answers without
    worker.start();
    try {
      Optional<Failed> why = supervise(worker, run, request);
      if (why.isEmpty()) {
        return true;
      }
      // The engine's own stop waits for the slice without end, so another thread does the waiting.
      Thread.ofPlatform().daemon().name("stop").start(() -> run.stop(why.get()));
      boolean ended = worker.join(GRACE);
      run.abandon(why.get());
      return ended;
    } catch (InterruptedException e) {
      run.abandon(new Failed(Reason.TIME, "interrupted"));
      return false;
    }
  }

  /** Returns why to stop the run, empty when it ended. */
  private Optional<Failed> supervise(Thread worker, SandboxRun run, SandboxRequest request)
      throws InterruptedException {
    Duration time = request.bounds().time();
    long end = System.nanoTime() + SET_UP.toNanos();
    long totalEnd = Long.MAX_VALUE;
    long bytesAtStart = 0;
    long step = 0;
    while (!worker.join(PERIOD)) {
      long now = System.nanoTime();
      long bytes = threads.getThreadAllocatedBytes(worker.threadId());
      long reached = run.steps();
      if (reached != step) {
        totalEnd = step == 0 ? now + request.total().toNanos() : totalEnd;
        step = reached;
        end = now + time.toNanos();
        bytesAtStart = bytes;
      }
      if (now > end || now > totalEnd) {
        return Optional.of(new Failed(Reason.TIME, "not done after " + time.toMillis() + " ms"));
      }
      if (step > 0 && bytes - bytesAtStart > request.bounds().bytes()) {
        return Optional.of(
            new Failed(
                Reason.MEMORY, "allocated more than " + request.bounds().bytes() + " bytes"));
      }
    }
    return Optional.empty();
  }
}
