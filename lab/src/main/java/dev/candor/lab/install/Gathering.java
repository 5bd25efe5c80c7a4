package dev.candor.lab.install;

import dev.candor.artifact.PackageFiles;
import dev.candor.core.Progress;
import dev.candor.lab.install.LockFile.Locked;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Brings many small packages into the cache at once. A tool can have hundreds, each with two
 * requests; one after the other they took half a minute.
 */
final class Gathering {
  private static final int AT_ONCE = 6;

  private Gathering() {}

  /** A progress that is silent while several threads work; one line cannot tell of six. */
  static final class Quiet implements Progress {
    private final Progress loud;
    private volatile boolean quiet;

    Quiet(Progress loud) {
      this.loud = loud;
    }

    @Override
    public void stage(String name) {
      if (!quiet) {
        loud.stage(name);
      }
    }

    @Override
    public void bytes(long done, OptionalLong total) {
      if (!quiet) {
        loud.bytes(done, total);
      }
    }
  }

  /**
   * @throws dev.candor.core.InputException the first one's, if one cannot be had
   */
  static void fetch(List<Locked> packages, PackageFiles files, Quiet progress) {
    List<Future<?>> fetches = new ArrayList<>();
    Semaphore places = new Semaphore(AT_ONCE);
    progress.stage("fetch " + packages.size() + " packages");
    progress.quiet = true;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Locked locked : packages) {
        fetches.add(
            threads.submit(() -> {
              places.acquire();
              try {
                return files.only(locked.reference());
              } finally {
                places.release();
              }
            }));
      }
      try {
        for (Future<?> each : fetches) {
          await(each);
        }
      } finally {
        fetches.forEach(each -> each.cancel(true));
      }
    } finally {
      progress.quiet = false;
    }
  }

  private static void await(Future<?> fetch) {
    try {
      fetch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
