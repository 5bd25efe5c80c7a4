package dev.candor.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** An upstream that says and hears bytes, as a test tells it. */
final class RawServer implements AutoCloseable {
  private static final int PATIENCE_MILLISECONDS = 20_000;

  final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket listening;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** What is done with a connection; it is closed behind it. */
  interface Conversation {
    void with(Socket socket) throws IOException;
  }

  RawServer(Conversation conversation) {
    this(ServerSocketFactory.getDefault(), conversation);
  }

  RawServer(ServerSocketFactory sockets, Conversation conversation) {
    try {
      listening = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual()
        .start(() -> {
          while (!listening.isClosed()) {
            try {
              Socket socket = listening.accept();
              connections.incrementAndGet();
              open.add(socket);
              Thread.ofVirtual().start(() -> converse(conversation, socket));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  private static void converse(Conversation conversation, Socket socket) {
    try (socket) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      conversation.with(socket);
    } catch (IOException e) {
      // The test sees what came of it.
    }
  }

  /** Answers each request with the same, once its head and a body by Content-Length came. */
  static RawServer answering(List<String> heard, String... answer) {
    return new RawServer(socket -> {
      InputStream in = socket.getInputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        heard.add(head + text(in.readNBytes(length(head))));
        say(socket, answer);
      }
    });
  }

  int port() {
    return listening.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  static String lines(String... lines) {
    return String.join("\r\n", lines);
  }

  static void say(Socket socket, String... lines) throws IOException {
    socket.getOutputStream().write(bytes(lines(lines)));
    socket.getOutputStream().flush();
  }

  /** Up to and with the empty line; what there is at the end. */
  static String head(InputStream in) throws IOException {
    return until(in, "\r\n\r\n");
  }

  static String until(InputStream in, String end) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int b;
    while (!text(all.toByteArray()).endsWith(end) && (b = in.read()) >= 0) {
      all.write(b);
    }
    return text(all.toByteArray());
  }

  static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
