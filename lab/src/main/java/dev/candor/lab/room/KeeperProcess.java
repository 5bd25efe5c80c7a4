package dev.candor.lab.room;

import dev.candor.core.InputException;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keeper as the host side sees it. Any number of threads may run trials at once. When this
 * process ends, however it ends, the keeper's input ends, and with the keeper all its trials.
 */
public final class KeeperProcess implements AutoCloseable {
  private static final int ERRORS_KEPT = 1 << 16;

  private final Process process;
  private final DataOutputStream out;
  private final Capture errors;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Frame>> waiting = new ConcurrentHashMap<>();

  private volatile boolean ended;

  private KeeperProcess(Process process, DataOutputStream out, Capture errors) {
    this.process = process;
    this.out = out;
    this.errors = errors;
  }

  /** Starts a keeper that runs plans. */
  public static KeeperProcess start() {
    return start(Keeper.class);
  }

  /**
   * Starts a keeper, with this process's Java and class path.
   *
   * @param main a class whose {@code main} calls {@link Keeper#serve}
   * @throws InputException if the system refuses namespaces, or lacks a program; it says what to do
   */
  public static KeeperProcess start(Class<?> main) {
    Namespaces.obstacle(Namespaces.Facts.here("")).ifPresent(KeeperProcess::refuse);
    try {
      Process process = KeeperCommand.of(main, List.of()).start();
      Capture errors = new Capture(process.getErrorStream(), ERRORS_KEPT, "keeper-errors");
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
      KeeperProcess keeper = new KeeperProcess(process, out, errors);
      DataInputStream in = new DataInputStream(process.getInputStream());
      if (Frame.read(in).kind() != Frame.READY) {
        keeper.close();
        String said = new String(errors.finish(), StandardCharsets.UTF_8).strip();
        refuse(
            Namespaces.obstacle(Namespaces.Facts.here(said))
                .orElse("the closed room cannot be made: " + said));
      }
      Thread.ofPlatform().name("keeper-replies").daemon().start(() -> keeper.receive(in));
      return keeper;
    } catch (IOException e) {
      throw new InputException("the closed room cannot be made: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted", e);
    }
  }

  private static void refuse(String message) {
    throw new InputException(message);
  }

  /** Runs one plan to its end, by a keeper that runs plans. */
  public RoomResult run(RoomPlan plan) throws IOException, InterruptedException {
    return RoomResult.ofBytes(ask(plan.toBytes()));
  }

  /**
   * Has the keeper's work done. The rooms of an interrupted thread are closed.
   *
   * @throws InputException if the request wants what the host does not have
   * @throws IOException if it cannot be done, or the keeper is gone
   */
  public byte[] ask(byte[] request) throws IOException, InterruptedException {
    int id = ids.incrementAndGet();
    CompletableFuture<Frame> reply = new CompletableFuture<>();
    waiting.put(id, reply);
    try {
      send(new Frame(id, Frame.RUN, request));
      if (ended) {
        throw gone();
      }
      return result(reply.get());
    } catch (InterruptedException e) {
      send(new Frame(id, Frame.STOP, new byte[0]));
      throw e;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      waiting.remove(id);
    }
  }

  private byte[] result(Frame frame) throws IOException {
    return switch (frame.kind()) {
      case Frame.RESULT -> frame.bytes();
      case Frame.REFUSED -> throw new InputException(text(frame));
      case Frame.FAILED -> throw new IOException(text(frame));
      default -> throw gone();
    };
  }

  private static String text(Frame frame) {
    return new String(frame.bytes(), StandardCharsets.UTF_8);
  }

  private IOException gone() {
    return new IOException(
        "the keeper of the closed room ended: "
            + new String(errors.soFar(), StandardCharsets.UTF_8).strip());
  }

  private void send(Frame frame) throws IOException {
    synchronized (out) {
      frame.write(out);
    }
  }

  private void receive(DataInputStream in) {
    try {
      for (Frame frame = Frame.read(in); frame.kind() != Frame.END; frame = Frame.read(in)) {
        CompletableFuture<Frame> reply = waiting.get(frame.id());
        if (reply != null) {
          reply.complete(frame);
        }
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } finally {
      ended = true; // before the last look: who comes later sees it
      Frame end = new Frame(0, Frame.END, new byte[0]);
      waiting.values().forEach(reply -> reply.complete(end));
    }
  }

  /** The process whose end is the end of the keeper. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends the keeper and all its trials, and waits for it. */
  @Override
  public void close() {
    boolean interrupted = false;
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
