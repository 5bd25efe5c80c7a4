package dev.candor.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that tunnels every CONNECT to one port of this machine. */
final class TunnelProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  final List<String> requests = new CopyOnWriteArrayList<>();

  TunnelProxy(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.startVirtualThread(() -> tunnel(client));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void tunnel(Socket client) {
    try (client;
        Socket origin = new Socket(InetAddress.getLoopbackAddress(), target)) {
      requests.add(head(client.getInputStream()));
      client
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      Thread back = Thread.startVirtualThread(() -> copy(origin, client));
      copy(client, origin);
      back.join();
    } catch (IOException | InterruptedException e) {
      // One side went away: so does the tunnel.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // As above.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
