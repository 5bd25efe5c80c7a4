package dev.candor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: exit status, encoding, pipes. */
class ProcessTest {
  @TempDir private Path temp;

  @Test
  void theExitStatusIsTheProcesss() throws Exception {
    assertThat(start("dev.candor.cli.Main", "--version").waitFor()).isZero();
    assertThat(start("dev.candor.cli.Main", "--nope").waitFor()).isEqualTo(ExitStatus.NOT_DONE);
  }

  @Test
  void outputIsUtf8WhateverTheLocale() throws Exception {
    Path tool = Files.createDirectory(temp.resolve("tool"));
    Process process = start("dev.candor.cli.Main", "scan", Packages.hiding(tool).toString());
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(out).contains("… 6 more;");
  }

  @Test
  void aReaderWhoLeavesHearsNothing() throws Exception {
    Process process = start("dev.candor.cli.Main", "completion");
    process.getInputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(err).isEmpty();
  }

  @Test
  void theEndOfMemoryIsAFailureAndNotAVerdict() throws Exception {
    Process process = start("dev.candor.cli.ProcessTest$OutOfMemory");
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(err).startsWith("candor: Memory ran out.").doesNotContain("\tat ");
  }

  @Test
  void anUnexpectedErrorIsAFailureAndNotAVerdict() throws Exception {
    Process process = start("dev.candor.cli.ProcessTest$Broken");
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(ExitStatus.NOT_DONE);
    assertThat(err).contains("This is a fault of Candor", "CANDOR_DEBUG=1");
  }

  private Process start(String mainClass, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  /** Ends as a command would that needs more memory than there is. */
  static final class OutOfMemory {
    public static void main(String[] arguments) {
      Thread.setDefaultUncaughtExceptionHandler(new Failures(Console.ofProcess()));
      throw new OutOfMemoryError("Java heap space");
    }
  }

  /** Ends with an error that nobody thought of. */
  static final class Broken {
    public static void main(String[] arguments) {
      Thread.setDefaultUncaughtExceptionHandler(new Failures(Console.ofProcess()));
      throw new AssertionError(new InputException("inner"));
    }
  }
}
