package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an experiment when somebody ends {@code candor audit} in the middle of it. */
class AuditProcessTest {
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    OwnHome.assumeRooms();
  }

  /** 130 is 128 + SIGINT, as shells have it. */
  @Test
  void whenItIsInterruptedAReportTellsWhatIsKnown() throws Exception {
    Process candor = audit();
    try {
      awaitTrials(2);

      CandorProcess.signal(candor, "INT");

      assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      candor.destroyForcibly();
    }
    assertThat(candor.exitValue()).isEqualTo(130);
    assertThat(candor().err())
        .isEqualTo(
            "candor: Interrupted. All trials were ended; a report tells what was known by then.\n");
    assertThat(candor().out())
        .startsWith("inconclusive: what was seen does not show what the tool does\n")
        .contains("It was stopped.");
  }

  private Process audit() throws Exception {
    return candor()
        .start(
            SampleTool.write(folder, "#!/bin/sh\necho nothing to say\n")
                .words("audit", "--budget", "5000", "--trials", folder.resolve("kept").toString()));
  }

  private CandorProcess candor() {
    return new CandorProcess(folder);
  }

  private void awaitTrials(int trials) throws Exception {
    Path journal = folder.resolve("kept/trials.jsonl");
    CandorProcess.await(
        "some trials are over",
        () -> Files.exists(journal) && Files.readAllLines(journal).size() > trials);
  }
}
