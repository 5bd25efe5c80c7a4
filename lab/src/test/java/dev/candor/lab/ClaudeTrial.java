package dev.candor.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.candor.lab.emulator.Answers;
import dev.candor.lab.emulator.Emulator;
import dev.candor.lab.emulator.Recording;
import dev.candor.lab.room.Bounds;
import dev.candor.lab.room.Room;
import dev.candor.lab.room.RoomPlan;
import dev.candor.lab.room.Rooms;
import dev.candor.wire.Dialect;
import dev.candor.wire.Exchange;
import dev.candor.wire.tls.Authority;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One trial of claude-code's script, in the keeper; prints the date line of each prompt. */
final class ClaudeTrial {
  private static final Pattern DATE = Pattern.compile("Today.s date is [0-9/-]+");

  private ClaudeTrial() {}

  /**
   * @param arguments the folder of the unpacked package, the endpoint's host, the zone
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    List<Dialect> dialects = Dialect.all();
    Recording recording = new Recording(1_000, 256 << 20);
    try (Emulator emulator = new Emulator(Authority.create());
        Room room = Rooms.here().open(plan(arguments[0], arguments[1], arguments[2]));
        Emulator.Listening _ =
            emulator.listen(
                room.sockets().listen(80), new Answers(List.of(), dialects), recording)) {
      room.run();
    }
    for (Exchange exchange : recording.exchanges()) {
      for (Dialect dialect : dialects) {
        if (dialect.speaks(exchange.request())) {
          dialect.prompt(exchange.request(), exchange.request().body().bytes()).stream()
              .map(text -> DATE.matcher(text.text()))
              .filter(Matcher::find)
              .map(Matcher::group)
              .forEach(out::println);
        }
      }
    }
    Runtime.getRuntime().halt(0); // the first of a process namespace takes all with it
  }

  private static RoomPlan plan(String folder, String host, String zone) {
    return new RoomPlan(
        "quince-7431",
        "0123456789abcdef0123456789abcdef",
        new RoomPlan.Card("02:11:22:33:44:50", "192.168.88.23"),
        new RoomPlan.User("quince", 1000, "/home/quince"),
        "/home/quince/project",
        List.of(),
        List.of(new RoomPlan.Bind(folder, "/opt/tool")),
        Map.of(
            "PATH", "/usr/bin:/bin",
            "HOME", "/home/quince",
            "TZ", zone,
            "ANTHROPIC_BASE_URL", "http://" + host,
            "ANTHROPIC_API_KEY", "no-key",
            "DISABLE_AUTOUPDATER", "1"),
        Optional.of(zone),
        List.of("10.7.0.1 " + host),
        Optional.empty(),
        Optional.empty(),
        Bounds.DEFAULT,
        List.of("node", "/opt/tool/cli.js", "-p", "hi"),
        "");
  }
}
