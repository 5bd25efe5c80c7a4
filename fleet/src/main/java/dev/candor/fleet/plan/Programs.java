package dev.candor.fleet.plan;

import dev.candor.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs commands, one after the other. */
public interface Programs {
  /**
   * Runs one and waits for its end.
   *
   * @return why it did not do its work; empty where it ended well
   */
  Optional<String> run(List<String> command);

  /** Processes of this machine, without input; each has that long. */
  static Programs ofMachine(Duration patience) {
    return command -> {
      try {
        Path output = Files.createTempFile("candor-step", ".log");
        try {
          return run(command, output, patience);
        } finally {
          Files.deleteIfExists(output);
        }
      } catch (IOException e) {
        return Optional.of(
            "%s could not be started (%s); install it, or take this step by hand"
                .formatted(command.getFirst(), Visible.of(String.valueOf(e.getMessage()), 200)));
      }
    };
  }

  private static Optional<String> run(List<String> command, Path output, Duration patience)
      throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of("it did not end within %d minutes".formatted(patience.toMinutes()));
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of("it ended with status %d: %s".formatted(process.exitValue(), tail(output)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("it was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String tail(Path output) throws IOException {
    int most = 2_000;
    try (InputStream in = Files.newInputStream(output)) {
      in.skipNBytes(Math.max(0, Files.size(output) - most));
      return Visible.of(
          new String(in.readNBytes(most), StandardCharsets.UTF_8).strip().replace('\n', ' '), most);
    }
  }
}
