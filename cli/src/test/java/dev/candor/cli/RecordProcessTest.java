package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.core.InputException;
import dev.candor.lab.trial.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a run when somebody ends {@code candor record} in the middle of it. */
class RecordProcessTest {
  @TempDir private Path folder;
  private final String marker = "marker-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    try {
      Lab.open().close();
    } catch (InputException e) {
      assumeTrue(false, e.getMessage());
    }
  }

  /** 128 + the signal's number, as shells have it. */
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whenItIsInterruptedEverythingIsGoneBeforeItIs(String signal, int status) throws Exception {
    Process candor = record();
    awaitTool();

    new ProcessBuilder("kill", "-" + signal, Long.toString(candor.pid())).start().waitFor();

    assertThat(candor.waitFor()).isEqualTo(status);
    assertThat(processes()).isEmpty();
    assertThat(Files.readString(folder.resolve("err")))
        .isEqualTo(
            "candor: Interrupted. The tool and all that it started were ended; no report.\n");
    assertThat(Files.readString(folder.resolve("out"))).isEmpty();
    try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whenItIsKilledEverythingGoesWithIt() throws Exception {
    Process candor = record();
    awaitTool();

    candor.destroyForcibly().waitFor(); // SIGKILL

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!processes().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(processes()).isEmpty();
  }

  private Process record() throws Exception {
    Path tool = folder.resolve("tool");
    Files.writeString(
        tool,
        """
        #!/bin/sh
        trap '' INT TERM HUP
        (setsid sh -c 'trap "" TERM HUP; while :; do sleep 1; done' "$1" &)
        while :; do sleep 1; done
        """);
    Path recipe = folder.resolve("recipe.yaml");
    Files.writeString(
        recipe, "tool: sample\npackage: pkg:generic/sample\ncommand: [sample, \"{prompt}\"]\n");
    Path reports = Files.createDirectories(folder.resolve("reports"));
    List<String> words = new ArrayList<>(unignored());
    words.add(ProcessHandle.current().info().command().orElseThrow());
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.candor.cli.Main"));
    words.addAll(List.of("record", tool.toString(), "--offline", "--recipe", recipe.toString()));
    words.addAll(List.of("--prompt", marker, "--time", "100"));
    words.addAll(List.of("--har", reports.resolve("run.har").toString()));
    words.addAll(List.of("--output", reports.resolve("run.txt").toString()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Where this test runs in the background of a shell, its children would ignore Ctrl-C. */
  private static List<String> unignored() throws Exception {
    List<String> words = List.of("env", "--default-signal=INT");
    List<String> tried = new ArrayList<>(words);
    tried.add("true");
    try {
      return new ProcessBuilder(tried).start().waitFor() == 0 ? words : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void awaitTool() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (processes().stream().noneMatch(line -> line.startsWith("sh -c trap"))) {
      assertThat(System.nanoTime()).as("the tool starts in time").isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** Command lines of the system's processes that have the marker. */
  private List<String> processes() throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (Path process : all) {
        try {
          byte[] words = Files.readAllBytes(process.resolve("cmdline"));
          String line = new String(words, StandardCharsets.UTF_8).replace('\0', ' ');
          if (line.contains(marker)) {
            found.add(line);
          }
        } catch (IOException e) {
          // It ended meanwhile.
        }
      }
    }
    return found;
  }
}
