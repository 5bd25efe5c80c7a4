package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Work on things of very different size: whoever is free takes the next, so that the largest, put
 * first, do not all fall to one thread, as with equal shares they do.
 */
final class Turns {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private Turns() {}

  /** What comes of each, in the order of the things. */
  static <T, R> List<R> each(List<T> things, Function<T, R> work) {
    List<R> done = new ArrayList<>(Collections.nCopies(things.size(), null));
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, THREADS)
        .parallel()
        .forEach(thread -> {
          for (int i = next.getAndIncrement(); i < done.size(); i = next.getAndIncrement()) {
            done.set(i, work.apply(things.get(i)));
          }
        });
    return done;
  }
}
