package dev.candor.scan;

import dev.candor.scan.Outcome.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter's process, a Java of our own version without our environment. It ends itself when
 * a slice does not stop, is killed when it does not answer in time, and is started anew when
 * needed. When we end, its input ends, and so does it.
 */
final class SandboxProcess implements AutoCloseable {
  /** Names an AOT cache for the interpreter; see {@link #AOT_OUTPUT}. */
  static final String AOT = "candor.sandbox.aot";

  /** Names the file to which the first interpreter, when it ends, writes an AOT cache. */
  static final String AOT_OUTPUT = "candor.sandbox.aot-output";

  /**
   * Beyond the bounds of a request: start, transport, and the interpreter's own attempts to stop.
   */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final Duration GRACE_TO_END = Duration.ofMillis(500);

  /** What HotSpot ends with after -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY_STATUS = 3;

  private @Nullable Running running;
  private boolean closed;

  private record Running(Process process, SandboxWire wire) {}

  /** Asks, and waits for the reply. Whatever goes wrong is a reply too. */
  synchronized SandboxReply ask(SandboxRequest request) {
    if (closed) {
      return SandboxReply.none(Reason.ERROR, "the sandbox is closed");
    }
    Running asked;
    try {
      asked = running();
    } catch (IOException e) {
      return SandboxReply.none(Reason.ERROR, "the interpreter does not start: " + e.getMessage());
    }
    Duration limit = request.total().plus(request.bounds().time()).plus(GRACE);
    long start = System.nanoTime();
    CountDownLatch answered = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> killUnless(answered, asked.process(), limit));
    try {
      asked.wire().send(request);
      SandboxReply reply = asked.wire().receiveReply();
      if (!reply.alive()) {
        end(asked.process());
      }
      return reply;
    } catch (IOException e) {
      int status = end(asked.process());
      if (System.nanoTime() - start > limit.toNanos()) {
        return SandboxReply.none(Reason.TIME, "the interpreter did not answer");
      }
      return status == OUT_OF_MEMORY_STATUS
          ? SandboxReply.none(Reason.MEMORY, "the interpreter ran out of memory")
          : SandboxReply.none(Reason.ERROR, "the interpreter ended with status " + status);
    } finally {
      answered.countDown();
    }
  }

  private static void killUnless(CountDownLatch answered, Process process, Duration limit) {
    try {
      if (!answered.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  /** Returns the status of a process that has ended, or is made to. */
  private int end(Process process) {
    running = null;
    try {
      // It closes its output a moment before it has ended by itself.
      if (!process.waitFor(GRACE_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private Running running() throws IOException {
    Running ready = running;
    if (ready == null || !ready.process().isAlive()) {
      ready = start();
      running = ready;
    }
    return ready;
  }

  private static Running start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    SandboxWire wire =
        new SandboxWire(
            new DataInputStream(new BufferedInputStream(process.getInputStream())),
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
    return new Running(process, wire);
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            // The virtual machine's messages would stand on the wire, which is standard output.
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=3",
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            // No native library is unpacked into the user's cache folder.
            "-Dtruffle.attach.library=none",
            "-Dpolyglotimpl.AttachLibraryFailureAction=ignore"));
    String cache = System.getProperty(AOT, "");
    String output = System.getProperty(AOT_OUTPUT, "");
    if (!output.isEmpty()) {
      command.add("-XX:AOTCacheOutput=" + output);
    } else if (!cache.isEmpty()) {
      command.add("-XX:AOTCache=" + cache);
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SandboxServer.class.getName());
    return command;
  }

  /** Lets the interpreter end by itself when it is to write an AOT cache; else kills it. */
  @Override
  public synchronized void close() {
    closed = true;
    Running last = running;
    running = null;
    if (last == null) {
      return;
    }
    if (System.getProperty(AOT_OUTPUT, "").isEmpty()) {
      last.process().destroyForcibly();
      return;
    }
    try {
      last.process().getOutputStream().close();
      last.process().waitFor();
    } catch (IOException e) {
      last.process().destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
