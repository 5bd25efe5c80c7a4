package dev.candor.lab.room;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One message between Candor and the keeper.
 *
 * @param id of the trial
 * @param kind one of the constants
 * @param bytes what it carries
 */
record Frame(int id, byte kind, byte[] bytes) {
  /** To the keeper: run this plan. */
  static final byte RUN = 'r';

  /** To the keeper: end this trial. */
  static final byte STOP = 's';

  /** From the keeper, once: it is ready. */
  static final byte READY = 'y';

  /** From the keeper: a trial's result. */
  static final byte RESULT = 'd';

  /** From the keeper: the plan wants what the host does not have; a text. */
  static final byte REFUSED = 'i';

  /** From the keeper: the trial could not be made; a text. */
  static final byte FAILED = 'f';

  /** There is no more. */
  static final byte END = 'e';

  /** Reads one, or {@link #END} where the stream ends. */
  static Frame read(DataInputStream in) throws IOException {
    try {
      return new Frame(in.readInt(), in.readByte(), SizedBytes.read(in));
    } catch (EOFException e) {
      return new Frame(0, END, new byte[0]);
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(id);
    out.writeByte(kind);
    SizedBytes.write(bytes, out);
    out.flush();
  }

  static byte[] text(Exception e) {
    String message = e.getMessage();
    return (message == null ? e.toString() : message).getBytes(StandardCharsets.UTF_8);
  }
}
