package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Dialect.Reply;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request of which the end may not have come yet, whatever carries it. It ends by {@link #done},
 * once.
 */
final class Incoming {
  /** Of a body; what is longer is counted and dropped. */
  static final int MOST_BODY = 64 << 20;

  /** What answered, where the request never came to its end. */
  static final String INCOMPLETE = "incomplete";

  /** About what Java needs for a header, and for an exchange, beside their characters. */
  private static final int HEADER_COST = 64;

  private static final int EXCHANGE_COST = 512;

  private final Line line;
  private final Connection connection;
  private final Start start;
  private final Kept kept = new Kept();
  private Request request;
  private long length;
  private long taken;
  private long ended;

  private Incoming(Line line, Connection connection, Request head, Start start) {
    this.line = line;
    this.connection = connection;
    this.request = head;
    this.start = start;
  }

  /**
   * @param head without body
   * @return empty where the recording has no room even for that
   */
  static Optional<Incoming> of(Line line, Connection connection, Request head, Start start) {
    line.heard();
    Incoming incoming = new Incoming(line, connection, head, start);
    if (!incoming.pay(cost(head))) {
      line.recording().leaveOut();
      return Optional.empty();
    }
    return Optional.of(incoming);
  }

  private static int cost(Request head) {
    return EXCHANGE_COST
        + head.method().length()
        + head.authority().length()
        + head.target().length()
        + cost(head.headers());
  }

  private static int cost(List<Header> headers) {
    return headers.stream()
        .mapToInt(header -> HEADER_COST + header.name().length() + header.value().length())
        .sum();
  }

  private boolean pay(int cost) {
    int got = line.recording().take(cost);
    taken += got;
    if (got == cost) {
      return true;
    }
    line.recording().give(got);
    taken -= got;
    return false;
  }

  Request request() {
    return request;
  }

  Connection connection() {
    return connection;
  }

  /** Takes bytes of the body; they stay the caller's. */
  void take(ByteBuf bytes) {
    int fits = Math.min(bytes.readableBytes(), MOST_BODY - kept.size());
    int granted = line.recording().take(fits);
    kept.add(bytes, granted);
    taken += granted;
    length += bytes.readableBytes();
  }

  /** Fields that came after the body. */
  void trailers(List<Header> trailers) {
    if (!trailers.isEmpty() && pay(cost(trailers))) {
      List<Header> all = new ArrayList<>(request.headers());
      all.addAll(trailers);
      request = with(all, request.body());
    }
  }

  /** Nothing more comes of it. */
  void end() {
    ended = System.nanoTime();
    request = with(request.headers(), new Body(kept.release(), length));
  }

  private Request with(List<Header> headers, Body body) {
    return new Request(
        request.method(),
        request.scheme(),
        request.authority(),
        request.target(),
        request.protocol(),
        headers,
        body);
  }

  /** After {@link #end}: what a server would say. */
  Answers.Answer answer() {
    try {
      return line.service().answers().to(request, connection.host(request));
    } catch (RuntimeException e) {
      // What came is hostile, and is written down all the same.
      return new Answers.Answer("failed", new Reply.Whole(500, "text/plain", new byte[0]));
    }
  }

  /**
   * After {@link #end}: writes it down.
   *
   * @param response empty where none was sent whole
   * @param answeredAt when its first byte went out, by {@link System#nanoTime}
   */
  void done(Optional<Response> response, String answered, long answeredAt) {
    Timing timing =
        new Timing(
            start.at(),
            start.until(ended),
            Duration.ofNanos(answeredAt - ended),
            Duration.ofNanos(System.nanoTime() - answeredAt));
    Exchange exchange = new Exchange(0, connection, request, response, timing, answered);
    line.recording().add(line.caller(), exchange, taken);
  }

  /** Writes down what came of it, since no more will. */
  void broken() {
    end();
    done(Optional.empty(), INCOMPLETE, ended);
  }
}
