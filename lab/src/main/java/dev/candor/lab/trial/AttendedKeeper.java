package dev.candor.lab.trial;

import dev.candor.lab.room.Rooms;
import dev.candor.lab.room.SizedBytes;
import dev.candor.wire.tls.Authority;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A keeper for one trial with somebody at it: its own streams are those of the tool. */
public final class AttendedKeeper {
  private AttendedKeeper() {}

  /**
   * Started by {@link AttendedTrial} only.
   *
   * @param arguments the socket by which the trial comes and its result goes
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (SocketChannel candor = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      candor.connect(UnixDomainSocketAddress.of(arguments[0]));
      DataInputStream asked = new DataInputStream(Channels.newInputStream(candor));
      Trial trial = Trial.ofBytes(SizedBytes.read(asked));
      Thread.ofPlatform().daemon().start(() -> endWith(asked));
      World world = new World(Authority.create());
      InputStream in = new FileInputStream(FileDescriptor.in);
      OutputStream out = new FileOutputStream(FileDescriptor.out);
      Rooms rooms = Rooms.here();
      byte[] result = world.run(trial, rooms::open, room -> room.converse(in, out)).toBytes();
      DataOutputStream answer = new DataOutputStream(Channels.newOutputStream(candor));
      SizedBytes.write(result, answer);
      answer.flush();
    } finally {
      Runtime.getRuntime().halt(0); // the first of a process namespace takes all with it
    }
  }

  /** Nothing more is said, so this returns when Candor is gone, however it went. */
  private static void endWith(InputStream asked) {
    try {
      asked.skipNBytes(Long.MAX_VALUE);
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
