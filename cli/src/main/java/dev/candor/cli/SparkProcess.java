package dev.candor.cli;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The driver of Spark as a process of its own, so that its 300 MB stay out of this one: what {@code
 * ./build spark} put together, started by java or, with SPARK_HOME, by that spark-submit.
 *
 * @param home the folder that {@code ./build spark} fills
 */
record SparkProcess(Path home, Map<String, String> environment) {
  private static final String SPARK_HOME = "SPARK_HOME";
  private static final String MAIN = "dev.candor.spark.Main";
  private static final String JAVA_OPTIONS =
      "-Dlog4j2.configurationFile=classpath:dev/candor/spark/log4j2.properties"
          + " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

  /** Spark ends its session and removes its files within this time. */
  private static final int PATIENCE_SECONDS = 20;

  private static final long MEBIBYTE = 1 << 20;

  /**
   * Finds it.
   *
   * @throws InputException if it was not built
   */
  static SparkProcess find(Console console) {
    return find(Path.of(System.getProperty("candor.home", "")), console.environment());
  }

  /**
   * Finds it in a folder of Candor's.
   *
   * @throws InputException if it was not built, or from other sources than the command
   */
  static SparkProcess find(Path candor, Map<String, String> environment) {
    SparkProcess spark =
        new SparkProcess(candor.resolve("campaign-spark/target/spark"), environment);
    Optional<Path> theirs = jar(spark.home.resolve("candor"), "candor-campaign");
    if (theirs.isEmpty()) {
      throw new InputException(
          "Spark is not there. Run ./build spark in Candor's folder once: it fetches some 300 MB from Maven Central.");
    }
    Optional<Path> ours = jar(candor.resolve("cli/target/lib"), "candor-campaign");
    if (ours.isPresent() && differ(ours.get(), theirs.get())) {
      throw new InputException(
          "What ./build spark put together is of other sources than this command. Run it again.");
    }
    return spark;
  }

  private static boolean differ(Path one, Path other) {
    try {
      return Files.mismatch(one, other) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> jar(Path folder, String name) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> file.getFileName().toString().matches(name + "-[0-9].*[.]jar"))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is an installed Spark that starts it. */
  boolean installed() {
    return !environment.getOrDefault(SPARK_HOME, "").isEmpty();
  }

  /**
   * The command line.
   *
   * @param memory of the driver, in bytes
   * @param arguments as {@code dev.candor.spark.Main} has them
   */
  List<String> command(long memory, List<String> arguments) {
    String heap = Math.max(1, memory / MEBIBYTE) + "m";
    List<String> command = new ArrayList<>();
    if (!installed()) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Xmx" + heap);
      command.addAll(List.of(JAVA_OPTIONS.split(" ")));
      command.add("-cp");
      // Spark's jars come first, as with spark-submit.
      command.add(home.resolve("jars") + "/*:" + home.resolve("candor") + "/*");
      command.add(MAIN);
    } else {
      command.add(
          Path.of(environment.getOrDefault(SPARK_HOME, ""), "bin", "spark-submit").toString());
      command.addAll(List.of("--class", MAIN, "--driver-memory", heap));
      command.addAll(List.of("--driver-java-options", JAVA_OPTIONS));
      // Not --jars: workers need none of them.
      command.addAll(List.of("--driver-class-path", home.resolve("candor") + "/*"));
      command.add(
          jar(home.resolve("candor"), "candor-campaign-spark")
              .orElseThrow(
                  () -> new InputException(home + " is not whole. Run ./build spark again."))
              .toString());
    }
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs a command line that speaks for itself, to its end or to that of this process.
   *
   * @return its exit status
   * @throws InputException if it cannot be started, or was killed
   */
  static int run(List<String> command) {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      // spark-submit might find one that is too old.
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      process = builder.start();
    } catch (IOException e) {
      throw new InputException(
          "cannot start %s: %s. Correct SPARK_HOME or JAVA_HOME."
              .formatted(command.getFirst(), Failures.describe(e)),
          e);
    }
    Thread hook = new Thread(() -> end(process));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int status = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      if (status < ExitStatus.NOTHING_COVERT || status > ExitStatus.NOT_DONE) {
        throw new InputException(
            "Spark's driver ended with status %d. Give it more memory with --memory, or see why it was killed."
                .formatted(status));
      }
      return status;
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new InputException("interrupted", e);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook has ended that one.
      return ExitStatus.NOT_DONE;
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
