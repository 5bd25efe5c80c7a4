package dev.candor.spark;

import dev.candor.core.InputException;
import dev.candor.text.Visible;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code candor campaigns detect} as the driver of Spark, started by the command or by
 * spark-submit.
 */
public final class Main {
  private static final int NOT_DONE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
  }

  /** Does what is asked for and returns the exit status, which is that of the command. */
  static int run(PrintWriter results, PrintWriter messages, String... arguments) {
    try {
      return new DetectJob(results, messages).run(Request.of(arguments));
    } catch (InputException e) {
      return notDone(messages, String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      return notDone(messages, e.getCause() + ".", e);
    } catch (RuntimeException e) {
      return notDone(
          messages,
          "Unexpected failure: %s. This is a fault of Candor; report it with what CANDOR_DEBUG=1 shows."
              .formatted(e),
          e);
    }
  }

  private static int notDone(PrintWriter messages, String message, Exception e) {
    messages.println("candor: " + Visible.of(message));
    if ("1".equals(System.getenv("CANDOR_DEBUG"))) {
      e.printStackTrace(messages);
    }
    messages.flush();
    return NOT_DONE;
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }
}
