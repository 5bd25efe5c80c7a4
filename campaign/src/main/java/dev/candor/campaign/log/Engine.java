package dev.candor.campaign.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A DuckDB database of its own in a folder of its own, closed in: only named files are read. */
public final class Engine implements AutoCloseable {
  private final Path folder;
  private final Connection connection;

  private Engine(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /**
   * Opens one.
   *
   * @param files that SQL may read
   * @param outputs folders that SQL may write into
   * @throws UncheckedIOException if the folder cannot be made
   * @throws SQLException if the database does not start
   */
  public static Engine open(List<Path> files, List<Path> outputs, Resources resources)
      throws SQLException {
    return open(files, outputs, resources, Optional.empty());
  }

  /**
   * Opens one with another database beside its own, as the schema {@code kept}.
   *
   * @param kept its file; made if it is not there
   */
  public static Engine open(
      List<Path> files, List<Path> outputs, Resources resources, Optional<Path> kept)
      throws SQLException {
    Path folder;
    try {
      folder = Files.createTempDirectory(resources.spill(), "candor-campaign-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Properties settings = new Properties();
      settings.setProperty("memory_limit", resources.memory() + "B");
      settings.setProperty("threads", Integer.toString(resources.threads()));
      settings.setProperty("temp_directory", folder.resolve("spill").toString());
      settings.setProperty("autoinstall_known_extensions", "false");
      settings.setProperty("autoload_known_extensions", "false");
      Connection connection =
          DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("log.duckdb"), settings);
      Engine engine = new Engine(folder, connection);
      try {
        if (kept.isPresent()) {
          engine.attach(kept.get());
        }
        engine.closeIn(files, outputs);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return engine;
    } catch (SQLException e) {
      SpillFolder.remove(folder);
      throw e;
    }
  }

  public Connection connection() {
    return connection;
  }

  /** The text as a literal of SQL. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private void attach(Path kept) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ATTACH " + literal(kept.toAbsolutePath().toString()) + " AS kept");
    }
  }

  private void closeIn(List<Path> files, List<Path> outputs) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET allowed_paths=" + list(files));
      statement.execute("SET allowed_directories=" + list(outputs));
      statement.execute("SET enable_external_access=false");
      statement.execute("SET TimeZone='UTC'");
      statement.execute("SET lock_configuration=true");
    }
  }

  private static String list(List<Path> paths) {
    return paths.stream()
        .map(path -> literal(path.toAbsolutePath().toString()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Ends the database and removes its folder. */
  @Override
  public void close() throws SQLException {
    try {
      connection.close();
    } finally {
      SpillFolder.remove(folder);
    }
  }
}
