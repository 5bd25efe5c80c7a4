package dev.candor.lab.names;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves a resolver on channels that are bound already, since those of a trial belong to its own
 * network. Closing it closes them, and the connections.
 */
public final class NameServer implements AutoCloseable {
  private static final int MOST_DATAGRAM = 1 << 16;

  /** No question needs more; a connection that sends more is closed. */
  private static final int MOST_MESSAGE = 4096;

  private static final int MOST_CONNECTIONS = 64;
  private static final int SILENCE_MILLIS = 20_000;

  /** In a row, as when this process may open no more files; so that it does not spin. */
  private static final int MOST_FAILURES = 100;

  private final Resolver resolver;
  private final DatagramChannel udp;
  private final ServerSocketChannel tcp;
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();

  private NameServer(Resolver resolver, DatagramChannel udp, ServerSocketChannel tcp) {
    this.resolver = resolver;
    this.udp = udp;
    this.tcp = tcp;
  }

  /** Begins to answer; the channels, of either family, are its own from now on. */
  public static NameServer serve(Resolver resolver, DatagramChannel udp, ServerSocketChannel tcp) {
    NameServer server = new NameServer(resolver, udp, tcp);
    try {
      udp.configureBlocking(true);
      tcp.configureBlocking(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("names-udp").start(server::receive);
    Thread.ofVirtual().name("names-tcp").start(server::accept);
    return server;
  }

  private void receive() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_DATAGRAM);
    for (int failures = 0; failures < MOST_FAILURES; failures++) {
      try {
        SocketAddress client = udp.receive(buffer.clear());
        failures = -1;
        byte[] packet = new byte[buffer.flip().remaining()];
        buffer.get(packet);
        Optional<byte[]> answer = resolver.answer(packet);
        if (answer.isPresent()) {
          udp.send(ByteBuffer.wrap(answer.get()), client);
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // Of one client, as when it is gone before its answer.
      }
    }
  }

  private void accept() {
    for (int failures = 0; failures < MOST_FAILURES; failures++) {
      try {
        SocketChannel client = tcp.accept();
        failures = -1;
        connections.add(client);
        if (!tcp.isOpen() || connections.size() > MOST_CONNECTIONS) {
          end(client);
        } else {
          Thread.ofVirtual().name("names-connection").start(() -> converse(client));
        }
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // Of one client, as when it is gone already.
      }
    }
  }

  /** Messages with their length before them (RFC 1035, 4.2.2). */
  private void converse(SocketChannel client) {
    try (Socket socket = client.socket()) {
      socket.setSoTimeout(SILENCE_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (true) {
        int length = in.readUnsignedShort();
        byte[] message = in.readNBytes(Math.min(length, MOST_MESSAGE));
        Optional<byte[]> answer = resolver.answer(message);
        if (answer.isEmpty() || message.length < length) {
          return;
        }
        byte[] bytes = answer.get();
        out.write(
            ByteBuffer.allocate(2 + bytes.length)
                .putShort((short) bytes.length)
                .put(bytes)
                .array());
      }
    } catch (IOException e) {
      // It ended, or was silent for too long.
    } finally {
      end(client);
    }
  }

  private void end(SocketChannel client) {
    connections.remove(client);
    try {
      client.close();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }

  @Override
  public void close() {
    try (tcp;
        udp) {
      // Both, whatever one of them says.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connections.forEach(this::end);
    }
  }
}
