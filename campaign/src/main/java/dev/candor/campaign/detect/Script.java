package dev.candor.campaign.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One step in SQL, from the resource of that name: what DuckDB and Spark both understand, or in the
 * folder of one of them, what only that one does.
 */
final class Script {
  private Script() {}

  /**
   * Runs a step.
   *
   * @param name of the file, without its ending
   */
  static void run(SqlEngine engine, String name) {
    engine.run(
        text(engine.name() + "/" + name)
            .or(() -> text(name))
            .orElseThrow(() -> new IllegalArgumentException("there is no step " + name)));
  }

  private static Optional<String> text(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name + ".sql")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
