package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RoomCallersTest extends KeptRooms {
  @Test
  void aConnectionIsOfTheProcessThatHoldsIt() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "no IPv6 here");
    Process probe =
        KeeperCommand.of(CallersProbe.class, List.of())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = text(probe.getInputStream().readAllBytes()).lines().toList();
    String[] ids = lines.getLast().split(" ");
    String parent = " " + ids[0] + " quince";

    assertThat(lines.subList(0, lines.size() - 1))
        .containsExactlyInAnyOrder(
            "203.0.113.9" + parent,
            "2001:db8:0:0:0:0:0:9" + parent,
            "203.0.113.8" + parent,
            "203.0.113.11" + parent,
            "203.0.113.10" + parent,
            "203.0.113.9 " + ids[1] + " möwe\\u{1B}[1m\uFFFD",
            "203.0.113.9 nobody",
            "203.0.113.12" + parent);
    assertThat(Integer.parseInt(ids[0])).isLessThan(20); // as the room counts
  }

  @Test
  void aTableIsReadByBothEnds(@TempDir Path folder) throws IOException {
    assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "lines of x86-64");
    Files.writeString(
        folder.resolve("tcp"),
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:A3F2 097100CB:01BB 01 00000000:00000000 00:00000000 00000000  1234        0 4711 1 0000000000000000 20 4 30 10 -1
           1: 0100007F:A3F3 097100CB:01BB 06 00000000:00000000 03:00001766 00000000     0        0 0 3 0000000000000000
        """);
    Files.writeString(
        folder.resolve("tcp6"),
        """
          sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: B80D0120000000000000000009000000:01BB B80D0120000000000000000001000000:C350 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0000000000000000 20 4 30 10 -1
           1: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF0000097100CB:01BB 01 00000000:00000000 00:00000000 00000000     0        0 4713 1 0000000000000000 20 4 30 10 -1
        """);
    SocketTable table = new SocketTable(folder);

    assertThat(table.inode(end("127.0.0.1", 41970), end("203.0.113.9", 443))).hasValue(4711);
    assertThat(table.inode(end("127.0.0.1", 41971), end("203.0.113.9", 443))).isEmpty();
    assertThat(table.inode(end("203.0.113.9", 443), end("127.0.0.1", 41970))).isEmpty();
    assertThat(table.inode(end("2001:db8::9", 443), end("2001:db8::1", 50000))).hasValue(4712);
    assertThat(table.inode(end("127.0.0.1", 50001), end("203.0.113.9", 443))).hasValue(4713);
  }

  private static InetSocketAddress end(String address, int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), port);
  }
}
