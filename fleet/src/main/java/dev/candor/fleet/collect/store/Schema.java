package dev.candor.fleet.collect.store;

import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables, made by numbered files that are each run once. A file that was run is never changed:
 * its digest is remembered.
 */
final class Schema {
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, digest TEXT NOT NULL)";

  private Schema() {}

  /**
   * Brings the database to the newest version.
   *
   * @throws InputException if a newer Candor made it, or it was not made by these files
   */
  static void bring(Database database) {
    List<String> files = files();
    database.write(connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
      List<String> done =
          Sql.of("SELECT digest FROM migration ORDER BY number")
              .list(connection, row -> row.getString(1));
      requireKnown(files, done);
      for (int i = done.size(); i < files.size(); i++) {
        run(connection, database.dialect(files.get(i)));
        Sql.of("INSERT INTO migration (number, digest) VALUES (?, ?)", i + 1L, digest(files.get(i)))
            .update(connection);
      }
      return files.size();
    });
  }

  private static void requireKnown(List<String> files, List<String> done) {
    if (done.size() > files.size()) {
      throw new InputException(
          "the store has version %d and this Candor knows %d. Start the Candor that made it, or a"
                  .formatted(done.size(), files.size())
              + " newer one.");
    }
    for (int i = 0; i < done.size(); i++) {
      if (!digest(files.get(i)).equals(done.get(i))) {
        throw new InputException(
            "the store was not made by this Candor: step %d of its schema differs. Name another"
                    .formatted(i + 1)
                + " store.");
      }
    }
  }

  private static void run(Connection connection, String file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String one : file.split(";\n")) {
        statement.execute(one);
      }
    }
  }

  private static String digest(String file) {
    return Sha256.hex(file);
  }

  private static List<String> files() {
    List<String> files = new ArrayList<>();
    for (Optional<String> next = file(1); next.isPresent(); next = file(files.size() + 1)) {
      files.add(next.get());
    }
    return files;
  }

  private static Optional<String> file(int number) {
    try (InputStream in = Schema.class.getResourceAsStream("%03d.sql".formatted(number))) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
