package dev.candor.lab.room;

import dev.candor.lab.names.Lookups;
import dev.candor.lab.names.NameServer;
import dev.candor.lab.names.Names;
import dev.candor.lab.names.Resolver;
import java.nio.charset.StandardCharsets;

/**
 * Runs in a keeper: a room's programs ask for names; prints what they found, then what was asked.
 */
final class NamesProbe {
  private NamesProbe() {}

  public static void main(String[] arguments) throws Exception {
    Names names = new Names();
    System.out.println(names.address("Api.example.com").getHostAddress());
    System.out.println(names.address6("Api.example.com").getHostAddress());
    Lookups lookups = new Lookups();
    try (Room room = Rooms.here().open(new Plan().sh(arguments[0]));
        NameServer _ =
            NameServer.serve(
                new Resolver(names, lookups),
                room.sockets().receive(53),
                room.sockets().listen(53))) {
      RoomResult result = room.run();
      System.out.print(new String(result.output(), StandardCharsets.UTF_8));
      System.out.print(new String(result.errors(), StandardCharsets.UTF_8));
    }
    lookups.all().forEach(l -> System.out.println(l.name() + " " + l.type()));
    Runtime.getRuntime().halt(0);
  }
}
