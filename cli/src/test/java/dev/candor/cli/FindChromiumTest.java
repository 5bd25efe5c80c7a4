package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./build test} comes by a browser, among programs that only note their calls. */
class FindChromiumTest {
  private static final Path SCRIPT = Path.of("..", "launcher", "find-chromium.sh");

  private static final String BRING =
      ". '%s' && bring_chromium './build test' && echo found $chromium"
          .formatted(SCRIPT.toAbsolutePath().normalize());

  @TempDir private Path folder;

  private record Outcome(int status, String out, String err) {}

  @Test
  void oneThatIsThereIsTaken() throws Exception {
    program("chromium", "");
    program("id", "echo 0");
    program("apt-get", "echo called >>'%s'".formatted(folder.resolve("calls")));

    assertThat(bring(Map.of()))
        .isEqualTo(new Outcome(0, "found " + bin().resolve("chromium") + "\n", ""));
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void rootHasDebiansPackageInstalledAndIsToldSo() throws Exception {
    program("id", "echo 0");
    program(
        "apt-get",
        """
        echo "$@" >>'%s'
        case "$*" in *install*)
          echo '#!/bin/sh' >'%2$s'
          /bin/chmod +x '%2$s'
        esac
        """
            .formatted(folder.resolve("calls"), bin().resolve("chromium")));

    Outcome outcome = bring(Map.of());

    assertThat(outcome.out()).isEqualTo("found " + bin().resolve("chromium") + "\n");
    assertThat(outcome.err())
        .startsWith("./build test: installing Debian's package chromium, in which tests open");
    assertThat(Files.readAllLines(folder.resolve("calls")))
        .containsExactly(
            "-q update", "-q install -y --no-install-recommends chromium fonts-dejavu-core");
  }

  @Test
  void othersAreToldHowToGetIt() throws Exception {
    program("id", "echo 1000");
    program("apt-get", "");
    program("cat", "exec /bin/cat");

    Outcome outcome = bring(Map.of());

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err())
        .contains("Chromium was not found", "sudo apt install chromium", "CANDOR_CHROMIUM=/path");
  }

  @Test
  void whatIsNamedAndIsNoneIsSaid() throws Exception {
    program("chromium", "");

    Outcome outcome = bring(Map.of("CANDOR_CHROMIUM", "/nowhere/chromium"));

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.err())
        .isEqualTo(
            "./build test: CANDOR_CHROMIUM is /nowhere/chromium, which is no program. Correct it or"
                + " unset it.\n");
  }

  private Outcome bring(Map<String, String> variables) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", BRING));
    builder.environment().clear();
    builder.environment().put("PATH", bin().toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private Path bin() throws IOException {
    return Files.createDirectories(folder.resolve("bin"));
  }

  private void program(String name, String lines) throws IOException {
    Path file = bin().resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
