package dev.candor.cli;

import dev.candor.core.Progress;
import dev.candor.text.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * One line on the terminal that is written over and over, and wiped at the end; nothing where the
 * messages do not go to a terminal.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long INTERVAL = Duration.ofMillis(100).toNanos();
  private static final String WIPE = "\r\u001b[K";

  private final boolean shown;
  private final OutputStream err;
  private final int width;
  private final Thread cleaner = new Thread(this::wipe);
  private String stage = "";
  private long next = System.nanoTime();

  ProgressLine(Console console) {
    shown = console.errIsTerminal();
    err = console.err();
    width = console.width();
    if (shown) {
      // Also when the user stops the work.
      Runtime.getRuntime().addShutdownHook(cleaner);
    }
  }

  @Override
  public synchronized void stage(String name) {
    stage = Visible.of(name, width - 24);
    write(WIPE + stage);
  }

  @Override
  public synchronized void bytes(long done, OptionalLong total) {
    long now = System.nanoTime();
    if (!shown || now - next < 0) {
      return;
    }
    next = now + INTERVAL;
    String amount =
        total.isPresent() && total.getAsLong() > 0
            ? "%d %% of %s".formatted(100 * done / total.getAsLong(), size(total.getAsLong()))
            : size(done);
    write(WIPE + stage + "  " + amount);
  }

  @Override
  public void close() {
    if (!shown) {
      return;
    }
    wipe();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // Already ending: the hook wipes once more, which shows nothing.
      return;
    }
  }

  private synchronized void wipe() {
    write(WIPE);
  }

  private void write(String text) {
    if (!shown) {
      return;
    }
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // Progress that nobody can see is no reason to stop.
      stage = "";
    }
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
