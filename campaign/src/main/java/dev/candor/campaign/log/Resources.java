package dev.candor.campaign.log;

import java.nio.file.Path;

/**
 * What the work on a log may use.
 *
 * @param memory bytes that the database engine may hold, beside Java's own heap
 * @param threads of the database engine
 * @param spill an existing folder in which it makes one of its own for what does not fit in memory
 */
public record Resources(long memory, int threads, Path spill) {
  private static final long GIGABYTE = 1_000_000_000;

  public Resources {
    if (memory < 1 || threads < 1) {
      throw new IllegalArgumentException("memory and threads are at least 1");
    }
  }

  /** 4 GB and two threads, with the spill in the system's folder for temporary files. */
  public static Resources standard() {
    return new Resources(4 * GIGABYTE, 2, Path.of(System.getProperty("java.io.tmpdir")));
  }
}
