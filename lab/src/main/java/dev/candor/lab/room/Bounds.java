package dev.candor.lab.room;

import java.time.Duration;

/**
 * What one trial may use. Whoever uses more memory, time or output is ended; processes, files and
 * disk are refused.
 *
 * @param memory bytes of anonymous and shared memory, all processes together
 * @param processes how many at once, their threads counted
 * @param openFiles for each process
 * @param output bytes of standard output, and as many of standard error
 * @param disk bytes of each of home, work folder, {@code /tmp} and {@code /dev/shm}; they are
 *     memory
 * @param fileSize bytes of one file
 * @param time from the start of the tool
 */
public record Bounds(
    long memory,
    int processes,
    int openFiles,
    int output,
    long disk,
    long fileSize,
    Duration time) {

  /** Enough for the tools that we know: 4 GiB, 1024 threads, 4 MiB of output, two minutes. */
  public static final Bounds DEFAULT =
      new Bounds(4L << 30, 1024, 8192, 4 << 20, 512 << 20, 256 << 20, Duration.ofMinutes(2));

  public Bounds {
    RoomPlan.require(
        memory > 0
            && processes > 0
            && openFiles >= 16
            && output > 0
            && disk > 0
            && fileSize > 0
            && time.isPositive(),
        "a bound is not positive, or fewer than 16 open files");
  }

  /** The same but for the time. */
  public Bounds lasting(Duration other) {
    return new Bounds(memory, processes, openFiles, output, disk, fileSize, other);
  }
}
