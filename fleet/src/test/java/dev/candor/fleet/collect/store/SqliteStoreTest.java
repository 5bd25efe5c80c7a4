package dev.candor.fleet.collect.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file. */
class SqliteStoreTest extends StoreContract {
  @TempDir private Path folder;
  private int opened;

  @Override
  Store open(Retention retention) {
    return Store.in(folder.resolve("store" + opened++), retention);
  }

  @Test
  void nobodyElseMayReadTheFile() throws Exception {
    Path file = folder.resolve("store0/fleet.db");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aStoreOfANewerCandorIsNotTouched() throws SQLException {
    execute("INSERT INTO migration (number, digest) VALUES (99, 'x')");

    assertThatThrownBy(() -> Store.in(folder.resolve("store0"), Retention.USUAL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Start the Candor that made it");
  }

  @Test
  void aStoreWithOtherTablesIsNotTouched() throws SQLException {
    execute("UPDATE migration SET digest = 'x'");

    assertThatThrownBy(() -> Store.in(folder.resolve("store0"), Retention.USUAL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("step 1 of its schema differs");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store0/fleet.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aPlaceWhereNothingCanBeKeptIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Store.in(file, Retention.USUAL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString());
  }
}
