package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that speaks SQL; what differs between the two that the store knows. */
interface Database extends AutoCloseable {
  /** Something done in one transaction. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** The types of a schema file in this database's words. */
  String dialect(String schema);

  /**
   * One state of the data, however long it is looked at.
   *
   * @throws StoreException if the database does not answer
   */
  <T> T read(Work<T> work);

  /**
   * Returns when what was written is on disk; writes nothing if {@code work} throws.
   *
   * @throws StoreException if the database does not take it
   */
  <T> T write(Work<T> work);

  @Override
  void close();
}
