package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SocketsTest extends KeptRooms {
  @Test
  void everyAddressReachesTheSocketsOpenedInTheRoom() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "no IPv6 here");
    Process probe =
        KeeperCommand.of(SocketsProbe.class, List.of())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertThat(text(probe.getInputStream().readAllBytes()))
        .isEqualTo("203.0.113.9 443\n2001:db8:0:0:0:0:0:9 443\nanswer told\n");
    assertThat(probe.waitFor()).isZero();
  }
}
