package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.lab.room.RoomResult.End;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a hostile program tries in a room; each fails there, and the host is looked at afterwards.
 */
final class HostileToolTest extends KeptRooms {
  private final String marker = "marker-" + UUID.randomUUID();

  @Test
  void itSeesNoHomesOfTheHost(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("secret"), marker);

    String seen =
        output(
            new Plan()
                .sh(
                    "ls -A /root /home /run /sys /var /mnt /media /srv /opt /.host; cat \"$1\";"
                        + " cat /proc/1/root/etc/hostname; ls /etc/ssh /etc/shadow",
                    folder + "/secret"));

    assertThat(seen).contains("/home:\nkea\n").doesNotContain(marker + "\n").doesNotContain("ssh_");
    assertThat(seen.replaceAll("(?m)^(ls|cat): .*\n", ""))
        .isEqualToIgnoringWhitespace("/home: kea /root: /run: /sys: /var: run tmp");
  }

  @Test
  void itCannotReadTheEnvironmentOfOthers() throws Exception {
    assertThat(
            output(
                new Plan()
                    .sh(
                        "for e in /proc/[0-9]*/environ; do tr '\\0' '\\n' <$e; done 2>/dev/null |"
                            + " sort -u | grep -v -E '^(PATH|HOME|PWD|OLDPWD|_|SHLVL)='; cat"
                            + " /proc/1/environ")))
        .isEqualTo("cat: /proc/1/environ: Permission denied\n");
  }

  @Test
  void itSeesNoProcessesOfTheHost() throws Exception {
    String seen = output(new Plan().sh("cd /proc; cat [0-9]*/cmdline | tr '\\0' ' '"));

    assertThat(seen)
        .doesNotContain("java")
        .doesNotContain("keeper")
        .doesNotContain("unshare --user --map-root-user");
    assertThat(output(new Plan().sh("cd /proc; ls -d [0-9]* | wc -l")).strip()).isIn("3", "4");
  }

  @Test
  void itCannotReachAServiceOnTheHostsLoopback() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    try (ServerSocket service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      service.setSoTimeout(300);
      String seen =
          output(
              new Plan()
                  .sh(
                      "perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(PeerAddr =>"
                          + " \"127.0.0.1:$ARGV[0]\") ? \"reached\" : $!' \"$1\"",
                      Integer.toString(service.getLocalPort())));

      assertThat(seen).isEqualTo("Connection refused");
      assertThat(org.assertj.core.api.Assertions.catchThrowable(service::accept))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void itCannotReachAnAgentsSocket(@TempDir Path folder) throws Exception {
    assumeTrue(has("perl"), "no perl here");
    Path agent = folder.resolve("agent");
    try (ServerSocketChannel service = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      service.bind(UnixDomainSocketAddress.of(agent));
      service.configureBlocking(false);
      String call =
          "perl -MIO::Socket::UNIX -e 'print IO::Socket::UNIX->new(Peer => $ARGV[0]) ? \"reached\" : $!'"
              + " \"$1\"";

      assertThat(output(new Plan().sh(call, agent.toString())))
          .isEqualTo("No such file or directory");
      assertThat(service.accept()).isNull();
    }
  }

  /** Both ends of the card's cable are in the room, and every address is the room's own. */
  @Test
  void itHasNoWayToARealAddress() throws Exception {
    assertThat(output(new Plan().sh("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '")).lines())
        .isSubsetOf("lo", "eth0", "eth1");
    assumeTrue(has("perl"), "no perl here");
    // Of documentation (RFC 5737), of the card's own network, of a link, of a cloud's metadata.
    for (String address :
        List.of("203.0.113.9:443", "192.168.88.99:443", "169.254.1.1:80", "169.254.169.254:80")) {
      assertThat(
              output(
                  new Plan()
                      .sh(
                          "perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(PeerAddr =>"
                              + " $ARGV[0], Timeout => 2) ? \"reached\" : $!' \"$1\"",
                          address)))
          .isEqualTo("Connection refused");
    }
  }

  @Test
  void itCannotOpenARawSocket() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    String seen =
        output(
            new Plan()
                .sh(
                    "perl -MSocket -e 'socket(S, PF_INET, SOCK_RAW, 1) ? print \"raw\" : print $!;"
                        + " print \"\\n\"; socket(S, 17, SOCK_RAW, 0x300) ? print \"packet\" : print"
                        + " $!'"));

    assertThat(seen).isEqualTo("Operation not permitted\nOperation not permitted");
  }

  @Test
  void itDoesNotSurviveItsTrial() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    RoomResult result =
        run(
            new Plan()
                .sh(
                    "(setsid perl -e '$| = 1; $SIG{$_}=\"IGNORE\" for qw(TERM INT HUP QUIT PIPE); fork and"
                        + " exit; setpgrp; print \"up\\n\"; sleep 1000' \"$1\" &) ; sleep 0.5; cat"
                        + " /proc/[0-9]*/cmdline | tr '\\0' '\\n' | grep -c \"$1\"",
                    marker));

    assertThat(result.end()).isEqualTo(End.EXITED);
    assertThat(text(result.output())).startsWith("up\n");
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void itDoesNotOutliveItsTime() throws Exception {
    Bounds brief = new Plan().bounds.lasting(Duration.ofMillis(500));
    RoomResult result =
        run(new Plan().bounds(brief).sh("trap '' TERM INT HUP; while :; do sleep 1; done", marker));

    assertThat(result.end()).isEqualTo(End.TIME);
    assertThat(text(result.errors())).isEmpty();
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void aForkBombStaysWithinItsProcesses() throws Exception {
    // Its children wait instead of spinning: what is tested is their number, not this machine.
    RoomResult result =
        run(
            new Plan()
                .sh("i=0; while [ $i -lt 2000 ]; do sleep 60 & i=$((i+1)); done; wait", marker));

    // The shell ends when the kernel refuses (a user); a host's root is not counted, but seen.
    assertThat(result.end()).isIn(End.EXITED, End.PROCESSES);
    assertThat(result.peakProcesses()).isLessThanOrEqualTo(600);
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void memoryIsBounded() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    RoomResult result = run(new Plan().sh("perl -e 'push @a, \"x\" x 1e7 while 1' \"$1\"", marker));

    assertThat(result.end()).isEqualTo(End.MEMORY);
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void memoryOfManyProcessesIsBoundedTogether() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    RoomResult result =
        run(
            new Plan()
                .sh(
                    "for i in 1 2 3 4; do perl -e '$a = \"x\" x 1e8; sleep 60' \"$1\" & done; wait",
                    marker));

    assertThat(result.end()).isEqualTo(End.MEMORY);
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void diskIsBounded() throws Exception {
    RoomResult result =
        run(
            new Plan()
                .sh(
                    "for d in /tmp /home/kea /dev/shm; do i=0; while head -c 4000000 /dev/zero"
                        + " >$d/$i; do i=$((i+1)); done; du -sm $d | cut -f1; done"));

    assertThat(result.end()).isEqualTo(End.EXITED);
    assertThat(text(result.output()).lines().mapToInt(Integer::parseInt))
        .hasSize(3)
        .allMatch(mb -> mb <= 17);
    assertThat(text(result.errors())).contains("No space left on device");
  }

  @Test
  void aFileIsBounded() throws Exception {
    RoomResult result = run(new Plan().sh("head -c 9000000 /dev/zero >/tmp/a; wc -c </tmp/a"));

    assertThat(text(result.output())).isEqualTo((8 << 20) + "\n");
  }

  @Test
  void outputIsBounded() throws Exception {
    RoomResult result = run(new Plan().sh("yes \"$1\"", marker));

    assertThat(result.end()).isEqualTo(End.OUTPUT);
    assertThat(result.output()).hasSize(1 << 20);
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void openFilesAreBounded() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    assertThat(
            output(
                new Plan()
                    .sh(
                        "perl -e 'while (open my $f, \"<\", \"/dev/null\") { push @f, $f } print $!'")))
        .isEqualTo("Too many open files");
  }

  @Test
  void itCannotMount() throws Exception {
    assertThat(
            output(new Plan().sh("mount -t tmpfs x /tmp || echo no; umount -l /proc || echo no")))
        .contains("no\n")
        .containsPattern("(?s)no.*no");
    assertThat(
            output(
                new Plan()
                    .sh("unshare --user --map-root-user --mount mount -t tmpfs x /tmp || echo no")))
        .contains("No space left on device");
  }

  @Test
  void itCannotTraceTheRoomsFirstProcess() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    // ptrace(PTRACE_ATTACH = 16, 1, 0, 0) by its number on x86-64 and AArch64.
    int number = System.getProperty("os.arch").equals("aarch64") ? 117 : 101;
    assertThat(
            output(new Plan().sh("perl -e 'print syscall(" + number + ", 16, 1, 0, 0), \" $!\"'")))
        .isEqualTo("-1 Operation not permitted");
    assertThat(output(new Plan().sh("kill -9 1; sleep 0.1; echo alive; cat /proc/1/mem")))
        .contains("alive\n")
        .contains("/proc/1/mem: Permission denied");
  }

  @Test
  void itCannotSetTheClock() throws Exception {
    String seen = output(new Plan().sh("date -s 2001-02-03 >/dev/null; date +%Y"));

    assertThat(seen).contains("Operation not permitted").doesNotContain("2001\n");
    assertThat(java.time.Year.now(java.time.ZoneOffset.UTC).getValue()).isGreaterThan(2001);
  }

  @Test
  void itCannotChangeRoot() throws Exception {
    assertThat(
            output(
                new Plan()
                    .sh("mkdir /tmp/a; chroot /tmp/a || echo no; chroot /proc/1/root || echo no")))
        .contains("Operation not permitted")
        .contains("no\n")
        .containsPattern("(?s)no.*no");
  }

  @Test
  void itCannotWriteOutside() throws Exception {
    String seen =
        output(
            new Plan()
                .sh(
                    "for f in / /usr /usr/bin /etc /lib /dev /var /opt /.host; do"
                        + " (echo x >$f/$1) 2>/dev/null && echo \"wrote $f\"; done; echo end",
                    marker));

    assertThat(seen).isEqualTo("end\n");
    assertThat(List.of("/", "/usr", "/usr/bin", "/etc", "/dev", "/var", "/opt"))
        .noneMatch(folder -> Files.exists(Path.of(folder, marker)));
  }

  @Test
  void itCannotChangeTheKernelsSettings() throws Exception {
    String before = Files.readString(Path.of("/proc/sys/kernel/pid_max"));
    String pattern = Files.readString(Path.of("/proc/sys/kernel/core_pattern"));
    String seen =
        output(
            new Plan()
                .sh(
                    "(echo 1000 >/proc/sys/kernel/pid_max) && echo wrote; (echo \"$1\""
                        + " >/proc/sys/kernel/core_pattern) && echo wrote; (echo h"
                        + " >/proc/sysrq-trigger) 2>&1; hostname other && echo wrote",
                    marker));

    assertThat(seen).doesNotContain("wrote");
    assertThat(Files.readString(Path.of("/proc/sys/kernel/pid_max"))).isEqualTo(before);
    assertThat(Files.readString(Path.of("/proc/sys/kernel/core_pattern"))).isEqualTo(pattern);
  }

  @Test
  void itHasNoCapabilitiesAndGainsNone() throws Exception {
    assertThat(output(new Plan().sh("grep -E 'Cap|NoNewPrivs' /proc/self/status | cut -f2")))
        .isEqualTo("0000000000000000\n".repeat(5) + "1\n");
  }

  @Test
  void sharedMemoryThatNobodyHoldsIsBounded() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    String seen =
        output(
            new Plan()
                .sh(
                    "perl -e 'for (1 .. 100) { defined(my $id = shmget($_, 4e6, 0x380)) or print"
                        + " \"$_ $!\" and exit; shmwrite($id, \"x\" x 4e6, 0, 4e6) }'"));

    assertThat(seen).isEqualTo("5 No space left on device"); // 16 MiB hold four
  }

  @Test
  void itHasNoKeysOfTheHostsSession() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    assumeTrue(
        has("unshare") && System.getProperty("os.arch").equals("amd64"), "numbers of x86-64");
    // A session of its own with one key (add_key = 248, keyring -3), in which the host's process
    // runs.
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String find =
        "my ($t, $d, $v) = (\"user\", \"candor\", \"secret\"); sub found { print syscall(250, 10, -3,"
            + " $t, $d, 0) < 0 ? \"none\" : \"found\" } ";
    String host =
        find
            + "syscall(250, 1, 0) > 0 and syscall(248, $t, $d, $v, 6, -3) > 0; $| = 1; found();"
            + " print \" \"; exec @ARGV";
    String search = "perl -e '" + find + "found()'";
    Process process =
        new ProcessBuilder(
                "perl",
                "-e",
                host,
                java,
                "-cp",
                System.getProperty("java.class.path"),
                RoomHost.class.getName(),
                search)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String seen = text(process.getInputStream().readAllBytes());

    assumeTrue(seen.startsWith("found"), "the kernel has no keys");
    assertThat(seen).isEqualTo("found none");
  }

  @Test
  void itHasNoTerminalOfTheHost() throws Exception {
    assertThat(output(new Plan().sh("(echo x >/dev/tty) && echo wrote; ls /dev/pts")))
        .doesNotContain("wrote")
        .contains("ptmx");
  }
}
