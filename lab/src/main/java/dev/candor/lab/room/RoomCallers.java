package dev.candor.lab.room;

import dev.candor.text.Visible;
import dev.candor.wire.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells whose a TCP connection within a room is, as long as it is open. Asked best when the
 * connection is accepted; takes about a millisecond. Safe for use by many threads.
 */
public final class RoomCallers {
  /** Of all processes together, looked at for one connection; takes some 20 ms. */
  private static final int MOST_LINKS = 5_000;

  /** A name in the kernel has 15 bytes; written out, each has up to six characters. */
  private static final int MOST_NAME = 90;

  /** The room's own {@code /proc}: exactly its processes, with the ids that they have there. */
  private final Path proc;

  private final SocketTable sockets;

  /** By the socket's number, the link of a process to it, as the last look found them. */
  private final Map<Long, Path> held = new HashMap<>();

  /**
   * @param init the room's first process, as our {@code /proc} numbers it
   */
  RoomCallers(long init) {
    proc = Path.of("/proc/" + init + "/root/proc");
    sockets = new SocketTable(Path.of("/proc/" + init + "/net"));
  }

  /**
   * The process that has the socket at the client's end; the one with the lowest id, where several
   * share it.
   *
   * @param client the address from which the connection came
   * @param server the address to which it came
   * @return its name as it gave it itself, visible; empty where the process has ended or let go of
   *     the connection, or has too much open to be found soon
   */
  public Optional<Connection.Caller> of(InetSocketAddress client, InetSocketAddress server) {
    try {
      OptionalLong inode = sockets.inode(client, server);
      return inode.isPresent() ? holder(inode.getAsLong()) : Optional.empty();
    } catch (IOException | NumberFormatException | DirectoryIteratorException e) {
      return Optional.empty(); // the trial is over
    }
  }

  private synchronized Optional<Connection.Caller> holder(long inode) throws IOException {
    Path link = held.get(inode);
    if (link == null || !target(link).equals(target(inode))) {
      look();
      link = held.get(inode);
    }
    return link == null ? Optional.empty() : caller(link);
  }

  private void look() throws IOException {
    held.clear();
    int left = MOST_LINKS;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[1-9]*")) {
      for (Path process : processes) {
        left = look(process, left);
      }
    }
  }

  private int look(Path process, int most) {
    int left = most;
    try (DirectoryStream<Path> links = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path link : links) {
        if (left-- <= 0) {
          return 0;
        }
        inode(target(link)).ifPresent(inode -> held.putIfAbsent(inode, link));
      }
    } catch (IOException | DirectoryIteratorException e) {
      return left; // it ended meanwhile
    }
    return left;
  }

  private static String target(long inode) {
    return "socket:[" + inode + "]";
  }

  private static OptionalLong inode(String target) {
    return target.startsWith("socket:[")
        ? OptionalLong.of(Long.parseLong(target, "socket:[".length(), target.length() - 1, 10))
        : OptionalLong.empty();
  }

  /** What a process has open there, as the kernel names it; empty where it was closed meanwhile. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * @param link as in {@code …/17/fd/5}
   */
  private Optional<Connection.Caller> caller(Path link) {
    Path process = proc.resolve(link.getName(link.getNameCount() - 3));
    try {
      // Not readString, which refuses what is not UTF-8; a name can be any bytes.
      byte[] bytes = Files.readAllBytes(process.resolve("comm"));
      String name = new String(bytes, 0, Math.max(0, bytes.length - 1), StandardCharsets.UTF_8);
      return Optional.of(
          new Connection.Caller(
              Long.parseLong(process.getFileName().toString()), Visible.of(name, MOST_NAME)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
