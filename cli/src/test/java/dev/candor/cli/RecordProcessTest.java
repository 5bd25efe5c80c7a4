package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    OwnHome.assumeRooms();
  }

  /** 128 + the signal's number, as shells have it. */
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whenItIsInterruptedEverythingIsGoneBeforeItIs(String signal, int status) throws Exception {
    Process candor = record();
    awaitTool();

    CandorProcess.signal(candor, signal);

    assertThat(candor.waitFor()).isEqualTo(status);
    assertThat(processes()).isEmpty();
    assertThat(candor().err())
        .isEqualTo(
            "candor: Interrupted. The tool and all that it started were ended; no report.\n");
    assertThat(candor().out()).isEmpty();
    try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whenItIsKilledEverythingGoesWithIt() throws Exception {
    Process candor = record();
    awaitTool();

    candor.destroyForcibly().waitFor(); // SIGKILL

    CandorProcess.await("all that it started ends", () -> processes().isEmpty());
  }

  private Process record() throws Exception {
    SampleTool tool =
        SampleTool.write(
            folder,
            """
            #!/bin/sh
            trap '' INT TERM HUP
            (setsid sh -c 'trap "" TERM HUP; while :; do sleep 1; done' "$1" &)
            while :; do sleep 1; done
            """);
    Path reports = Files.createDirectories(folder.resolve("reports"));
    List<String> words = tool.words("record", "--prompt", marker, "--time", "100");
    words.addAll(List.of("--har", reports.resolve("run.har").toString()));
    words.addAll(List.of("--output", reports.resolve("run.txt").toString()));
    return candor().start(words);
  }

  private CandorProcess candor() {
    return new CandorProcess(folder);
  }

  private void awaitTool() throws Exception {
    CandorProcess.await(
        "the tool starts",
        () -> processes().stream().anyMatch(line -> line.startsWith("sh -c trap")));
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
