package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.core.InputException;
import dev.candor.lab.trial.Lab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    try {
      Lab.open().close();
    } catch (InputException e) {
      assumeTrue(false, e.getMessage());
    }
  }

  /** 130 is 128 + SIGINT, as shells have it. */
  @Test
  void whenItIsInterruptedAReportTellsWhatIsKnown() throws Exception {
    Process candor = audit();
    try {
      awaitTrials(2);

      new ProcessBuilder("kill", "-INT", Long.toString(candor.pid())).start().waitFor();

      assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      candor.destroyForcibly();
    }
    assertThat(candor.exitValue()).isEqualTo(130);
    assertThat(Files.readString(folder.resolve("err")))
        .isEqualTo(
            "candor: Interrupted. All trials were ended; a report tells what was known by then.\n");
    assertThat(Files.readString(folder.resolve("out")))
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
          start(reference, "--registry", "http://127.0.0.1:%d/".formatted(registry.getLocalPort()));
      try (Socket _ = registry.accept()) {
        new ProcessBuilder("kill", "-INT", Long.toString(candor.pid())).start().waitFor();

        assertThat(candor.waitFor(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        candor.destroyForcibly();
      }
      assertThat(candor.exitValue()).isEqualTo(130);
    }
  }

  private Process audit() throws Exception {
    Path tool = folder.resolve("tool");
    Files.writeString(tool, "#!/bin/sh\necho nothing to say\n");
    Path recipe = folder.resolve("recipe.yaml");
    Files.writeString(
        recipe, "tool: sample\npackage: pkg:generic/sample\ncommand: [sample, \"{prompt}\"]\n");
    List<String> words = new ArrayList<>(List.of(tool.toString(), "--offline"));
    words.addAll(List.of("--recipe", recipe.toString(), "--budget", "5000"));
    words.addAll(List.of("--trials", folder.resolve("kept").toString()));
    return start(words.toArray(String[]::new));
  }

  private Process start(String... arguments) throws Exception {
    List<String> words = new ArrayList<>(unignored());
    words.add(ProcessHandle.current().info().command().orElseThrow());
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.candor.cli.Main"));
    words.add("audit");
    words.addAll(List.of(arguments));
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

  private void awaitTrials(int trials) throws Exception {
    Path journal = folder.resolve("kept/trials.jsonl");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(journal) || Files.readAllLines(journal).size() <= trials) {
      assertThat(System.nanoTime()).as("trials are over in time").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
