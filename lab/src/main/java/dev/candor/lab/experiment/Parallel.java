package dev.candor.lab.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many trials run at once: what was wanted, and no more than memory holds of what the largest
 * trial so far took.
 */
public final class Parallel {
  /** Before a trial was seen; the tools that we know take less. */
  private static final long ASSUMED = 1L << 30;

  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: +(\\d+) kB");

  private final int wanted;
  private final long memory;
  private final AtomicLong largest = new AtomicLong();

  /**
   * @param wanted at least 1
   * @param memory bytes that all trials together may take
   */
  public Parallel(int wanted, long memory) {
    if (wanted < 1) {
      throw new IllegalArgumentException("at least one trial runs at a time");
    }
    this.wanted = wanted;
    this.memory = memory;
  }

  /**
   * As suits this machine: a half more than there are processors, since tools wait, and three
   * quarters of the memory that is free.
   */
  public static Parallel standard() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Parallel(processors + Math.ceilDiv(processors, 2), available() / 4 * 3);
  }

  /** How many may run now. */
  int now() {
    long seen = largest.get();
    long each = seen == 0 ? ASSUMED : seen + seen / 4; // others may take more
    return (int) Math.max(1, Math.min(wanted, memory / each));
  }

  /**
   * A trial took so much.
   *
   * @param bytes its peak
   */
  void saw(long bytes) {
    largest.accumulateAndGet(bytes, Math::max);
  }

  private static long available() {
    try {
      Matcher line = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
      return line.find() ? Long.parseLong(line.group(1)) << 10 : ASSUMED;
    } catch (IOException e) {
      return ASSUMED; // no Linux, and so no room either
    }
  }
}
