package dev.candor.cli;

import dev.candor.lab.experiment.Stop;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Ends the work of the thread that makes it when somebody ends this process (Ctrl-C, SIGTERM), says
 * so, and lets the process end only then, so that nothing is left behind when it is gone.
 */
final class Interruption implements AutoCloseable {
  /** A room is closed within half a second; what does not notice is not waited for. */
  private static final int PATIENCE_SECONDS = 3;

  /** Inference from a thousand trials takes half a minute, more where others are at work. */
  private static final int EXPERIMENT_PATIENCE_SECONDS = 180;

  private final Runnable ending;
  private final int patienceSeconds;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end);
  private final Console console;
  private final Supplier<String> message;

  Interruption(Console console, String message) {
    this(console, () -> message, Thread.currentThread()::interrupt, PATIENCE_SECONDS);
  }

  /**
   * The same with another way to end the work.
   *
   * @param message asked for when the work has ended
   * @param patienceSeconds how long it is waited for
   */
  private Interruption(
      Console console, Supplier<String> message, Runnable ending, int patienceSeconds) {
    this.console = console;
    this.message = message;
    this.ending = ending;
    this.patienceSeconds = patienceSeconds;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Of an experiment that this thread runs, by its stop and an interrupt. There is time to infer
   * from what is known, and to write the report.
   *
   * @param message asked for when the work has ended
   */
  static Interruption ofExperiment(Console console, Supplier<String> message, Stop stop) {
    Thread worker = Thread.currentThread();
    return new Interruption(
        console,
        message,
        () -> {
          stop.now();
          worker.interrupt();
        },
        EXPERIMENT_PATIENCE_SECONDS);
  }

  /**
   * Of a service.
   *
   * @param ending lets the thread that waits for the end go on
   * @param patienceSeconds for what was begun to be finished
   */
  static Interruption ofService(
      Console console, String message, Runnable ending, int patienceSeconds) {
    return new Interruption(console, () -> message, ending, patienceSeconds);
  }

  private void end() {
    ending.run();
    boolean ended;
    try {
      ended = over.await(patienceSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended = false;
    }
    PrintWriter messages = console.messages();
    messages.println("candor: " + (ended ? message.get() : "Interrupted."));
    messages.flush();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      over.countDown();
      while (true) {
        LockSupport.park(this); // the process is ending, and all is said
      }
    }
  }
}
