package dev.candor.lab.room;

import dev.candor.core.InputException;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The process in which rooms are kept: root of a user namespace, first of a process namespace. It
 * does the work that is asked for on standard input, as much at once as comes, and ends with its
 * input.
 */
public final class Keeper {
  private final Rooms rooms;
  private final Work work;
  private final DataOutputStream out;
  private final Map<Integer, Room> open = new ConcurrentHashMap<>();
  private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();

  private Keeper(Rooms rooms, Work work, DataOutputStream out) {
    this.rooms = rooms;
    this.work = work;
    this.out = out;
  }

  /** Runs plans, for who needs nothing but rooms. Started by {@link KeeperProcess} only. */
  public static void main(String[] arguments) throws IOException {
    serve((request, rooms) -> {
      try (Room room = rooms.open(RoomPlan.ofBytes(request))) {
        return room.run().toBytes();
      }
    });
  }

  /**
   * Does such work until the input ends; then the process ends, and all that is in its rooms. To be
   * called from the {@code main} of a class that {@link KeeperProcess} starts.
   */
  public static void serve(Work work) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(
        new PrintStream(
            new FileOutputStream(FileDescriptor.err), true)); // nothing but frames may go there
    Keeper keeper = new Keeper(Rooms.here(), work, out);
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
      reply = new Frame(id, Frame.RESULT, work.answer(request, plan -> open(id, plan)));
    } catch (InputException e) {
      reply = new Frame(id, Frame.REFUSED, Frame.text(e));
    } catch (IOException | RuntimeException e) {
      reply = new Frame(id, Frame.FAILED, Frame.text(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally { // also where memory ran out, since somebody waits for an answer
      open.remove(id);
      stopped.remove(id);
      reply(reply);
    }
  }

  private Room open(int id, RoomPlan plan) throws IOException, InterruptedException {
    Room room = rooms.open(plan);
    open.put(id, room);
    if (stopped.contains(id)) {
      stop(id);
    }
    return room;
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
