package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a watch when somebody ends it in the middle of an audit, or of a pause. */
class WatchProcessTest {
  private static final PackedTool TOOL = new PackedTool("tool");

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    OwnHome.assumeRooms();
  }

  /** 130 is 128 + SIGINT, as shells have it. */
  @Test
  void anAuditThatIsCutOffIsNotToldAndTheSameCommandGoesOn() throws Exception {
    try (LittleRegistry registry = new LittleRegistry(TOOL.name())) {
      registry.publish("1.0.0", "2026-04-01T00:00:00.000Z", TOOL.tgz("1.0.0", PackedTool.SILENT));
      Process candor = start(registry, "--budget", "5000");
      try {
        Path journal = folder.resolve("kept/tool@1.0.0/trials.jsonl");
        CandorProcess.await(
            "some trials are over",
            () -> Files.exists(journal) && Files.readAllLines(journal).size() > 2);

        List<ProcessHandle> rooms = candor.descendants().toList();
        assertThat(rooms).isNotEmpty();
        CandorProcess.signal(candor, "INT");

        assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
        CandorProcess.await(
            "no process is left of any room", () -> rooms.stream().noneMatch(this::runs));
      } finally {
        candor.destroyForcibly();
      }
      assertThat(candor.exitValue()).isEqualTo(130);
      assertThat(candor().err()).isEqualTo("candor: Interrupted; the same command goes on.\n");
      assertThat(candor().out()).isEmpty();
      assertThat(folder.resolve("state.json")).doesNotExist();

      Process again = start(registry, "--budget", "2", "--once");
      assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(again.exitValue()).as(candor().err()).isEqualTo(ExitStatus.INCONCLUSIVE);
      assertThat(candor().out()).contains("tool@1.0.0 of", "inconclusive, watched from here on");
    }
  }

  @Test
  void inAPauseItEndsAtOnceAndWhatWasToldIsRemembered() throws Exception {
    try (LittleRegistry registry = new LittleRegistry(TOOL.name())) {
      registry.publish("1.0.0", "2026-04-01T00:00:00.000Z", TOOL.tgz("1.0.0", PackedTool.SILENT));
      Process candor = start(registry, "--budget", "2");
      try {
        CandorProcess.await("the release is told", () -> candor().out().contains("not known: "));

        CandorProcess.signal(candor, "TERM");

        assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        candor.destroyForcibly();
      }
      assertThat(candor.exitValue()).isEqualTo(143); // 128 + SIGTERM
      assertThat(Files.readString(folder.resolve("state.json"))).contains("\"1.0.0\"");
      Process again = start(registry, "--budget", "2", "--once");
      assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(candor().out()).contains("nothing new of tool");
    }
  }

  private Process start(LittleRegistry registry, String... options) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "watch",
                "npm:" + TOOL.name(),
                "--registry",
                registry.address(),
                "--state",
                folder.resolve("state.json").toString(),
                "--recipe",
                TOOL.recipe(folder).toString()));
    words.addAll(List.of(options));
    if (List.of(options).contains("5000")) {
      words.addAll(List.of("--trials", folder.resolve("kept").toString()));
    }
    return candor().start(words);
  }

  /** What nobody has waited for yet (Z in proc(5)) is over all the same. */
  private boolean runs(ProcessHandle process) {
    try {
      return process.isAlive()
          && !Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
              .contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private CandorProcess candor() {
    return new CandorProcess(folder);
  }
}
