package dev.candor.lab.room;

import java.nio.charset.StandardCharsets;

/**
 * A process that runs a script in a room, as Candor would; for tests that end it or change its
 * user.
 */
final class RoomHost {
  private RoomHost() {}

  public static void main(String[] arguments) throws Exception {
    try (KeeperProcess keeper = KeeperProcess.start()) {
      String marker = arguments.length > 1 ? arguments[1] : "";
      RoomResult result = keeper.run(new Plan().sh(arguments[0], marker));
      System.out.print(new String(result.output(), StandardCharsets.UTF_8));
      System.out.print(new String(result.errors(), StandardCharsets.UTF_8));
    }
  }
}
