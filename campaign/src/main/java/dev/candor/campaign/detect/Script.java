package dev.candor.campaign.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One step in SQL, from the resource of that name: what DuckDB and Spark both understand. */
final class Script {
  private Script() {}

  /**
   * Runs a step.
   *
   * @param name of the file, without its ending; with a folder before it for one engine only
   */
  static void run(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text(name));
    }
  }

  private static String text(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no step " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
