package dev.candor.lab.room;

import dev.candor.artifact.FolderTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens rooms; usable only in a process that is root of its own user namespace, as the keeper is.
 * Many rooms can be open at once.
 */
public final class Rooms {
  /** In the keeper's mounts, memory lies over {@code /sys}, which neither it nor a trial needs. */
  static final String MEMORY = "/sys";

  private final Path base;
  private final Path script;
  private final AtomicLong numbers = new AtomicLong();

  /**
   * Those of this process; once for each.
   *
   * @throws IOException if this process was not started by {@link KeeperCommand}
   */
  public static Rooms here() throws IOException {
    SocketTable.ofItsOwn();
    return new Rooms(Path.of(MEMORY));
  }

  private Rooms(Path base) throws IOException {
    this.base = base;
    script = base.resolve("init");
    try (InputStream in = Rooms.class.getResourceAsStream("init.sh")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
  }

  /**
   * Furnishes a room, with its network up and nothing running in it.
   *
   * @throws dev.candor.core.InputException if the plan wants what the host does not have
   * @throws IOException if the system refuses
   */
  public Room open(RoomPlan plan) throws IOException, InterruptedException {
    Path stage = base.resolve("t" + numbers.incrementAndGet());
    boolean open = false;
    try {
      Files.createDirectory(stage);
      new Furniture(plan, stage).write();
      Room room = Room.open(plan, stage, script, () -> remove(stage));
      open = true;
      return room;
    } finally {
      if (!open) {
        remove(stage);
      }
    }
  }

  private static void remove(Path folder) {
    try {
      FolderTree.remove(folder);
    } catch (IOException e) {
      // It lies in our own memory file system, and goes with us.
    }
  }
}
