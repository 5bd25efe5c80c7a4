package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tool sees is what the plan says. */
final class RoomWorldTest extends KeptRooms {
  @Test
  void aToolSeesThePlannedMachineAndUser() throws Exception {
    String seen =
        output(
            new Plan()
                .sh(
                    "uname -n; cat /etc/machine-id; id -un; id -u; id -g; pwd; echo ~kea;"
                        + " cat /etc/hosts /etc/resolv.conf"));

    assertThat(seen)
        .isEqualTo(
            """
            nest-17
            00112233445566778899aabbccddeeff
            kea
            1234
            1234
            /home/kea/project one
            /home/kea
            127.0.0.1 localhost
            10.9.8.7 api.example.test
            nameserver 10.0.0.53
            """);
  }

  @Test
  void theEnvironmentIsThePlansAlone() throws Exception {
    Plan plan = new Plan();
    plan.variables.clear();
    plan.variables.put("ONE", "a b'\"$(id)\nc");

    assertThat(output(plan.run(java.util.List.of("/usr/bin/env"))))
        .isEqualTo("ONE=a b'\"$(id)\nc\n");
  }

  @Test
  void theZoneIsALinkIntoTheZoneFiles() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/share/zoneinfo/Asia/Shanghai")), "no zone files here");
    Plan plan = new Plan();
    plan.zone = Optional.of("Asia/Shanghai");

    assertThat(output(plan.sh("readlink /etc/localtime; date +%z; cat /etc/timezone")))
        .isEqualTo("/usr/share/zoneinfo/Asia/Shanghai\n+0800\nAsia/Shanghai\n");
  }

  @Test
  void plannedFilesAreThereAndTheirFoldersCanBeWritten() throws Exception {
    Plan plan = new Plan();
    plan.files.add(
        new RoomFile(
            "/home/kea/project one/run",
            "#!/bin/sh\necho ran".getBytes(StandardCharsets.UTF_8),
            true));
    plan.files.add(
        new RoomFile("/home/kea/.config/a", "b\n".getBytes(StandardCharsets.UTF_8), false));

    assertThat(
            output(
                plan.sh("./run; cat ~/.config/a; echo c >d && cat d; touch ~/e /tmp/f /dev/shm/g")))
        .isEqualTo("ran\nb\nc\n");
  }

  @Test
  void aBoundFolderIsReadAndNotWritten(@TempDir Path folder) throws Exception {
    Path artifact = Files.createDirectory(folder.resolve("an artifact"));
    Files.writeString(artifact.resolve("cli.js"), "hello\n");
    Plan plan = new Plan();
    plan.binds.add(new RoomPlan.Bind(artifact.toString(), "/opt/the tool"));
    plan.binds.add(new RoomPlan.Bind(artifact + "/cli.js", "/home/kea/.bin/cli.js"));

    String seen =
        output(
            plan.sh(
                "cat '/opt/the tool/cli.js' ~/.bin/cli.js; echo x >'/opt/the tool/cli.js';"
                    + " echo x >~/.bin/cli.js; rm '/opt/the tool/cli.js'; touch '/opt/the tool/n'"));

    assertThat(seen).startsWith("hello\nhello\n");
    assertThat(Files.readString(artifact.resolve("cli.js"))).isEqualTo("hello\n");
    assertThat(artifact.toFile().list()).containsExactly("cli.js");
  }

  @Test
  void theAuthorityIsTrusted() throws Exception {
    assertThat(output(new Plan().sh("tail -n 3 /etc/ssl/certs/ca-certificates.crt")))
        .isEqualTo("-----BEGIN CERTIFICATE-----\nZm9v\n-----END CERTIFICATE-----\n");
  }

  @Test
  void theToolsStatusAndStreamsComeBack() throws Exception {
    RoomResult result = run(new Plan().sh("echo out; echo err >&2; exit 7"));

    assertThat(result.end()).isEqualTo(RoomResult.End.EXITED);
    assertThat(result.exit()).isEqualTo(7);
    assertThat(text(result.output())).isEqualTo("out\n");
    assertThat(text(result.errors())).isEqualTo("err\n");
  }

  @Test
  void manyRoomsAreOpenAtOnce() throws Exception {
    try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new java.util.ArrayList<java.util.concurrent.Future<String>>();
      for (int i = 0; i < 8; i++) {
        String mark = "room " + i;
        runs.add(
            threads.submit(
                () -> output(new Plan().sh("echo \"$1\" >/tmp/m; sleep 0.2; cat /tmp/m", mark))));
      }
      for (int i = 0; i < 8; i++) {
        assertThat(runs.get(i).get()).isEqualTo("room " + i + "\n");
      }
    }
  }

  /** Asked for IPv4 only, the C library looks up no name on a machine that has no such address. */
  @Test
  void hasAnAddressOfItsOwn() throws Exception {
    assertThat(output(new Plan().sh("ip -4 -o addr show scope global")))
        .contains("192.168.88.23/24");
    assertThat(output(new Plan().sh("getent ahostsv4 api.example.test"))).contains("10.9.8.7");
  }

  @Test
  void hasTheCardOfThePlanWhereTheSystemHasSome() throws Exception {
    String links = output(new Plan().sh("ip -o link show"));
    assumeThat(links).contains("eth0");
    assertThat(links).contains("02:11:22:33:44:50");
  }
}
