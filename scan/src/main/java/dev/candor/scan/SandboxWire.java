package dev.candor.scan;

import dev.candor.scan.Outcome.Reason;
import dev.candor.scan.Sandbox.Bounds;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests and replies as bytes between us and the interpreter's process. */
final class SandboxWire {
  /** UTF-16 units of one message; the interpreter's process is not trusted to keep to it. */
  private static final int MAX_LENGTH = 64 << 20;

  private static final int MAX_ITEMS = 1_000_000;

  private final DataInputStream in;
  private final DataOutputStream out;
  private int room;

  SandboxWire(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  void send(SandboxRequest request) throws IOException {
    send(request.program());
    out.writeInt(request.expressions().size());
    for (String expression : request.expressions()) {
      send(expression);
    }
    out.writeLong(request.bounds().statements());
    out.writeLong(request.bounds().bytes());
    out.writeLong(request.bounds().time().toNanos());
    out.writeLong(request.total().toNanos());
    out.flush();
  }

  /**
   * Waits for a request.
   *
   * @throws java.io.EOFException if there will be none
   */
  SandboxRequest receiveRequest() throws IOException {
    room = MAX_LENGTH;
    String program = receive();
    List<String> expressions = receiveAll();
    Bounds bounds = new Bounds(in.readLong(), in.readLong(), Duration.ofNanos(in.readLong()));
    return new SandboxRequest(program, expressions, bounds, Duration.ofNanos(in.readLong()));
  }

  void send(SandboxReply reply) throws IOException {
    out.writeInt(reply.answers().size());
    for (Outcome answer : reply.answers()) {
      send(answer);
    }
    send(reply.last());
    out.writeBoolean(reply.alive());
    out.flush();
  }

  /**
   * Waits for a reply.
   *
   * @throws IOException also if it is not one, or too large
   */
  SandboxReply receiveReply() throws IOException {
    room = MAX_LENGTH;
    int count = count();
    List<Outcome> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(receiveOutcome());
    }
    return new SandboxReply(List.copyOf(answers), receiveOutcome(), in.readBoolean());
  }

  private void send(Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Text(String text) -> {
        out.writeByte('t');
        send(text);
      }
      case Outcome.Lines(List<String> lines) -> {
        out.writeByte('l');
        out.writeInt(lines.size());
        for (String line : lines) {
          send(line);
        }
      }
      case Outcome.Bytes(String latin1) -> {
        out.writeByte('b');
        send(latin1);
      }
      case Outcome.Numeric(double value) -> {
        out.writeByte('n');
        out.writeDouble(value);
      }
      case Outcome.Nothing() -> out.writeByte('0');
      case Outcome.Failed(Reason reason, String message) -> {
        out.writeByte('f');
        send(reason.name());
        send(message);
      }
    }
  }

  private Outcome receiveOutcome() throws IOException {
    return switch (in.readByte()) {
      case 't' -> new Outcome.Text(receive());
      case 'l' -> new Outcome.Lines(receiveAll());
      case 'b' -> new Outcome.Bytes(receive());
      case 'n' -> new Outcome.Numeric(in.readDouble());
      case '0' -> new Outcome.Nothing();
      case 'f' -> new Outcome.Failed(reason(receive()), receive());
      default -> throw new IOException("not an outcome");
    };
  }

  private static Reason reason(String name) throws IOException {
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(name)) {
        return reason;
      }
    }
    throw new IOException("not a reason");
  }

  private List<String> receiveAll() throws IOException {
    int count = count();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(receive());
    }
    return List.copyOf(items);
  }

  private int count() throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_ITEMS) {
      throw new IOException("too many items");
    }
    return count;
  }

  /** As UTF-16, since UTF-8 has no form for lone surrogates. */
  private void send(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
    bytes.asCharBuffer().put(text);
    out.writeInt(text.length());
    out.write(bytes.array());
  }

  private String receive() throws IOException {
    int length = in.readInt();
    room -= length;
    if (length < 0 || room < 0) {
      throw new IOException("too long");
    }
    byte[] bytes = in.readNBytes(2 * length); // grows with what comes, unlike readFully
    if (bytes.length < 2 * length) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }
}
