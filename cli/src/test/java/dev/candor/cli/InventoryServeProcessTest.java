package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token, a service, a machine that sends, and the end. */
class InventoryServeProcessTest {
  @TempDir private Path folder;

  private String tokens() {
    return folder.resolve("tokens").toString();
  }

  private Path token(String purpose) throws Exception {
    Screen screen = Screen.piped();
    assertThat(screen.run("inventory", "token", purpose, "--tokens", tokens()))
        .as(screen.err())
        .isZero();
    return Files.writeString(folder.resolve(purpose), screen.out());
  }

  @Test
  void aMachineSendsAndTheServiceEndsWhenItIsAsked() throws Exception {
    Path send = token("send");
    Path read = token("read");
    assertThat(Files.readString(folder.resolve("tokens")))
        .doesNotContain(Files.readString(send).strip(), Files.readString(read).strip());
    Path root = Files.createDirectories(folder.resolve("root"));

    CandorProcess candor = new CandorProcess(folder);
    Process service =
        candor.start(
            List.of(
                "inventory",
                "serve",
                "--tokens",
                tokens(),
                "--listen",
                "127.0.0.1:0",
                "--store",
                folder.resolve("store").toString()));
    try {
      CandorProcess.await("it listens", () -> candor.out().contains("Listening on http"));
      String address = candor.out().strip().substring("Listening on ".length());

      assertThat(post(address, root, send)).isEqualTo(0);
      assertThat(post(address, root, read)).isEqualTo(ExitStatus.NOT_DONE);

      CandorProcess.signal(service, "TERM");
      assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      service.destroyForcibly();
    }
    assertThat(service.exitValue()).isEqualTo(143); // 128 + SIGTERM
    assertThat(candor.err()).isEqualTo("candor: Ended.\n");
    assertThat(folder.resolve("store/fleet.db")).exists();
    assertThat(folder.resolve("store/fleet.db-wal")).as("the log was taken in").doesNotExist();
  }

  private int post(String address, Path root, Path token) {
    return Screen.piped()
        .run(
            "inventory",
            "--root",
            root.toString(),
            "--post",
            address,
            "--token-file",
            token.toString());
  }

  @Test
  void whatCannotBeServedIsToldBeforeAnythingIsMade() throws Exception {
    token("send");
    Screen open = Screen.piped();
    assertThat(open.run("inventory", "serve", "--tokens", tokens(), "--listen", "0.0.0.0:0"))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(open.err()).contains("others could read tokens", "--behind-proxy");

    Screen nobody = Screen.piped();
    assertThat(nobody.run("inventory", "serve", "--tokens", folder.resolve("none").toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(nobody.err()).contains("Make a token with candor inventory token");

    Screen plain = Screen.piped();
    assertThat(
            plain.run("inventory", "--post", "http://fleet.example.com/", "--token-file", tokens()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(folder.resolve("store")).doesNotExist();
  }
}
