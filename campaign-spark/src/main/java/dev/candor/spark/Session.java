package dev.candor.spark;

import dev.candor.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** A Spark session, and the folder of its driver; both are gone when it is closed. */
final class Session implements AutoCloseable {
  private static final int TRIES = 100;
  private static final Pattern LOOPBACK =
      Pattern.compile("local(\\[.*\\])?|spark://(localhost|127\\.[0-9.]+|\\[::1\\]):[0-9]+");

  /** What answers depend on, whatever the cluster's own settings say. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("spark.ui.enabled", "false"),
          Map.entry("spark.ui.showConsoleProgress", "false"),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.ansi.enabled", "true"),
          Map.entry("spark.sql.caseSensitive", "false"),
          Map.entry("spark.sql.catalogImplementation", "in-memory"),
          Map.entry("spark.sql.files.ignoreCorruptFiles", "false"),
          Map.entry("spark.sql.files.ignoreMissingFiles", "false"),
          Map.entry("spark.sql.legacy.parquet.nanosAsLong", "true"),
          // The driver has looked at each file already.
          Map.entry("spark.sql.sources.parallelPartitionDiscovery.threshold", "100000"),
          Map.entry("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED"),
          Map.entry("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED"));

  /** What may be set otherwise with spark-submit. */
  private static final Map<String, String> USUAL =
      Map.of(
          "spark.master", "local[2]",
          "spark.app.name", "candor campaigns detect",
          "spark.executor.memory", "2g",
          // A worker may die more than once; each time a stage of its results is done again.
          "spark.stage.maxConsecutiveAttempts", "10");

  private final SparkSession spark;
  private final Path folder;
  private final Thread hook = new Thread(this::interrupt);
  private volatile boolean interrupted;

  private Session(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts one.
   *
   * @param master as Spark names it; if there is none, that of spark-submit, or this machine
   * @param spill an existing folder in which the driver makes one of its own
   * @throws InputException if the master cannot be used
   */
  static Session start(Optional<String> master, Optional<String> executorMemory, Path spill) {
    Path folder = folder(spill);
    SparkConf settings = new SparkConf();
    USUAL.forEach(settings::setIfMissing);
    FIXED.forEach(settings::set);
    master.ifPresent(settings::setMaster);
    executorMemory.ifPresent(size -> settings.set("spark.executor.memory", size));
    settings.set("spark.local.dir", folder.toString());
    settings.set("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString());
    String named = settings.get("spark.master");
    if (LOOPBACK.matcher(named).matches()) {
      settings.set("spark.driver.host", "127.0.0.1");
      settings.set("spark.driver.bindAddress", "127.0.0.1");
    }
    try {
      return new Session(SparkSession.builder().config(settings).getOrCreate(), folder);
    } catch (Exception e) { // Scala's checked exceptions are not declared
      delete(folder);
      throw new InputException(
          "The Spark master %s cannot be used: %s. Check that it runs and is of Spark 4.2."
              .formatted(named, SparkFailure.first(e)),
          e);
    }
  }

  private static Path folder(Path spill) {
    try {
      return Files.createTempDirectory(spill.toAbsolutePath(), "candor-campaign-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SparkSession spark() {
    return spark;
  }

  /** The driver's own folder. */
  Path folder() {
    return folder;
  }

  /**
   * Why there is no session any more, if there is none: what fails then is no failure of its own.
   */
  Optional<String> ended() {
    if (interrupted) {
      return Optional.of("Interrupted.");
    }
    return spark.sparkContext().isStopped()
        ? Optional.of(
            "Spark's master has ended the work, as when no executor can be started. Look at what it and its workers logged.")
        : Optional.empty();
  }

  private void interrupt() {
    interrupted = true;
    end();
  }

  private void end() {
    try {
      spark.stop();
    } finally {
      delete(folder);
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Already ending; the hook runs, and finds nothing left.
      return;
    }
  }

  /**
   * Spark may be deleting in it as well, when this process is ended; what it took is no longer
   * there then.
   */
  private static void delete(Path folder) {
    for (int i = 0; i < TRIES && Files.exists(folder); i++) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      } catch (IOException | UncheckedIOException e) {
        Thread.onSpinWait(); // what is left at last is in the folder for temporary files
      }
    }
  }
}
