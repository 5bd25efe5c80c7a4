package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** Its program for JavaScript is fetched after the scan, from a registry that does not answer. */
  @Test
  void beforeTheFirstTrialTheReportTellsWhatTheCodeShows() throws Exception {
    Path tool = Files.createDirectory(folder.resolve("tool"));
    Files.writeString(
        tool.resolve("package.json"),
        """
        {"name": "sample", "version": "1.0.0", "bin": "cli.js"}
        """);
    Files.writeString(tool.resolve("cli.js"), "#!/usr/bin/env node\nconsole.log('nothing');\n");

    interruptedAtTheRegistry(tool.toString());

    assertThat(Files.readString(folder.resolve("err")))
        .isEqualTo(
            "candor: Interrupted before the first trial; the report tells what the code shows.\n");
    assertThat(Files.readString(folder.resolve("out")))
        .startsWith("inconclusive: the experiment was interrupted before its first trial\n")
        .contains("What it sends: the experiment was interrupted before its first trial.");
  }

  @Test
  void beforeTheScanIsDoneThereIsNothingToReport() throws Exception {
    interruptedAtTheRegistry("npm:sample@1.0.0");

    assertThat(Files.readString(folder.resolve("err")))
        .isEqualTo("candor: Interrupted before anything was known; there is no report.\n");
    assertThat(Files.readString(folder.resolve("out"))).isEmpty();
  }

  private void interruptedAtTheRegistry(String reference) throws Exception {
    try (ServerSocket registry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      registry.setSoTimeout(60_000);
      Process candor =
          candor()
              .start(
                  List.of(
                      "audit",
                      reference,
                      "--registry",
                      "http://127.0.0.1:%d/".formatted(registry.getLocalPort())));
      try (Socket _ = registry.accept()) {
        CandorProcess.signal(candor, "INT");

        assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        candor.destroyForcibly();
      }
      assertThat(candor.exitValue()).isEqualTo(130);
    }
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
