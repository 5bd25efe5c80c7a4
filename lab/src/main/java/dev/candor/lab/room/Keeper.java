package dev.candor.lab.room;

import dev.candor.core.InputException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The process in which rooms are kept: root of a user namespace, first of a process namespace. It
 * runs the plans that come on standard input, as many at once as come, and ends with its input.
 */
public final class Keeper {
  private final Rooms rooms;
  private final DataOutputStream out;
  private final Map<Integer, Room> open = new ConcurrentHashMap<>();
  private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();

  private Keeper(Rooms rooms, DataOutputStream out) {
    this.rooms = rooms;
    this.out = out;
  }

  /** Started by {@link KeeperProcess} only. */
  public static void main(String[] arguments) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err); // nothing but frames may go there
    Keeper keeper = new Keeper(Rooms.here(), out);
    keeper.reply(new Frame(0, Frame.READY, new byte[0]));
    try {
      keeper.serve(new DataInputStream(System.in));
    } finally {
      // The first of a process namespace: the kernel kills all that is in it.
      Runtime.getRuntime().halt(0);
    }
  }

  private void serve(DataInputStream in) throws IOException {
    for (Frame frame = Frame.read(in); frame.kind() != Frame.END; frame = Frame.read(in)) {
      int id = frame.id();
      byte[] bytes = frame.bytes();
      switch (frame.kind()) {
        case Frame.RUN -> Thread.ofPlatform().name("trial-" + id).start(() -> run(id, bytes));
        case Frame.STOP -> stop(id);
        default -> throw new IOException("not a request");
      }
    }
  }

  private void stop(int id) {
    stopped.add(id); // its room may not be open yet
    Room room = open.get(id);
    if (room != null) {
      room.close();
    }
  }

  private void run(int id, byte[] request) {
    Frame reply = new Frame(id, Frame.FAILED, Frame.text(new IOException("the keeper failed")));
    try {
      reply = result(id, request);
    } catch (InputException e) {
      reply = new Frame(id, Frame.REFUSED, Frame.text(e));
    } catch (IOException | RuntimeException e) {
      reply = new Frame(id, Frame.FAILED, Frame.text(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally { // also where memory ran out, since somebody waits for an answer
      stopped.remove(id);
      reply(reply);
    }
  }

  private Frame result(int id, byte[] request) throws IOException, InterruptedException {
    RoomPlan plan = RoomWire.receivePlan(new DataInputStream(new ByteArrayInputStream(request)));
    try (Room room = rooms.open(plan)) {
      open.put(id, room);
      if (stopped.contains(id)) {
        stop(id);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      RoomWire.send(room.run(), new DataOutputStream(bytes));
      return new Frame(id, Frame.RESULT, bytes.toByteArray());
    } finally {
      open.remove(id);
    }
  }

  private void reply(Frame frame) {
    synchronized (out) {
      try {
        frame.write(out);
      } catch (IOException e) {
        Runtime.getRuntime().halt(1); // nobody listens
      }
    }
  }
}
