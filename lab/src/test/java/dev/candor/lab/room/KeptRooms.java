package dev.candor.lab.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that need a keeper; skipped, saying why, where the system refuses one. */
abstract class KeptRooms {
  private static @Nullable KeeperProcess keeper;

  @BeforeAll
  static void start() {
    try {
      keeper = KeeperProcess.start();
    } catch (InputException e) {
      assumeTrue(false, e.getMessage());
    }
  }

  @AfterAll
  static void end() {
    if (keeper != null) {
      keeper.close();
    }
  }

  static RoomResult run(RoomPlan plan) throws Exception {
    return Objects.requireNonNull(keeper).run(plan);
  }

  static String output(RoomPlan plan) throws Exception {
    RoomResult result = run(plan);
    return text(result.output()) + text(result.errors());
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static boolean has(String program) {
    return Stream.of("/usr/bin", "/bin").anyMatch(f -> Files.isExecutable(Path.of(f, program)));
  }

  /** Waits until the processes of this system whose command lines hold a text are so. */
  static void awaitProcesses(String marker, Predicate<List<String>> so) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!so.test(processesWith(marker))) {
      assertThat(System.nanoTime()).as("processes are so in time").isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** Command lines of processes of this system that hold a text. */
  static List<String> processesWith(String marker) throws IOException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (Path process : processes) {
        try {
          String line = text(Files.readAllBytes(process.resolve("cmdline")));
          if (line.contains(marker)) {
            found.add(line.replace('\0', ' '));
          }
        } catch (IOException e) {
          // It ended meanwhile.
        }
      }
    }
    return found;
  }
}
