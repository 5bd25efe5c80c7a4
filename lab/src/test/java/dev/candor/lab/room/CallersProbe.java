package dev.candor.lab.room;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs in a keeper: programs in a room call, and it prints who they are. A caller waits for an
 * answer, but who says {@code gone}.
 */
final class CallersProbe {
  private static final String CALLS =
      """
      use IO::Socket::INET; use IO::Socket::IP; use Socket;
      sub ask { my $s = shift or die "$!"; $s->autoflush; print $s "here\\n"; <$s>; }
      $0 = "quince"; print "$$ ";
      ask(IO::Socket::INET->new(PeerAddr => "203.0.113.9:443"));
      ask(IO::Socket::IP->new(PeerHost => "2001:db8::9", PeerPort => 443));
      socket(my $m, PF_INET6, SOCK_STREAM, 0);
      connect($m, pack_sockaddr_in6(443, Socket::inet_pton(AF_INET6, "::ffff:203.0.113.8")));
      ask($m);
      my $kept = IO::Socket::INET->new(PeerAddr => "203.0.113.10:443"); # two at once
      ask(IO::Socket::INET->new(PeerAddr => "203.0.113.11:443"));
      ask($kept);
      if (my $child = fork) { waitpid $child, 0; print "$child "; }
      else { $0 = "m\\xc3\\xb6we\\e[1m\\xff"; ask(IO::Socket::INET->new(PeerAddr => "203.0.113.9:443")); exit }
      if (fork) { wait }
      else { my $s = IO::Socket::INET->new(PeerAddr => "203.0.113.9:443"); print $s "gone\\n"; $s->flush; exit }
      ask(IO::Socket::INET->new(PeerAddr => "203.0.113.12:443"));
      """;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private CallersProbe() {}

  public static void main(String[] arguments) throws Exception {
    try (Room room = Rooms.here().open(new Plan().run(List.of("perl", "-e", CALLS)))) {
      ServerSocketChannel tcp = room.sockets().listen(443);
      RoomCallers callers = room.callers();
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (true) {
                SocketChannel caller = tcp.accept();
                Thread.ofVirtual().start(() -> tell(callers, caller));
              }
            } catch (IOException e) {
              // The end.
            }
          });
      RoomResult result = room.run();
      OUT.println(new String(result.output(), StandardCharsets.UTF_8).strip());
      OUT.print(new String(result.errors(), StandardCharsets.UTF_8));
    }
    Runtime.getRuntime().halt(0);
  }

  private static void tell(RoomCallers callers, SocketChannel caller) {
    try (caller) {
      ByteBuffer said = ByteBuffer.allocate(5);
      while (said.hasRemaining() && caller.read(said) >= 0) {
        // All of it.
      }
      if (said.get(0) == 'g') {
        caller.read(ByteBuffer.allocate(1)); // its end
      }
      InetSocketAddress from = (InetSocketAddress) caller.getRemoteAddress();
      InetSocketAddress to = (InetSocketAddress) caller.getLocalAddress();
      String who = callers.of(from, to).map(c -> c.id() + " " + c.name()).orElse("nobody");
      synchronized (CallersProbe.class) {
        OUT.println(to.getAddress().getHostAddress() + " " + who);
      }
      caller.write(ByteBuffer.wrap("told\n".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      OUT.println(e);
    }
  }
}
