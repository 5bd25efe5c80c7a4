package dev.candor.lab.names;

import static dev.candor.lab.names.Packets.EXAMPLE_COM;
import static dev.candor.lab.names.Packets.HEADER;
import static dev.candor.lab.names.Packets.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameServerTest {
  private final Names names = new Names();
  private final Lookups lookups = new Lookups();
  private InetSocketAddress udp;
  private InetSocketAddress tcp;
  private NameServer server;

  @BeforeEach
  void serve() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    DatagramChannel datagrams = DatagramChannel.open().bind(any);
    ServerSocketChannel connections = ServerSocketChannel.open().bind(any);
    udp = (InetSocketAddress) datagrams.getLocalAddress();
    tcp = (InetSocketAddress) connections.getLocalAddress();
    server = NameServer.serve(new Resolver(names, lookups), datagrams, connections);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  @SuppressWarnings({"BanJNDI", "JdkObsolete"}) // strings from a server of our own
  void javasOwnClientFindsNamesAndMissesOthers() throws Exception {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, "dns://127.0.0.1:" + udp.getPort());
    InitialDirContext client = new InitialDirContext(environment);

    assertThat(got(client, "A")).isEqualTo(names.address("api.example.com"));
    assertThat(got(client, "AAAA")).isEqualTo(names.address6("api.example.com"));
    assertThat(client.getAttributes("api.example.com", new String[] {"MX"}).size()).isZero();
    assertThat(catchThrowable(() -> client.getAttributes("metadata.google.internal")))
        .isInstanceOf(NameNotFoundException.class);
    client.close();
    assertThat(lookups.all())
        .extracting(Lookup::name)
        .contains("api.example.com", "metadata.google.internal");
  }

  @SuppressWarnings("BanJNDI") // as above
  private static InetAddress got(InitialDirContext client, String type) throws Exception {
    Attributes found = client.getAttributes("api.example.com", new String[] {type});
    assertThat(found.size()).isEqualTo(1);
    return InetAddress.getByName((String) found.get(type).get());
  }

  @Test
  void questionsOverOneConnectionAreAnsweredInTheirOrder() throws Exception {
    byte[] question = hex(HEADER, EXAMPLE_COM, "0001 0001");
    try (Socket socket = connect()) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      for (int id = 0; id < 5; id++) {
        question[0] = (byte) id;
        out.writeShort(question.length);
        out.write(question);
      }
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int id = 0; id < 5; id++) {
        byte[] answer = in.readNBytes(in.readUnsignedShort());
        assertThat(answer).startsWith(id, 0x34, 0x81, 0x80).hasSize(45);
      }
    }
  }

  @Test
  void aMessageThatNoQuestionNeedsEndsItsConnection() throws Exception {
    try (Socket socket = connect()) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeShort(5000);
      out.write(new byte[5000]);
      assertThat(catchThrowable(() -> assertThat(socket.getInputStream().read()).isEqualTo(-1)))
          .satisfiesAnyOf(
              e -> assertThat(e).isNull(), e -> assertThat(e).hasMessageContaining("reset"));
    }
    assertThat(lookups.packets()).singleElement().satisfies(p -> assertThat(p).hasSize(4096));
  }

  @Test
  void connectionsThatSayNothingKeepOutNobodyElse() throws Exception {
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      silent.add(connect());
    }
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(10_000);
      byte[] question = hex(HEADER, EXAMPLE_COM, "0001 0001");
      for (byte[] packet : List.of(new byte[0], new byte[3], new byte[2000], question)) {
        socket.send(new DatagramPacket(packet, packet.length, udp));
      }
      byte[] buffer = new byte[600];
      DatagramPacket answer = new DatagramPacket(buffer, buffer.length);
      socket.receive(answer); // of the zeros
      assertThat(buffer).startsWith(0, 0, 0x80, 0x81);
      socket.receive(answer);
      assertThat(buffer).startsWith(0x12, 0x34, 0x81, 0x80);
    }
    // More than 64 are not listened to at a time.
    silent.getLast().setSoTimeout(10_000);
    assertThat(silent.getLast().getInputStream().read()).isEqualTo(-1);
    server.close();
    assertThat(catchThrowable(() -> silent.getFirst().getInputStream().read()))
        .satisfiesAnyOf(
            e -> assertThat(e).isNull(), e -> assertThat(e).hasMessageContaining("reset"));
    for (Socket socket : silent) {
      socket.close();
    }
  }

  private Socket connect() throws Exception {
    Socket socket = new Socket(tcp.getAddress(), tcp.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }
}
