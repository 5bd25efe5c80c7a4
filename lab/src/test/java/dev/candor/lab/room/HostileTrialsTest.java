package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.lab.room.RoomResult.End;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What a hostile program tries, beside {@link HostileToolTest}: by ways that are seldom thought of,
 * and against another trial. docs/room.md lists all that is tried.
 */
final class HostileTrialsTest extends KeptRooms {
  private final String marker = "marker-" + UUID.randomUUID();

  @Test
  void itCannotSeeReachOrEndAnotherTrial() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    String serve =
        "perl -MIO::Socket::INET -MIO::Socket::UNIX -e '$| = 1; my $t = IO::Socket::INET->new(Listen"
            + " => 1, LocalAddr => \"127.0.0.1:7000\", Timeout => 3) or die; my $u ="
            + " IO::Socket::UNIX->new(Listen => 1, Local => \"\\0candor\") or die; print $t->accept ?"
            + " \"reached\" : \"alone\"' \"$1\"";
    CompletableFuture<String> other =
        CompletableFuture.supplyAsync(() -> {
          try {
            return output(new Plan().sh(serve, marker));
          } catch (Exception e) {
            return e.toString();
          }
        });
    awaitProcesses(marker, found -> found.stream().anyMatch(line -> line.startsWith("perl ")));

    String seen =
        output(
            new Plan()
                .sh(
                    "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n' | grep -c \"mark[e]r-\"; perl"
                        + " -MIO::Socket::INET -MIO::Socket::UNIX -e 'print"
                        + " IO::Socket::INET->new(PeerAddr => \"127.0.0.1:7000\") ? \"reached\" : $!,"
                        + " \"\\n\", IO::Socket::UNIX->new(Peer => \"\\0candor\") ? \"reached\" : $!,"
                        + " \"\\n\"'; kill -9 -1"));

    assertThat(seen.lines().limit(3))
        .containsExactly("0", "Connection refused", "Connection refused");
    assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("alone");
  }

  @Test
  void itCannotReachAnAbstractSocketOfTheHost() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    Process service =
        new ProcessBuilder(
                "perl",
                "-MIO::Socket::UNIX",
                "-e",
                "$| = 1; my $s = IO::Socket::UNIX->new(Listen => 1, Local => \"\\0$ARGV[0]\") or die;"
                    + " print \"up\\n\"; $s->accept; print \"reached\\n\"",
                marker)
            .start();
    try {
      assertThat(service.inputReader().readLine()).isEqualTo("up");
      String call =
          "perl -MIO::Socket::UNIX -e 'print IO::Socket::UNIX->new(Peer => \"\\0$ARGV[0]\") ?"
              + " \"reached\" : $!' \"$1\"";

      assertThat(output(new Plan().sh(call, marker))).isEqualTo("Connection refused");
      assertThat(service.inputReader().ready()).isFalse();
    } finally {
      service.destroyForcibly();
    }
  }

  @Test
  void itCannotReachTheHostByItsOwnAddress() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    Optional<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .findFirst();
    assumeTrue(own.isPresent(), "no network here");
    try (ServerSocket service = new ServerSocket(0, 5, own.get())) {
      service.setSoTimeout(300);
      String seen =
          output(
              new Plan()
                  .sh(
                      "perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(PeerAddr => $ARGV[0]) ?"
                          + " \"reached\" : $!' \"$1\"",
                      own.get().getHostAddress() + ":" + service.getLocalPort()));

      assertThat(seen).isEqualTo("Connection refused");
      assertThat(catchThrowable(service::accept)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void itsDatagramsDoNotReachTheHost() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    try (DatagramSocket service = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      service.setSoTimeout(300);
      output(
          new Plan()
              .sh(
                  "perl -MIO::Socket::INET -e 'IO::Socket::INET->new(Proto => \"udp\", PeerAddr =>"
                      + " \"127.0.0.1:$ARGV[0]\")->send(\"x\")' \"$1\"",
                  Integer.toString(service.getLocalPort())));

      assertThat(catchThrowable(() -> service.receive(new DatagramPacket(new byte[9], 9))))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void itCannotChangeItsNetwork() throws Exception {
    String seen =
        output(
            new Plan()
                .sh(
                    "for c in 'link set lo down' 'addr add 192.0.2.1/24 dev lo' 'link add name eth0 type dummy'"
                        + " 'route del local 0.0.0.0/0 dev lo'; do ip $c && echo changed; done"));

    assertThat(seen.lines()).hasSize(4).allMatch(line -> line.contains("Operation not permitted"));
  }

  @Test
  void itHasNoDevicesOfTheHostAndMakesNone() throws Exception {
    String seen =
        output(
            new Plan()
                .sh(
                    "ls /dev; mknod /tmp/disk b 8 0 || echo no; mknod /tmp/memory c 1 1 || echo no; cat"
                        + " /tmp/disk /tmp/memory"));

    assertThat(seen.lines().filter(line -> !line.contains(":")))
        .containsExactlyInAnyOrder(
            "fd", "full", "null", "ptmx", "pts", "random", "shm", "stderr", "stdin", "stdout",
            "tty", "urandom", "zero", "no", "no");
  }

  @Test
  void itCannotReadTheKernelsLog() throws Exception {
    assumeTrue(has("dmesg"), "no dmesg here");
    assertThat(output(new Plan().sh("dmesg >/dev/null && echo read; cat /dev/kmsg && echo read")))
        .doesNotContain("read\n")
        .contains("dmesg: ");
  }

  @Test
  void itCannotMakeSystemFoldersWritable() throws Exception {
    String before = Files.getLastModifiedTime(Path.of("/usr/bin")).toString();
    String seen =
        output(
            new Plan()
                .sh(
                    "for f in / /usr /usr/bin /etc /proc/sys; do mount -o remount,rw $f 2>/dev/null &&"
                        + " echo mounted; mount -o remount,bind,rw $f 2>/dev/null && echo mounted;"
                        + " done; for f in /usr/bin/env /proc/self/root/usr/bin/env"
                        + " /proc/1/root/usr/bin/env /usr/bin; do chmod 777 $f 2>/dev/null && echo"
                        + " changed; chown 1234 $f 2>/dev/null && echo changed; touch $f 2>/dev/null"
                        + " && echo changed; (: >>$f) 2>/dev/null && echo changed; done; echo end"));

    assertThat(seen).isEqualTo("end\n");
    assertThat(Files.getLastModifiedTime(Path.of("/usr/bin"))).hasToString(before);
  }

  @Test
  void filesWithoutContentAreBounded() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    RoomResult result =
        run(
            new Plan()
                .sh(
                    "for d in /tmp /home/kea /dev/shm; do perl -e 'my $i = 0; while ($i < 60000 and open"
                        + " my $f, \">\", \"$ARGV[0]/$i\") { $i++ } print \"$i $!\\n\"' $d; done"));

    assertThat(result.end()).isEqualTo(End.EXITED);
    assertThat(text(result.output()).lines())
        .hasSize(3)
        .allMatch(line -> line.endsWith("No space left on device"));
  }

  @Test
  void processesThatStoppedOrLostTheirParentsDieWithTheTrial() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    RoomResult result =
        run(
            new Plan()
                .sh(
                    "perl -MPOSIX -e '$| = 1; for (1 .. 5) { next if fork; setsid; exit if fork; setsid;"
                        + " $SIG{$_} = \"IGNORE\" for keys %SIG; print \"up\\n\"; kill STOP => $$ if"
                        + " $_ % 2; sleep 1000 while 1 }' \"$1\"; sleep 1",
                    marker));

    assertThat(result.end()).isEqualTo(End.EXITED);
    assertThat(text(result.output())).isEqualTo("up\n".repeat(5));
    assertThat(processesWith(marker)).isEmpty();
  }

  @Test
  void itSeesNothingOfTheHostsEnvironment() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RoomHost.class.getName(),
                "env; cat /proc/[0-9]*/environ /proc/self/task/*/environ 2>/dev/null | tr '\\0' '\\n'")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    for (String name :
        List.of("SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS", "AWS_SECRET_ACCESS_KEY")) {
      builder.environment().put(name, marker);
    }
    String seen = text(builder.start().getInputStream().readAllBytes());

    assertThat(seen).contains("HOME=/home/kea").doesNotContain(marker);
    assertThat(seen).doesNotContain("SSH_AUTH_SOCK").doesNotContain("AWS_");
  }

  @Test
  void itCannotSetTheClockByAnyCall() throws Exception {
    assumeTrue(has("perl"), "no perl here");
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "numbers of x86-64");
    Instant before = Instant.now();
    // clock_settime = 227 of CLOCK_REALTIME, settimeofday = 164, adjtimex = 159 with ADJ_SETOFFSET.
    String seen =
        output(
            new Plan()
                .sh(
                    "perl -e 'my $t = pack(\"qq\", 981158400, 0); my $x = pack(\"Lx4x64qqx200\", 0x100,"
                        + " 981158400, 0); for ([227, 0, $t], [164, $t, 0], [159, $x]) { my ($n, @a) ="
                        + " @$_; print syscall($n, @a), \" $!\\n\" }'"));

    assertThat(seen).isEqualTo("-1 Operation not permitted\n".repeat(3));
    assertThat(Duration.between(before, Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(5));
  }
}
