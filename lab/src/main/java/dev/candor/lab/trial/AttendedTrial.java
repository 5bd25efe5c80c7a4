package dev.candor.lab.trial;

import dev.candor.core.InputException;
import dev.candor.lab.room.KeeperCommand;
import dev.candor.lab.room.SizedBytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A trial whose tool has this process's standard input and output, as a shell wants them. */
public final class AttendedTrial {
  private AttendedTrial() {}

  /**
   * Runs it to its end.
   *
   * @throws InputException if the room could not be made; the keeper has said why
   */
  public static TrialResult run(Trial trial) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("candor-room");
    Path socket = folder.resolve("keeper");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Process keeper =
          KeeperCommand.of(AttendedKeeper.class, List.of(socket.toString())).inheritIO().start();
      Thread _ = Thread.ofVirtual().start(() -> closeAfter(keeper, server));
      try (SocketChannel channel = server.accept()) {
        DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
        SizedBytes.write(trial.toBytes(), out);
        out.flush();
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        return TrialResult.ofBytes(SizedBytes.read(in));
      } catch (IOException e) {
        throw new InputException(
            "The room could not be made, or its keeper was ended: " + e.getMessage(), e);
      } finally {
        keeper.destroyForcibly().waitFor();
      }
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(folder);
    }
  }

  private static void closeAfter(Process keeper, ServerSocketChannel server) {
    try {
      keeper.waitFor();
      server.close(); // nobody will call any more
    } catch (IOException e) {
      keeper.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
