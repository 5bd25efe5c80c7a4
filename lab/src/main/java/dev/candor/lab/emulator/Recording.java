package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Connection.Caller;
import dev.candor.wire.Exchange;
import dev.candor.wire.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What was said in one trial, in the order in which it was answered. Safe for use by many threads.
 */
public final class Recording {
  private final int mostExchanges;
  private final long mostBytes;
  private final List<Heard> exchanges = new ArrayList<>();
  private final List<Failed> failures = new ArrayList<>();
  private long room;
  private int leftOut;

  private record Heard(CompletableFuture<Optional<Caller>> caller, Exchange exchange) {}

  private record Failed(CompletableFuture<Optional<Caller>> caller, Failure failure) {}

  /**
   * @param mostExchanges that are kept; the first ones; and as many failures
   * @param mostBytes of what is kept and of what is still coming in, together: bodies are cut where
   *     there is no more room
   */
  public Recording(int mostExchanges, long mostBytes) {
    this.mostExchanges = mostExchanges;
    this.mostBytes = mostBytes;
    room = mostBytes;
  }

  /**
   * Makes room for bytes that come in.
   *
   * @return how many of them there is room for
   */
  synchronized int take(int wanted) {
    int got = (int) Math.min(wanted, room);
    room -= got;
    return got;
  }

  /** Takes back room that is not needed any more. */
  synchronized void give(long bytes) {
    room += bytes;
  }

  /** How much there is, kept or still coming in. */
  synchronized long taken() {
    return mostBytes - room;
  }

  /**
   * Keeps an exchange.
   *
   * @param caller of its connection, when it is known
   * @param taken room that was made for its request
   */
  synchronized void add(
      CompletableFuture<Optional<Caller>> caller, Exchange unnumbered, long taken) {
    if (exchanges.size() == mostExchanges) {
      leftOut++;
      give(taken);
      return;
    }
    Exchange exchange =
        new Exchange(
            exchanges.size() + 1,
            unnumbered.connection(),
            unnumbered.request(),
            unnumbered.response().map(this::fitting),
            unnumbered.timing(),
            unnumbered.answered());
    exchanges.add(new Heard(caller, exchange));
  }

  private Response fitting(Response response) {
    byte[] bytes = response.body().bytes();
    int fits = take(bytes.length);
    return fits == bytes.length
        ? response
        : new Response(
            response.status(),
            response.headers(),
            new Body(Arrays.copyOf(bytes, fits), bytes.length));
  }

  synchronized void fail(CompletableFuture<Optional<Caller>> caller, Failure failure) {
    if (failures.size() == mostExchanges) {
      leftOut++;
      return;
    }
    failures.add(new Failed(caller, failure));
  }

  /** A request for which there was no room at all. */
  synchronized void leaveOut() {
    leftOut++;
  }

  public List<Exchange> exchanges() {
    List<Heard> heard;
    synchronized (this) {
      heard = List.copyOf(exchanges);
    }
    return heard.stream().map(Recording::exchange).toList();
  }

  private static Exchange exchange(Heard heard) {
    Exchange exchange = heard.exchange();
    return new Exchange(
        exchange.number(),
        with(heard.caller(), exchange.connection()),
        exchange.request(),
        exchange.response(),
        exchange.timing(),
        exchange.answered());
  }

  /** Connections without a request that could be read, in the order in which they ended. */
  public List<Failure> failures() {
    List<Failed> failed;
    synchronized (this) {
      failed = List.copyOf(failures);
    }
    return failed.stream()
        .map(f ->
            new Failure(
                with(f.caller(), f.failure().connection()), f.failure().at(), f.failure().what()))
        .toList();
  }

  private static Connection with(
      CompletableFuture<Optional<Caller>> caller, Connection connection) {
    return new Connection(
        connection.id(),
        connection.client(),
        connection.server(),
        connection.tls(),
        connection.proxied(),
        caller.join());
  }

  /** How many exchanges and failures the bounds left out. */
  public synchronized int leftOut() {
    return leftOut;
  }
}
