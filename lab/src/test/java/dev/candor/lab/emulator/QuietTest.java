package dev.candor.lab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultChannelId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In a Java of its own, as the keeper is. */
class QuietTest {
  /** Speaks everything once, and hostile bytes, and prints the machine's id as Netty has it. */
  static final class Speaking {
    private Speaking() {}

    public static void main(String[] arguments) throws Exception {
      String id;
      try (Loopback loopback = new Loopback()) {
        loopback.say("GET / HTTP/1.1", "Connection: close", "", "");
        loopback.say("no HTTP", "");
        loopback.encrypt(loopback.trusting(), loopback.connect(), "a.example.test", "h2").close();
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
          byte[] noise = new byte[200];
          random.nextBytes(noise);
          noise[0] = (byte) (i % 2 == 0 ? 0x16 : 5);
          try (var socket = loopback.connect()) {
            socket.getOutputStream().write(noise);
          }
          try (var socket = loopback.connect()) {
            socket.getOutputStream().write(Frames.opening().bytes());
            socket.getOutputStream().write(noise);
          }
        }
        loopback.failures(100);
        id = DefaultChannelId.newInstance().asLongText();
      }
      System.out.print(id);
    }
  }

  @Test
  void looksForNoHardwareAddressAndSaysNothing() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Speaking.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).startsWith("0000000000000001").doesNotContain("\n");
  }
}
