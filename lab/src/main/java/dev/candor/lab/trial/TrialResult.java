package dev.candor.lab.trial;

import dev.candor.lab.room.NetworkCounts.Unanswered;
import dev.candor.lab.room.RoomResult;
import dev.candor.wire.Exchange;
import dev.candor.wire.har.Har;
import dev.candor.wire.har.HarReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a trial showed.
 *
 * @param room how the tool ended, and what it wrote
 * @param exchanges what it said to whom, in the order in which requests were complete
 * @param leftOut exchanges beyond the recorder's bounds
 * @param unanswered calls of ports that the emulated world does not answer
 */
public record TrialResult(
    RoomResult room, List<Exchange> exchanges, int leftOut, Unanswered unanswered) {
  public TrialResult {
    exchanges = List.copyOf(exchanges);
  }

  static TrialResult ofBytes(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    RoomResult room = RoomResult.ofBytes(in.readNBytes(in.readInt()));
    int leftOut = in.readInt();
    Unanswered unanswered = new Unanswered(in.readLong(), in.readLong());
    List<Exchange> exchanges = new ArrayList<>();
    HarReader.read("the recording", in, exchanges::add);
    return new TrialResult(room, exchanges, leftOut, unanswered);
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] end = room.toBytes();
    out.writeInt(end.length);
    out.write(end);
    out.writeInt(leftOut);
    out.writeLong(unanswered.connections());
    out.writeLong(unanswered.datagrams());
    try (Har har = new Har(out, "", Map.of())) {
      exchanges.forEach(har::add);
    }
    return bytes.toByteArray();
  }
}
