package dev.candor.lab.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what {@code ip} makes a room's network of, as its batches. */
record Cabling(RoomPlan.Card card) {
  /**
   * A unique local prefix (RFC 4193), made up: programs look for IPv6 where they have an address.
   */
  private static final String LOCAL = "fd4e:7d1a:22c9:1";

  /**
   * A pair of cards is what most systems let users make; the other end has no address. A batch goes
   * on behind what the system does not have; the second one sees to what must be.
   */
  void write(Path stage) throws IOException {
    String local =
        """
        link set lo up
        route replace local 0.0.0.0/0 dev lo
        route replace local %s dev lo
        """
            .formatted(card.network());
    Files.writeString(
        stage.resolve("network"),
        local
            + """
            link add eth0 address %s type veth peer name eth1 address %s
            link set eth0 addrgenmode none
            link set eth1 addrgenmode none
            addr add %s/24 dev eth0
            link set eth0 up
            link set eth1 up
            route add local ::/0 dev lo
            addr add %s::23/64 dev eth0 nodad
            route add local %s::/64 dev lo
            """
                .formatted(card.mac(), card.otherEnd(), card.address(), LOCAL, LOCAL));
    Files.writeString(
        stage.resolve("loopback"),
        "%saddr replace %s/32 dev lo\n".formatted(local, card.address()));
  }
}
