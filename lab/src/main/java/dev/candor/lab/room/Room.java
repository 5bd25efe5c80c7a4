package dev.candor.lab.room;

import dev.candor.lab.room.RoomCommand.Kernel;
import dev.candor.lab.room.RoomResult.End;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A furnished room: namespaces of its own, network up. First {@link #sockets} to listen in it, then
 * {@link #run} once. Closing it kills whatever is in it.
 */
public final class Room implements AutoCloseable {
  private static final Duration SETUP = Duration.ofSeconds(20);

  /** Hundreds of processes that fork without end need long to die on a busy machine. */
  private static final Duration DEATH = Duration.ofSeconds(90);

  private static final int TICK_MILLIS = 50;

  /** The host keeps this much, whatever the bounds say; what no process's size shows ends here. */
  private static final long HOST_RESERVE = 256L << 20;

  private final RoomPlan plan;
  private final Process process;
  private final ProcessHandle init;
  private final Capture errors;
  private final Runnable cleaning;
  private volatile boolean closed;

  private Room(
      RoomPlan plan, Process process, ProcessHandle init, Capture errors, Runnable cleaning) {
    this.plan = plan;
    this.process = process;
    this.init = init;
    this.errors = errors;
    this.cleaning = cleaning;
  }

  static Room open(RoomPlan plan, Path stage, Path script, Runnable cleaning)
      throws IOException, InterruptedException {
    Kernel kernel = Kernel.parse(System.getProperty("os.version", ""));
    ProcessBuilder builder = KeeperCommand.bare(new RoomCommand(plan, kernel).words(script, stage));
    builder.directory(stage.toFile());
    Process process = start(builder);
    Capture errors = new Capture(process.getErrorStream(), plan.bounds().output(), "room-errors");
    boolean open = false;
    try {
      Optional<ProcessHandle> init = ready(process);
      if (init.isEmpty()) {
        process.destroyForcibly().waitFor();
        throw new IOException(
            "the room cannot be furnished: "
                + new String(errors.finish(), StandardCharsets.UTF_8).strip());
      }
      new Sockets(init.get().pid()).hostname(plan.hostname());
      open = true;
      return new Room(plan, process, init.get(), errors, cleaning);
    } finally {
      if (!open) {
        process.destroyForcibly();
      }
    }
  }

  /** Starts it from a thread of its own, whose keyring is not that of our session. */
  private static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
    FutureTask<Process> task =
        new FutureTask<>(() -> {
          NativeCalls.leaveSessionKeyring();
          return builder.start();
        });
    Thread.ofPlatform().name("room-start").daemon().start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException("a room cannot be started: " + e.getMessage(), e);
    }
  }

  /** Waits until the script says that it is ready; the handle of the room's first process. */
  private static Optional<ProcessHandle> ready(Process process)
      throws IOException, InterruptedException {
    Thread guard =
        Thread.ofVirtual()
            .start(() -> {
              try {
                if (!process.waitFor(SETUP.toMillis(), TimeUnit.MILLISECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // ready in time
              }
            });
    try {
      boolean ready = line(process.getInputStream()).equals("ready");
      return ready ? process.children().findFirst() : Optional.empty();
    } finally {
      guard.interrupt();
      guard.join();
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n' && line.size() < 80; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** The room's network, to listen in. */
  public Sockets sockets() {
    return new Sockets(init.pid());
  }

  /** What the room's network counts; to be closed by who asks. */
  public NetworkCounts counts() throws IOException {
    return new NetworkCounts(init.pid());
  }

  /** Whose the connections in the room's network are. */
  public RoomCallers callers() {
    return new RoomCallers(init.pid());
  }

  /** The room's first process, as the keeper's {@code /proc} numbers it. */
  public long init() {
    return init.pid();
  }

  /**
   * Runs the plan's command to its end or to a bound; afterwards no process of the room is left.
   *
   * @throws IOException if processes are left, which no Linux that we know allows
   */
  public RoomResult run() throws IOException, InterruptedException {
    InputStream input = new ByteArrayInputStream(plan.input().getBytes(StandardCharsets.UTF_8));
    return run(input, OutputStream.nullOutputStream(), false);
  }

  /**
   * As {@link #run}, with somebody at it: they see the standard output as it comes, and may see
   * more than its bound.
   *
   * @param input read until the command ends, perhaps further
   */
  public RoomResult converse(InputStream input, OutputStream seen)
      throws IOException, InterruptedException {
    return run(input, seen, true);
  }

  private RoomResult run(InputStream input, OutputStream seen, boolean attended)
      throws IOException, InterruptedException {
    Capture output =
        new Capture(process.getInputStream(), plan.bounds().output(), "room-output", seen);
    long start = System.nanoTime();
    Thread feeder = Thread.ofPlatform().name("room-input").daemon().start(() -> feed(input));
    Watch watch = new Watch(start, output, attended);
    try {
      watch.untilEnd();
      kill();
      if (!attended) { // else it waits for who may never type again
        feeder.join();
      }
      return new RoomResult(
          watch.end,
          process.exitValue(),
          output.finish(),
          Noise.without(errors.finish()),
          Duration.ofNanos(System.nanoTime() - start),
          watch.peakMemory,
          watch.peakThreads);
    } finally {
      close();
    }
  }

  private void feed(InputStream input) {
    byte[] buffer = new byte[1 << 13];
    try (OutputStream in = process.getOutputStream()) {
      in.write("go\n".getBytes(StandardCharsets.UTF_8));
      in.flush();
      for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
        in.write(buffer, 0, n);
        in.flush();
      }
    } catch (IOException e) {
      // The tool ended without reading all of it.
    }
  }

  /** Kills the namespace's first process; the kernel kills the others before that one is gone. */
  private void kill() throws IOException, InterruptedException {
    init.destroyForcibly();
    if (!process.waitFor(DEATH.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("processes of a trial do not end");
    }
    if (init.isAlive()) {
      throw new IOException("the first process of a trial is left");
    }
  }

  /** Kills whatever is in the room, and waits until it is gone. */
  @Override
  public void close() {
    closed = true;
    init.destroyForcibly();
    boolean interrupted = false;
    try {
      process.waitFor(DEATH.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly();
    cleaning.run();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks at the trial twenty times a second. */
  private final class Watch {
    private final long start;
    private final Capture output;
    private final boolean attended;
    private End end = End.EXITED;
    private long peakMemory;
    private int peakThreads;

    Watch(long start, Capture output, boolean attended) {
      this.start = start;
      this.output = output;
      this.attended = attended;
    }

    void untilEnd() throws InterruptedException {
      while (end == End.EXITED && !process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        end = look();
      }
      if (closed) {
        end = End.CLOSED;
      } else if (end == End.EXITED && tooMuch()) {
        end = End.OUTPUT;
      }
    }

    private boolean tooMuch() {
      return !attended && (output.overflowed() || errors.overflowed());
    }

    private End look() {
      Bounds bounds = plan.bounds();
      Usage usage = Usage.of(init.pid());
      peakMemory = Math.max(peakMemory, usage.memory());
      peakThreads = Math.max(peakThreads, usage.threads() - 1); // without the room's first
      if (usage.memory() > bounds.memory() || Usage.available() < HOST_RESERVE) {
        return End.MEMORY;
      }
      if (usage.threads() - 1 > bounds.processes()) {
        return End.PROCESSES;
      }
      if (tooMuch()) {
        return End.OUTPUT;
      }
      return System.nanoTime() - start > bounds.time().toNanos() ? End.TIME : End.EXITED;
    }
  }
}
