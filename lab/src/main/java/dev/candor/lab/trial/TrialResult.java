package dev.candor.lab.trial;

import dev.candor.lab.emulator.Failure;
import dev.candor.lab.names.Lookup;
import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.room.SizedBytes;
import dev.candor.wire.Exchange;
import dev.candor.wire.tape.Tape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a trial showed.
 *
 * @param room how the tool ended, and what it wrote
 * @param exchanges what it said to whom, in the order in which requests were complete
 * @param leftOut exchanges beyond the recorder's bounds
 * @param failures connections of which something could not be read
 * @param lookups names that were asked for
 * @param unanswered calls of ports that the emulated world does not answer
 */
public record TrialResult(
    RoomResult room,
    List<Exchange> exchanges,
    int leftOut,
    List<Failure> failures,
    List<Lookup> lookups,
    Unanswered unanswered) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is neither the room nor an exchange. */
  private record Rest(
      int leftOut, List<Failure> failures, List<Lookup> lookups, Unanswered unanswered) {}

  public TrialResult {
    exchanges = List.copyOf(exchanges);
    failures = List.copyOf(failures);
    lookups = List.copyOf(lookups);
  }

  static TrialResult ofBytes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    RoomResult room = RoomResult.ofBytes(SizedBytes.read(in));
    Rest rest = rest(SizedBytes.read(in));
    Tape.Contents tape = Tape.read("the recording", in, Tape.Limits.STANDARD);
    if (tape.reason().isPresent()) {
      throw new IOException(tape.reason().get());
    }
    return new TrialResult(
        room, tape.exchanges(), rest.leftOut(), rest.failures(), rest.lookups(), rest.unanswered());
  }

  private static Rest rest(byte[] bytes) throws IOException {
    try {
      return JSON.readValue(bytes, Rest.class);
    } catch (JacksonException e) {
      throw new IOException("not a trial's result", e);
    }
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    SizedBytes.write(room.toBytes(), out);
    SizedBytes.write(JSON.writeValueAsBytes(new Rest(leftOut, failures, lookups, unanswered)), out);
    Tape.write(exchanges, out, Tape.Packing.PLAIN);
    return bytes.toByteArray();
  }
}
