package dev.candor.lab.trial;

import dev.candor.lab.emulator.Answers;
import dev.candor.lab.emulator.Emulator;
import dev.candor.lab.emulator.Recording;
import dev.candor.lab.names.Lookups;
import dev.candor.lab.names.NameServer;
import dev.candor.lab.names.Names;
import dev.candor.lab.names.Resolver;
import dev.candor.lab.room.NetworkCounts;
import dev.candor.lab.room.Room;
import dev.candor.lab.room.RoomResult;
import dev.candor.lab.room.Work;
import dev.candor.wire.Dialect;
import dev.candor.wire.tls.Authority;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the rooms of a keeper see outside: every service of every host. One for all trials. */
final class World {
  /** Web, web in clear, the usual second choices of both, and OpenTelemetry's two ports. */
  private static final Set<Integer> USUAL_PORTS = Set.of(80, 443, 4317, 4318, 8080, 8443);

  private static final int NAME_PORT = 53;
  private static final int MOST_EXCHANGES = 10_000;
  private static final long MOST_BYTES = 128 << 20;

  private final Emulator emulator;
  private final Authority authority;
  private final List<Dialect> dialects = Dialect.all();

  World(Authority authority) {
    this.authority = authority;
    emulator = new Emulator(authority);
  }

  /** How the command of a room's plan is run. */
  @FunctionalInterface
  interface Running {
    RoomResult run(Room room) throws IOException, InterruptedException;
  }

  /** Runs a trial to its end. */
  TrialResult run(Trial trial, Work.Opening rooms, Running running)
      throws IOException, InterruptedException {
    Recording recording = new Recording(MOST_EXCHANGES, MOST_BYTES);
    Answers answers = new Answers(trial.answers(), dialects);
    Names names = new Names();
    trial.hosts().forEach(names::address);
    Lookups lookups = new Lookups();
    Deque<Emulator.Listening> open = new ArrayDeque<>();
    try (Room room = rooms.open(trial.plan().trusting(authority.pem()));
        NetworkCounts counts = room.counts();
        NameServer _ =
            NameServer.serve(
                new Resolver(names, lookups),
                room.sockets().receiveIpv4(NAME_PORT),
                room.sockets().listen(NAME_PORT))) {
      RoomResult result;
      try {
        Set<Integer> ports = new TreeSet<>(USUAL_PORTS);
        ports.addAll(trial.ports());
        for (ServerSocketChannel bound : room.sockets().listen(List.copyOf(ports))) {
          open.push(emulator.listen(bound, answers, recording, room.callers()::of));
        }
        result = running.run(room);
      } finally {
        open.forEach(Emulator.Listening::close); // only then all that was said is written down
      }
      return new TrialResult(
          result,
          recording.exchanges(),
          recording.leftOut(),
          recording.failures(),
          lookups.all(),
          counts.unanswered());
    }
  }
}
