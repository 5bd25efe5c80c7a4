package dev.candor.fleet.collect.store;

import dev.candor.core.InputException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL, wherever a JDBC address says. */
final class PostgresDatabase implements Database {
  static final String SCHEME = "jdbc:postgresql:";

  private static final int MOST = 8;
  private static final String CONNECT_SECONDS = "10";

  /** Longer than any question takes; a server that is gone is noticed by it. */
  private static final String ANSWER_SECONDS = "120";

  private final Connections readers;
  private final Connections writers;

  private PostgresDatabase(String url, Properties properties) {
    readers = new Connections(() -> reading(url, properties), MOST);
    writers = new Connections(() -> writing(url, properties), MOST);
  }

  /**
   * @param url as {@code jdbc:postgresql://HOST/DATABASE?user=NAME}
   * @param password where the server asks for one and the user's pgpass file has none
   * @throws InputException if the address holds a password, which every process could read
   */
  static PostgresDatabase at(String url, Optional<String> password) {
    if (url.contains("password=")) {
      throw new InputException(
          "The address of the store holds a password, which other users of this machine can read"
              + " in the list of processes. Put it into the variable CANDOR_STORE_PASSWORD.");
    }
    Properties properties = new Properties();
    password.ifPresent(text -> properties.setProperty("password", text));
    properties.setProperty("ApplicationName", "candor");
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", ANSWER_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    return new PostgresDatabase(url, properties);
  }

  private static Connection reading(String url, Properties properties) throws SQLException {
    Connection connection = open(url, properties);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  private static Connection writing(String url, Properties properties) throws SQLException {
    Connection connection = open(url, properties);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    // A server may be set to answer before its disk has it.
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = on");
    }
    return connection;
  }

  private static Connection open(String url, Properties properties) throws SQLException {
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String dialect(String schema) {
    return schema
        .replace("{id}", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
        .replace("{text}", "TEXT COLLATE \"C\"")
        .replace("{bytes}", "BYTEA");
  }

  @Override
  public <T> T read(Work<T> work) {
    return readers.transaction(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return writers.transaction(work);
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }
}
