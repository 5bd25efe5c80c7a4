package dev.candor.wire.tape;

import dev.candor.core.InputException;
import dev.candor.wire.Body;
import dev.candor.wire.Connection;
import dev.candor.wire.Exchange;
import dev.candor.wire.Header;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import dev.candor.wire.Response;
import dev.candor.wire.Timing;
import dev.candor.wire.tape.Budget.TooMuch;
import dev.candor.wire.tape.Entries.Damaged;
import dev.candor.wire.tape.Entries.Entry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a tape, or several one behind another. Holds no more than what can be referred to. */
public final class TapeReader {
  /** What an exchange takes beside what it holds. */
  private static final int EACH = 512;

  private static final int NANOS = 999_999_999;

  private final byte[] head;
  private final Budget budget;
  private final Entries entries;
  private final Tape.Limits limits;
  private final Consumer<Tape.Recorded> out;
  private Window<byte[]> bodies = new Window<>(gone -> {});
  private Window<List<Header>> headers = new Window<>(gone -> {});
  private Window<Connection> connections = new Window<>(gone -> {});
  private Map<String, String> environment = Map.of();
  private int read;

  private TapeReader(
      InputStream in, Tape.Packing packing, Tape.Limits limits, Consumer<Tape.Recorded> out) {
    budget = new Budget(limits.bytes());
    entries = new Entries(in, budget);
    head = TapeWriter.head(packing);
    this.limits = limits;
    this.out = out;
  }

  /**
   * Reads to the end of the stream, which stays open.
   *
   * @param name of what is read, for messages
   * @param out gets each exchange that is whole
   * @return why these are not all; empty where they are
   * @throws InputException if it does not begin as a tape that we know, or cannot be read at all
   */
  public static Optional<String> read(
      String name, InputStream in, Tape.Limits limits, Consumer<Tape.Recorded> out) {
    try {
      Tape.Packing packing =
          packing(name, in.readNBytes(TapeWriter.head(Tape.Packing.ZSTD).length));
      try (InputStream plain = Packed.from(in, packing)) {
        return new TapeReader(plain, packing, limits, out).read();
      }
    } catch (IOException e) {
      throw new InputException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Tape.Packing packing(String name, byte[] head) {
    for (Tape.Packing packing : Tape.Packing.values()) {
      if (Arrays.equals(head, TapeWriter.head(packing))) {
        return packing;
      }
    }
    throw new InputException(
        name + " is no tape of this version of Candor; give one that this or an older one wrote");
  }

  private Optional<String> read() {
    boolean ended = false;
    try {
      for (int kind = entries.kind(); kind >= 0; kind = entries.kind()) {
        ended = take(kind);
      }
      return ended ? Optional.empty() : Optional.of(after("it was cut"));
    } catch (EOFException e) {
      return Optional.of(after("it was cut"));
    } catch (TooMuch e) {
      return Optional.of(after("it holds more than is read, and the rest was left"));
    } catch (IOException | Damaged e) {
      return Optional.of(after("it is damaged"));
    }
  }

  private String after(String what) {
    return String.format(Locale.ROOT, "%s after %,d exchanges", what, read);
  }

  /** Whether the tape ends here. */
  private boolean take(int kind) throws IOException, Damaged, TooMuch {
    if (kind == TapeWriter.HEAD) {
      entries.pass(Arrays.copyOfRange(head, 1, head.length));
      return false;
    }
    Entry entry = entries.read(kind);
    byte[] content = entry.content();
    Input in = new Input(content, budget);
    switch (kind) {
      case Tape.START -> start(in);
      case Tape.BODY -> bodies.add(content, content.length);
      case Tape.HEADERS -> headers.add(Headers.read(in), content.length);
      case Tape.CONNECTION -> connections.add(Connections.read(in), content.length);
      case Tape.TRIAL -> environment = environment(in);
      case Tape.EXCHANGE -> exchange(in);
      case Tape.END -> {} // holds nothing
      default -> throw new Damaged();
    }
    if (kind != Tape.BODY) {
      in.end();
    }
    return kind == Tape.END;
  }

  /** What came before this tape is not referred to. */
  private void start(Input in) throws Damaged {
    Input.require(in.number() == Tape.VERSION);
    bodies = new Window<>(gone -> {});
    headers = new Window<>(gone -> {});
    connections = new Window<>(gone -> {});
    environment = Map.of();
  }

  private static Map<String, String> environment(Input in) throws Damaged, TooMuch {
    Map<String, String> levels = new LinkedHashMap<>();
    in.list(() -> levels.put(in.text(), in.text()) == null);
    return Collections.unmodifiableMap(levels);
  }

  private void exchange(Input in) throws Damaged, TooMuch {
    if (read == limits.exchanges()) {
      throw new TooMuch();
    }
    budget.take(EACH);
    Exchange exchange =
        new Exchange(
            in.signedInt(),
            referred(connections, in),
            request(in),
            in.isPresent() ? Optional.of(response(in)) : Optional.empty(),
            timing(in),
            in.text());
    in.end();
    read++;
    out.accept(new Tape.Recorded(environment, exchange));
  }

  private Request request(Input in) throws Damaged {
    return new Request(
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        protocol(in.text()),
        referred(headers, in),
        body(in));
  }

  private static Protocol protocol(String text) throws Damaged {
    for (Protocol protocol : Protocol.values()) {
      if (protocol.text().equals(text)) {
        return protocol;
      }
    }
    throw new Damaged();
  }

  private Response response(Input in) throws Damaged {
    return new Response(in.signedInt(), referred(headers, in), body(in));
  }

  private Body body(Input in) throws Damaged {
    byte[] bytes = referred(bodies, in);
    return new Body(bytes, bytes.length + in.signed());
  }

  private static Timing timing(Input in) throws Damaged {
    try {
      return new Timing(
          Instant.ofEpochSecond(in.signed(), in.number(NANOS)),
          duration(in),
          duration(in),
          duration(in));
    } catch (DateTimeException e) {
      throw new Damaged();
    }
  }

  private static Duration duration(Input in) throws Damaged {
    return Duration.ofSeconds(in.signed(), in.number(NANOS));
  }

  private static <T> T referred(Window<T> window, Input in) throws Damaged {
    return window.get(in.number()).orElseThrow(Damaged::new);
  }
}
