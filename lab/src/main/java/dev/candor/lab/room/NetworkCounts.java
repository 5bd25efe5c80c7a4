package dev.candor.lab.room;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a room's network counts (RFC 1213, RFC 4022, RFC 4113 as Linux gives them in {@code
 * /proc/net/snmp}). The file is opened while the room is there, and can be read when it is gone.
 */
public final class NetworkCounts implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 16;

  private final RandomAccessFile file;

  NetworkCounts(long pid) throws IOException {
    file = new RandomAccessFile("/proc/" + pid + "/net/snmp", "r");
  }

  /**
   * @param connections that were asked for at ports where nobody listens
   * @param datagrams that came to ports where nobody receives
   */
  public record Unanswered(long connections, long datagrams) {}

  /** Up to now. */
  public Unanswered unanswered() throws IOException {
    byte[] bytes = new byte[MOST_BYTES];
    file.seek(0);
    int length = 0;
    for (int n = file.read(bytes); n > 0; n = file.read(bytes, length, bytes.length - length)) {
      length += n;
    }
    List<String> lines = new String(bytes, 0, length, StandardCharsets.US_ASCII).lines().toList();
    return new Unanswered(value(lines, "Tcp:", "AttemptFails"), value(lines, "Udp:", "NoPorts"));
  }

  /** A line of names, then a line of numbers, both with the protocol in front. */
  private static long value(List<String> lines, String protocol, String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    lines.stream()
        .filter(line -> line.startsWith(protocol + " "))
        .forEach(line -> rows.add(line.split(" ", -1)));
    if (rows.size() == 2) {
      int column = List.of(rows.getFirst()).indexOf(name);
      if (column > 0 && column < rows.getLast().length) {
        return Long.parseLong(rows.getLast()[column]);
      }
    }
    throw new IOException("the system does not count " + protocol + " " + name);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
