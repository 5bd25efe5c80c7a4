package dev.candor.wire.tape;

import dev.candor.core.Sha256;
import dev.candor.wire.Body;
import dev.candor.wire.Exchange;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a tape. What was added is flushed, and can be read even if nothing follows. One thread at
 * a time. All methods throw {@link UncheckedIOException} if the stream does not take it.
 */
public final class TapeWriter implements AutoCloseable {
  /** The first byte of a tape; no entry is of this kind. */
  static final int HEAD = 0x5a;

  private final OutputStream out;
  private final Shelf bodies = new Shelf(Tape.BODY);
  private final Shelf headers = new Shelf(Tape.HEADERS);
  private final Shelf connections = new Shelf(Tape.CONNECTION);
  private boolean broken;

  /**
   * Begins a tape.
   *
   * @param out stays open at the end
   */
  public TapeWriter(OutputStream out, Tape.Packing packing) {
    try {
      out.write(head(packing));
      this.out = Packed.to(out, packing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    entry(Tape.START, new Output().number(Tape.VERSION).bytes());
    flush();
  }

  static byte[] head(Tape.Packing packing) {
    byte pack = (byte) (packing == Tape.Packing.PLAIN ? 'p' : 'z');
    return new byte[] {
      HEAD, 0x2a, 0x4d, 0x18, 8, 0, 0, 0, 'c', 't', 'a', 'p', 'e', Tape.VERSION, pack, '\n'
    };
  }

  /** The exchanges from now on are of a trial in this environment: levels by factor. */
  public void trial(Map<String, String> environment) {
    Output content = new Output().number(environment.size());
    environment.forEach((factor, level) -> content.text(factor).text(level));
    entry(Tape.TRIAL, content.bytes());
  }

  public void add(Exchange exchange) {
    Request request = exchange.request();
    Optional<Response> response = exchange.response();
    long connection = connections.references(List.of(Connections.write(exchange.connection())))[0];
    long[] heads =
        headers.references(
            both(Headers.write(request.headers()), response.map(r -> Headers.write(r.headers()))));
    long[] contents =
        bodies.references(both(request.body().bytes(), response.map(r -> r.body().bytes())));
    Output content =
        new Output()
            .signed(exchange.number())
            .number(connection)
            .text(request.method())
            .text(request.scheme())
            .text(request.authority())
            .text(request.target())
            .text(request.protocol().text())
            .number(heads[0])
            .number(contents[0])
            .signed(missing(request.body()))
            .number(response.isPresent() ? 1 : 0);
    response.ifPresent(r ->
        content.signed(r.status()).number(heads[1]).number(contents[1]).signed(missing(r.body())));
    Timing timing = exchange.timing();
    time(content, timing.started());
    time(content, timing.sent());
    time(content, timing.waited());
    time(content, timing.received());
    entry(Tape.EXCHANGE, content.text(exchange.answered()).bytes());
    flush();
  }

  private static List<byte[]> both(byte[] one, Optional<byte[]> other) {
    return Stream.concat(Stream.of(one), other.stream()).toList();
  }

  private static long missing(Body body) {
    return body.length() - body.bytes().length;
  }

  private static void time(Output content, Instant time) {
    content.signed(time.getEpochSecond()).number(time.getNano());
  }

  private static void time(Output content, Duration time) {
    content.signed(time.getSeconds()).number(time.getNano());
  }

  /** Says that this is all, and flushes; a tape that broke is left as it is. */
  @Override
  public void close() {
    if (!broken) {
      entry(Tape.END, new byte[0]);
    }
    try {
      out.close();
    } catch (IOException e) {
      if (!broken) { // else it was told already
        throw new UncheckedIOException(e);
      }
    }
  }

  private void entry(int kind, byte[] content) {
    try {
      Entries.write(out, kind, content);
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      broken = true;
      throw new UncheckedIOException(e);
    }
  }

  /** What was written of one kind, told by its digest. */
  private final class Shelf {
    private final int kind;
    private final Map<ByteBuffer, Long> indexes = new HashMap<>();
    private final Window<ByteBuffer> window = new Window<>(indexes::remove);

    Shelf(int kind) {
      this.kind = kind;
    }

    /**
     * How far back they are; written if they are not among those that are kept.
     *
     * @param contents one or two
     */
    long[] references(List<byte[]> contents) {
      List<ByteBuffer> digests = contents.stream().map(c -> ByteBuffer.wrap(Sha256.of(c))).toList();
      for (int i = 0; i < contents.size() * 2; i++) { // twice: one may have left for the other
        int one = i % contents.size();
        if (!indexes.containsKey(digests.get(one))) {
          byte[] content = contents.get(one);
          entry(kind, content);
          indexes.put(digests.get(one), window.add(digests.get(one), content.length));
        }
      }
      return digests.stream().mapToLong(digest -> window.back(index(digest))).toArray();
    }

    private long index(ByteBuffer digest) {
      return Objects.requireNonNull(indexes.get(digest));
    }
  }
}
