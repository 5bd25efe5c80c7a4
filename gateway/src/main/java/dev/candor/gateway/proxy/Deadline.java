package dev.candor.gateway.proxy;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that must go on. Looks now and then, so that a sign of life costs a look at the clock
 * only. Used by one event loop.
 */
final class Deadline {
  private static final long LONGEST_LOOK = TimeUnit.SECONDS.toNanos(1);
  private static final long SHORTEST_LOOK = TimeUnit.MILLISECONDS.toNanos(1);

  private final EventLoop loop;
  private final Supplier<Duration> patience;
  private final Runnable over;
  private long last = System.nanoTime();
  private @Nullable ScheduledFuture<?> look;
  private boolean ended;

  /**
   * @param patience how long nothing may happen, as things are
   * @param over run once, when nothing did
   */
  Deadline(EventLoop loop, Supplier<Duration> patience, Runnable over) {
    this.loop = loop;
    this.patience = patience;
    this.over = over;
    again(patience.get().toNanos());
  }

  /** It goes on. */
  void touch() {
    last = System.nanoTime();
  }

  void end() {
    ended = true;
    if (look != null) {
      look.cancel(false);
    }
  }

  private void again(long left) {
    look =
        loop.schedule(
            this::look, Math.clamp(left, SHORTEST_LOOK, LONGEST_LOOK), TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (ended) {
      return;
    }
    long left = patience.get().toNanos() - (System.nanoTime() - last);
    if (left > 0) {
      again(left);
    } else {
      ended = true;
      over.run();
    }
  }
}
