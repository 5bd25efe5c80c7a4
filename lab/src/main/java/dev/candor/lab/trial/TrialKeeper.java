package dev.candor.lab.trial;

import dev.candor.lab.room.Keeper;
import dev.candor.lab.room.Room;
import dev.candor.wire.tls.Authority;
import java.io.IOException;

/** The keeper of a {@link Lab}: rooms, and in the same process the world that they see. */
public final class TrialKeeper {
  private TrialKeeper() {}

  /** Started by {@link Lab} only. */
  public static void main(String[] arguments) throws IOException {
    World world = new World(Authority.create());
    Keeper.serve((request, rooms) -> world.run(Trial.ofBytes(request), rooms, Room::run).toBytes());
  }
}
