package dev.candor.lab.emulator;

import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was said in one trial, in the order in which requests were complete. Safe for use by many
 * threads.
 */
public final class Recording {
  private final int mostExchanges;
  private final long mostBytes;
  private final List<Exchange> exchanges = new ArrayList<>();
  private long bytes;
  private int leftOut;

  /**
   * @param mostExchanges that are kept; the first ones
   * @param mostBytes of their bodies together
   */
  public Recording(int mostExchanges, long mostBytes) {
    this.mostExchanges = mostExchanges;
    this.mostBytes = mostBytes;
  }

  synchronized void add(
      Connection connection, Request request, Response response, Timing timing, String answered) {
    long more = (long) request.body().bytes().length + response.body().bytes().length;
    if (exchanges.size() == mostExchanges || bytes + more > mostBytes) {
      leftOut++;
      return;
    }
    bytes += more;
    exchanges.add(
        new Exchange(
            exchanges.size() + 1, connection, request, Optional.of(response), timing, answered));
  }

  public synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** How many exchanges the bounds left out. */
  public synchronized int leftOut() {
    return leftOut;
  }
}
