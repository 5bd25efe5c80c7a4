package dev.candor.fleet.collect.store;

import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventories;
import dev.candor.fleet.inventory.Inventory;
import dev.candor.fleet.inventory.Means;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Inventories of made-up machines. */
public final class Fleet {
  private Fleet() {}

  /**
   * A machine with tools, each written as {@code claude-code@2.1.91}.
   *
   * @param taken as {@code 2026-11-21T12:00:00Z}
   */
  public static Inventory look(String machine, String taken, String... tools) {
    return look(machine, Instant.parse(taken), Stream.of(tools).map(Fleet::installation).toList());
  }

  public static Inventory look(String machine, Instant taken, List<Installation> installations) {
    return new Inventory(
        machine,
        "Debian 13",
        taken,
        "/",
        installations,
        List.of(),
        List.of(),
        List.of(),
        Inventories.ENGINE);
  }

  public static Installation installation(String tool) {
    String name = tool.substring(0, tool.indexOf('@'));
    String version = tool.substring(tool.indexOf('@') + 1);
    return new Installation(
        name,
        "pkg:npm/" + name + "@" + version,
        Optional.of(version),
        Means.NPM,
        "/usr/lib/node_modules/" + name,
        List.of("package.json"),
        Optional.empty());
  }
}
