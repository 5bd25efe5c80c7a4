package dev.candor.lab.room;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs in a keeper: listens in a room, lets perl call, and prints who came where. */
final class SocketsProbe {
  private static final String CALL =
      """
      use IO::Socket::INET; use IO::Socket::IP;
      IO::Socket::INET->new(PeerAddr => "203.0.113.9:443") or print "v4 $!\\n";
      IO::Socket::IP->new(PeerHost => "2001:db8::9", PeerPort => 443) or print "v6 $!\\n";
      my $u = IO::Socket::INET->new(Proto => "udp", PeerAddr => "10.0.0.53:53");
      $u->send("ask"); my $a; $u->recv($a, 10); print "answer $a\\n";
      """;

  private SocketsProbe() {}

  public static void main(String[] arguments) throws Exception {
    Rooms rooms = Rooms.here();
    try (Room room = rooms.open(new Plan().run(List.of("perl", "-e", CALL)))) {
      ServerSocketChannel tcp = room.sockets().listen(443);
      DatagramChannel udp = room.sockets().receive(53);
      Thread accepting =
          Thread.startVirtualThread(() -> {
            try {
              for (int i = 0; i < 2; i++) {
                try (SocketChannel caller = tcp.accept()) {
                  InetSocketAddress at = (InetSocketAddress) caller.getLocalAddress();
                  System.out.println(at.getAddress().getHostAddress() + " " + at.getPort());
                }
              }
              ByteBuffer question = ByteBuffer.allocate(10);
              var from = udp.receive(question);
              udp.send(ByteBuffer.wrap("told".getBytes(StandardCharsets.UTF_8)), from);
            } catch (java.io.IOException e) {
              System.out.println(e);
            }
          });
      RoomResult result = room.run();
      accepting.join(2000);
      System.out.print(new String(result.output(), StandardCharsets.UTF_8));
      System.out.print(new String(result.errors(), StandardCharsets.UTF_8));
    }
  }
}
