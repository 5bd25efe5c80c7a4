package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Candor as a process of its own, which somebody can end. Its files are in a folder: {@code out}
 * and {@code err} are what it writes, {@code cache} is its cache.
 */
record CandorProcess(Path folder) {
  private static final int PATIENCE_SECONDS = 60;
  private static final int PAUSE_MILLISECONDS = 20;

  Process start(List<String> arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(unignored());
    words.add(ProcessHandle.current().info().command().orElseThrow());
    words.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.candor.cli.Main"));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Where this test runs in the background of a shell, its children would ignore Ctrl-C. */
  private static List<String> unignored() throws InterruptedException {
    List<String> words = List.of("env", "--default-signal=INT");
    List<String> tried = new ArrayList<>(words);
    tried.add("true");
    try {
      return new ProcessBuilder(tried).start().waitFor() == 0 ? words : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * @param name as {@code INT}
   */
  static void signal(Process process, String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  /** Waits for what another process does. */
  static void await(String what, Callable<Boolean> seen) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!seen.call()) {
      assertThat(System.nanoTime()).as("in time " + what).isLessThan(end);
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }
}
