package dev.candor.lab.room;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans and results as bytes: numbers big-endian, texts and lists with their length before them.
 */
final class RoomWire {
  private static final int MAX_ITEMS = 1_000_000;

  private RoomWire() {}

  static void send(RoomPlan plan, DataOutputStream out) throws IOException {
    send(plan.hostname(), out);
    send(plan.machineId(), out);
    send(plan.card().mac(), out);
    send(plan.card().address(), out);
    send(plan.user().name(), out);
    out.writeInt(plan.user().uid());
    send(plan.user().home(), out);
    send(plan.work(), out);
    out.writeInt(plan.files().size());
    for (RoomFile file : plan.files()) {
      send(file.path(), out);
      SizedBytes.write(file.bytes(), out);
      out.writeBoolean(file.executable());
    }
    out.writeInt(plan.binds().size());
    for (RoomPlan.Bind bind : plan.binds()) {
      send(bind.host(), out);
      send(bind.room(), out);
    }
    out.writeInt(plan.variables().size());
    for (Map.Entry<String, String> variable : plan.variables().entrySet()) {
      send(variable.getKey(), out);
      send(variable.getValue(), out);
    }
    send(plan.zone().stream().toList(), out);
    send(plan.hosts(), out);
    send(plan.nameserver().stream().toList(), out);
    send(plan.authority().stream().toList(), out);
    Bounds bounds = plan.bounds();
    out.writeLong(bounds.memory());
    out.writeInt(bounds.processes());
    out.writeInt(bounds.openFiles());
    out.writeInt(bounds.output());
    out.writeLong(bounds.disk());
    out.writeLong(bounds.fileSize());
    out.writeLong(bounds.time().toNanos());
    send(plan.command(), out);
    send(plan.input(), out);
  }

  /**
   * Reads a plan.
   *
   * @throws IOException also if it is not one, or too large
   */
  static RoomPlan receivePlan(DataInputStream in) throws IOException {
    try {
      return new RoomPlan(
          text(in),
          text(in),
          new RoomPlan.Card(text(in), text(in)),
          new RoomPlan.User(text(in), in.readInt(), text(in)),
          text(in),
          files(in),
          binds(in),
          variables(in),
          optional(in),
          texts(in),
          optional(in),
          optional(in),
          new Bounds(
              in.readLong(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              in.readLong(),
              in.readLong(),
              Duration.ofNanos(in.readLong())),
          texts(in),
          text(in));
    } catch (IllegalArgumentException e) {
      throw new IOException("not a plan: " + e.getMessage(), e);
    }
  }

  static void send(RoomResult result, DataOutputStream out) throws IOException {
    send(result.end().name(), out);
    out.writeInt(result.exit());
    SizedBytes.write(result.output(), out);
    SizedBytes.write(result.errors(), out);
    out.writeLong(result.time().toNanos());
    out.writeLong(result.peakMemory());
    out.writeInt(result.peakProcesses());
  }

  /**
   * Reads a result.
   *
   * @throws IOException also if it is not one, or too large
   */
  static RoomResult receiveResult(DataInputStream in) throws IOException {
    String end = text(in);
    for (RoomResult.End known : RoomResult.End.values()) {
      if (known.name().equals(end)) {
        return new RoomResult(
            known,
            in.readInt(),
            SizedBytes.read(in),
            SizedBytes.read(in),
            Duration.ofNanos(in.readLong()),
            in.readLong(),
            in.readInt());
      }
    }
    throw new IOException("not a result");
  }

  static void send(String text, DataOutputStream out) throws IOException {
    SizedBytes.write(text.getBytes(StandardCharsets.UTF_8), out);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(SizedBytes.read(in), StandardCharsets.UTF_8);
  }

  private static void send(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      send(text, out);
    }
  }

  private static List<RoomFile> files(DataInputStream in) throws IOException {
    List<RoomFile> files = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      files.add(new RoomFile(text(in), SizedBytes.read(in), in.readBoolean()));
    }
    return files;
  }

  private static List<RoomPlan.Bind> binds(DataInputStream in) throws IOException {
    List<RoomPlan.Bind> binds = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      binds.add(new RoomPlan.Bind(text(in), text(in)));
    }
    return binds;
  }

  private static Map<String, String> variables(DataInputStream in) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (int left = count(in); left > 0; left--) {
      variables.put(text(in), text(in));
    }
    return variables;
  }

  private static Optional<String> optional(DataInputStream in) throws IOException {
    return texts(in).stream().findFirst();
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_ITEMS) {
      throw new IOException("too many items");
    }
    return count;
  }
}
