package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayCommandTest {
  @TempDir private Path temp;
  private final Screen screen = Screen.piped();

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("has no =", List.of("--upstream", "https://x.test")),
        Arguments.of(
            "anybody who reaches",
            List.of("--upstream", "a=https://x.test", "--listen", "0.0.0.0:0")),
        Arguments.of(
            "of this machine only",
            List.of("--upstream", "a=https://x.test", "--admin", "0.0.0.0:0")),
        Arguments.of(
            "is no address", List.of("--upstream", "a=https://x.test", "--listen", "8377")),
        Arguments.of(
            "is no address",
            List.of("--upstream", "a=https://x.test", "--listen", "127.0.0.1:77777")),
        Arguments.of(
            "none that is known",
            List.of("--upstream", "a=https://x.test", "--listen", "no.such.host.invalid:1")),
        Arguments.of(
            "Choose observe, canonicalise or block",
            List.of("--upstream", "a=https://x.test", "--mode", "watch")),
        Arguments.of(
            "names no upstream", List.of("--upstream", "a=https://x.test", "--mode", "b=block")),
        Arguments.of("needs both", List.of("--upstream", "a=https://x.test", "--tls-key", "k.pem")),
        Arguments.of(
            "cannot be read",
            List.of("--upstream", "a=https://x.test", "--token-file", "/no/such")),
        Arguments.of(
            "policy",
            List.of("--upstream", "a=https://x.test", "--policy", "/no/such/policy.yaml")),
        Arguments.of(
            "must be 1 or more",
            List.of("--upstream", "a=https://x.test", "--most-findings", "0")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatWouldNotBeSafeOrIsNotUnderstoodIsNotBegun(String why, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("gateway"));
    all.addAll(arguments);

    assertThat(screen.run(all.toArray(String[]::new))).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains(why);
  }

  @Test
  void aTokenMustBeOneThatNobodyGuesses() throws IOException {
    Path file = Files.writeString(temp.resolve("token"), "short\n");

    assertThat(
            screen.run(
                "gateway", "--upstream", "a=https://x.test", "--token-file", file.toString()))
        .isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("holds no token").doesNotContain("short");
  }

  @Test
  void anUpstreamMustBeNamed() {
    assertThat(screen.run("gateway")).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(screen.err()).contains("--upstream");
  }
}
