package dev.candor.lab.room;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Opens listening sockets inside the network of a trial. A socket belongs to the namespace of the
 * thread that makes it, whoever uses it afterwards; so a thread moves there, opens it, and ends.
 */
public final class Sockets {
  /** {@code CLONE_NEWNET} and {@code CLONE_NEWUTS} of sched.h. */
  private static final int NETWORK = 0x40000000;

  private static final int NAMES = 0x04000000;
  private static final int BACKLOG = 512;

  private final String namespaces;

  /**
   * @param pid a process of the trial
   */
  Sockets(long pid) {
    namespaces = "/proc/" + pid + "/ns/";
  }

  /**
   * Listens on a TCP port, on every address of both families.
   *
   * @throws IOException if the port is taken, or the trial is over
   */
  public ServerSocketChannel listen(int port) throws IOException {
    return listen(List.of(port)).getFirst();
  }

  /**
   * Listens on several ports, in their order; all at once, since moving there is what takes time.
   *
   * @throws IOException if a port is taken, or the trial is over; then none of them is open
   */
  public List<ServerSocketChannel> listen(List<Integer> ports) throws IOException {
    return inside(
        "net",
        NETWORK,
        () -> {
          List<ServerSocketChannel> open = new ArrayList<>();
          try {
            for (int port : ports) {
              ServerSocketChannel channel = ServerSocketChannel.open();
              open.add(channel);
              channel.bind(everywhere(port), BACKLOG);
            }
            return List.copyOf(open);
          } catch (IOException e) {
            for (ServerSocketChannel channel : open) {
              channel.close();
            }
            throw e;
          }
        });
  }

  /**
   * Receives on a UDP port, on every address of both families.
   *
   * @throws IOException if the port is taken, or the trial is over
   */
  public DatagramChannel receive(int port) throws IOException {
    return inside(
        "net",
        NETWORK,
        () -> {
          DatagramChannel channel = DatagramChannel.open();
          return closedOnFailure(channel, () -> channel.bind(everywhere(port)));
        });
  }

  /** As {@link #receive(int)}, on IPv4 only, as some transports want it. */
  public DatagramChannel receiveIpv4(int port) throws IOException {
    return inside(
        "net",
        NETWORK,
        () -> {
          DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
          return closedOnFailure(channel, () -> channel.bind(everywhere(port)));
        });
  }

  /** Names the trial's machine. */
  void hostname(String name) throws IOException {
    inside(
        "uts",
        NAMES,
        () -> {
          NativeCalls.hostname(name);
          return name;
        });
  }

  /** Both families: Java's sockets are of IPv6 and take IPv4 too, where the kernel has IPv6. */
  private static InetSocketAddress everywhere(int port) {
    return new InetSocketAddress((InetAddress) null, port);
  }

  private static <C extends NetworkChannel> C closedOnFailure(C channel, Callable<?> bind)
      throws Exception {
    boolean bound = false;
    try {
      bind.call();
      bound = true;
      return channel;
    } finally {
      if (!bound) {
        channel.close();
      }
    }
  }

  private <T> T inside(String namespace, int kind, Callable<T> work) throws IOException {
    FutureTask<T> task =
        new FutureTask<>(() -> {
          NativeCalls.enter(namespaces + namespace, kind);
          return work.call();
        });
    // Never a virtual thread: its carrier would stay in the trial's namespace.
    Thread thread = Thread.ofPlatform().name("room-socket").daemon().start(task);
    try {
      thread.join();
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while opening a socket in the room", e);
    } catch (ExecutionException e) {
      throw new IOException("the room's network: " + e.getMessage(), e);
    }
  }
}
