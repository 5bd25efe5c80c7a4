package dev.candor.fleet.collect.store;

import dev.candor.core.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * SQLite in a file. Its log is written ahead and brought to disk before a transaction ends (<a
 * href="https://sqlite.org/pragma.html#pragma_synchronous">synchronous=FULL</a>), so that neither a
 * killed process nor a power cut takes back what was acknowledged.
 */
final class SqliteDatabase implements Database {
  private static final String FILE = "fleet.db";
  private static final int READERS = 4;
  private static final int BUSY_MILLISECONDS = 15_000;

  /** KiB, negative as SQLite has it. */
  private static final int CACHE = -65_536;

  private final Connections readers;
  private final Connections writer;

  private SqliteDatabase(Path file) {
    String url = "jdbc:sqlite:" + file;
    readers = new Connections(() -> open(url, reading()), READERS);
    // One writes at a time, and readers do not wait for it.
    writer = new Connections(() -> open(url, writing()), 1);
  }

  /**
   * @param folder made if need be, for its owner alone
   * @throws InputException if nothing can be kept there
   */
  static SqliteDatabase in(Path folder) {
    Path file = folder.toAbsolutePath().resolve(FILE);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
        throw unusable(folder, e);
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
    return new SqliteDatabase(file);
  }

  private static InputException unusable(Path folder, IOException cause) {
    return new InputException(
        "nothing can be kept in %s (%s). Name a folder that this user may write into."
            .formatted(folder, cause.getClass().getSimpleName()),
        cause);
  }

  private static SQLiteConfig writing() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.enforceForeignKeys(true);
    config.setCacheSize(CACHE);
    return config;
  }

  private static SQLiteConfig reading() {
    SQLiteConfig config = writing();
    config.setTransactionMode(TransactionMode.DEFERRED);
    return config;
  }

  private static Connection open(String url, SQLiteConfig config) throws SQLException {
    return config.createConnection(url);
  }

  @Override
  public String dialect(String schema) {
    return schema
        .replace("{id}", "INTEGER PRIMARY KEY")
        .replace("{text}", "TEXT")
        .replace("{bytes}", "BLOB");
  }

  @Override
  public <T> T read(Work<T> work) {
    return readers.transaction(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return writer.transaction(work);
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
