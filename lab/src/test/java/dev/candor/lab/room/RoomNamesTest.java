package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RoomNamesTest extends KeptRooms {
  @Test
  void programsFindNamesByTheSystemsOwnResolver() throws Exception {
    assumeTrue(has("getent"), "no getent here");
    assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "no IPv6 here");
    List<String> lines =
        probe(
            "getent ahosts aPI.example.com | sort -u -k1,1;"
                + " getent hosts metadata.google.internal || echo none;"
                + " RES_OPTIONS=use-vc getent ahosts tcp.example.com >/dev/null && echo found;"
                + " getent hosts $(getent ahosts aPI.example.com | grep -m 1 ^10 | cut -d' ' -f1)");
    String v4 = lines.get(0);
    String v6 = lines.get(1);

    assertThat(lines.get(2)).startsWith(v4 + " ");
    assertThat(lines.get(2) + lines.get(3)).contains("aPI.example.com"); // beside the first only
    assertThat(lines.get(3).replaceFirst(" .*", "").replace("::", ":0:0:0:")).isEqualTo(v6);
    assertThat(lines.get(4)).isEqualTo("none");
    assertThat(lines.get(5)).isEqualTo("found");
    assertThat(lines.get(6)).startsWith(v4 + " ").endsWith(" api.example.com");
    assertThat(lines.subList(7, lines.size()))
        .contains(
            "aPI.example.com A",
            "aPI.example.com AAAA",
            "metadata.google.internal AAAA",
            "tcp.example.com A")
        .anyMatch(line -> line.endsWith(".in-addr.arpa PTR"));
  }

  private static List<String> probe(String script) throws Exception {
    Process probe =
        KeeperCommand.of(NamesProbe.class, List.of(script))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return text(probe.getInputStream().readAllBytes()).lines().toList();
  }
}
