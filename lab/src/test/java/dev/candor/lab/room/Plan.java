package dev.candor.lab.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests: small bounds, and one thing changed. */
final class Plan {
  static final String MACHINE_ID = "00112233445566778899aabbccddeeff";

  Bounds bounds =
      new Bounds(256L << 20, 200, 64, 1 << 20, 16 << 20, 8 << 20, Duration.ofSeconds(20));
  String work = "/home/kea/project one";
  Optional<String> zone = Optional.empty();
  final List<RoomFile> files = new ArrayList<>();
  final List<RoomPlan.Bind> binds = new ArrayList<>();
  final Map<String, String> variables =
      new LinkedHashMap<>(Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin", "HOME", "/home/kea"));

  RoomPlan sh(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  RoomPlan run(List<String> command) {
    return new RoomPlan(
        "nest-17",
        MACHINE_ID,
        new RoomPlan.Card("02:11:22:33:44:50", "192.168.88.23"),
        new RoomPlan.User("kea", 1234, "/home/kea"),
        work,
        files,
        binds,
        variables,
        zone,
        List.of("127.0.0.1 localhost", "10.9.8.7 api.example.test"),
        Optional.of("10.0.0.53"),
        Optional.of("-----BEGIN CERTIFICATE-----\nZm9v\n-----END CERTIFICATE-----\n"),
        bounds,
        command,
        "");
  }

  Plan bounds(Bounds changed) {
    bounds = changed;
    return this;
  }
}
