package dev.candor.lab.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The TCP sockets of a network namespace (proc_net(5), {@code tcp} and {@code tcp6}). */
final class SocketTable {
  /** No tool that we know has as many sockets; the table of more takes too long to read. */
  private static final int MOST_LINES = 20_000;

  /** Where a line has the number, counted from the local address: see the table's heading. */
  private static final int INODE = 8;

  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

  /** What network namespaces below ours get, in sockets (ip-sysctl.rst of Linux). */
  private static final Path CHILDREN = Path.of("/proc/sys/net/ipv4/tcp_child_ehash_entries");

  private static final String SMALL = "1024";

  private final Path folder;

  /**
   * @param folder as in {@code /proc/1/net}
   */
  SocketTable(Path folder) {
    this.folder = folder;
  }

  /**
   * Gives each room that is made from now on a table of its own, Linux 6.1 on. Without, it is a
   * view of the whole machine's, which takes milliseconds to read.
   */
  static void ofItsOwn() {
    try {
      Files.writeString(CHILDREN, SMALL);
    } catch (IOException e) {
      // Slower, and as right.
    }
  }

  /**
   * The number (inode) of the socket with these two ends; empty where there is none, or no process
   * has it any more.
   */
  OptionalLong inode(InetSocketAddress local, InetSocketAddress remote) throws IOException {
    boolean ipv4 = local.getAddress() instanceof Inet4Address;
    OptionalLong found =
        ipv4 ? find("tcp", pair(local, remote, new byte[0])) : OptionalLong.empty();
    // A socket of IPv6 can speak to an address of IPv4 too.
    return found.isPresent()
        ? found
        : find("tcp6", pair(local, remote, ipv4 ? MAPPED : new byte[0]));
  }

  private OptionalLong find(String table, String pair) throws IOException {
    Path file = folder.resolve(table);
    if (!Files.exists(file)) {
      return OptionalLong.empty(); // a kernel without IPv6
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (int i = 0; i < MOST_LINES; i++) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        int at = line.indexOf(pair);
        if (at >= 0) {
          return inode(line.substring(at).strip());
        }
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong inode(String fields) {
    List<String> words = List.of(fields.split(" +"));
    long inode = words.size() > INODE ? Long.parseLong(words.get(INODE)) : 0;
    return inode == 0 ? OptionalLong.empty() : OptionalLong.of(inode);
  }

  /** Both ends as a line has them; {@code before} stands in front of both addresses. */
  static String pair(InetSocketAddress local, InetSocketAddress remote, byte[] before) {
    return " " + text(local, before) + " " + text(remote, before) + " ";
  }

  /** Words of 32 bits as the machine's own numbers, then the port. */
  private static String text(InetSocketAddress end, byte[] before) {
    InetAddress address = end.getAddress();
    byte[] last = address.getAddress();
    ByteBuffer bytes =
        ByteBuffer.allocate(before.length + last.length).put(before).put(last).flip();
    bytes.order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    while (bytes.hasRemaining()) {
      text.append(String.format(Locale.ROOT, "%08X", bytes.getInt()));
    }
    return text.append(String.format(Locale.ROOT, ":%04X", end.getPort())).toString();
  }
}
