package dev.candor.lab.names;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A packet that came in to a resolver (RFC 1035, 4.1). */
sealed interface Query {
  /** {@code QR} of the flags. */
  int RESPONSE = 0x8000;

  int OPCODE = 0x7800;
  int HEADER = 12;

  /** Nothing that could be answered: too short, or an answer itself. */
  record Noise() implements Query {}

  /** What has a header, and no question that we can read. */
  record Malformed(int id, int flags) implements Query {}

  /**
   * One question.
   *
   * @param question its bytes: name, type and class
   * @param name as {@link Lookup} has it
   * @param edns empty where there was none (RFC 6891)
   * @param bare whether there is nothing else in the packet
   */
  record Question(
      int id,
      int flags,
      byte[] question,
      String name,
      int type,
      int dnsClass,
      Optional<Edns> edns,
      boolean bare)
      implements Query {}

  /**
   * @param version 0 is the only one there is
   * @param flags {@code DO} is the highest bit
   */
  record Edns(int version, int flags) {}

  static Query read(byte[] packet) {
    if (packet.length < HEADER) {
      return new Noise();
    }
    ByteBuffer in = ByteBuffer.wrap(packet);
    int id = in.getShort() & 0xffff;
    int flags = in.getShort() & 0xffff;
    if ((flags & RESPONSE) != 0) {
      return new Noise();
    }
    try {
      return new Reading(in).question(id, flags);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return new Malformed(id, flags);
    }
  }

  /** The reading of one packet, from its counts on. */
  final class Reading {
    private static final int OPT = 41;
    private static final int MOST_NAME = 255;

    private final ByteBuffer in;
    private Optional<Edns> edns = Optional.empty();
    private boolean bare = true;

    private Reading(ByteBuffer in) {
      this.in = in;
    }

    /**
     * @throws BufferUnderflowException at the packet's end
     * @throws IllegalArgumentException if it is not formed as it should be
     */
    private Question question(int id, int flags) {
      int questions = count();
      int others = count() + count();
      int additional = count();
      require(questions == 1);
      int start = in.position();
      String name = name();
      int type = count();
      int dnsClass = count();
      byte[] question = new byte[in.position() - start];
      in.get(start, question);
      bare = others == 0;
      for (int i = 0; i < others; i++) {
        require(!record());
      }
      for (int i = 0; i < additional; i++) {
        bare &= record();
      }
      bare &= !in.hasRemaining();
      return new Question(id, flags, question, name, type, dnsClass, edns, bare);
    }

    private int count() {
      return in.getShort() & 0xffff;
    }

    /** A name without compression, as nothing stands before it that it could refer to. */
    private String name() {
      StringBuilder text = new StringBuilder();
      int start = in.position();
      for (int length = in.get() & 0xff; length > 0; length = in.get() & 0xff) {
        require(length < 64);
        if (!text.isEmpty()) {
          text.append('.');
        }
        for (int i = 0; i < length; i++) {
          append(text, in.get() & 0xff);
        }
        require(in.position() - start < MOST_NAME);
      }
      return text.toString();
    }

    private static void append(StringBuilder text, int c) {
      if (c == '.' || c == '\\') {
        text.append('\\').append((char) c);
      } else if (c > ' ' && c < 0x7f) {
        text.append((char) c);
      } else {
        text.append('\\').append((char) ('0' + c / 100));
        text.append((char) ('0' + c / 10 % 10)).append((char) ('0' + c % 10));
      }
    }

    /** Reads a record; whether it is one of EDNS without options. */
    private boolean record() {
      boolean root = skipName();
      int type = count();
      in.getShort(); // class, or with EDNS how large an answer may be: ours never exceed 512 bytes
      int upper = count();
      int lower = count();
      int length = count();
      require(length <= in.remaining());
      in.position(in.position() + length);
      if (type != OPT) {
        return false;
      }
      require(root && edns.isEmpty()); // RFC 6891, 6.1.1
      edns = Optional.of(new Edns(upper & 0xff, lower));
      return length == 0;
    }

    /** Whether it is the root's. */
    private boolean skipName() {
      int start = in.position();
      int length = in.get() & 0xff;
      for (; length > 0 && length < 64; length = in.get() & 0xff) {
        require(length <= in.remaining());
        in.position(in.position() + length);
      }
      if (length > 0) {
        require(length >= 0xc0); // RFC 1035, 4.1.4
        in.get();
      }
      return length == 0 && in.position() == start + 1;
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw new IllegalArgumentException();
      }
    }
  }
}
