package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A few connections, kept open and used by one thread at a time. */
final class Connections implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;
  private static final int ANSWER_SECONDS = 5;

  /** Connects, with everything set that a transaction needs. */
  interface Opening {
    Connection open() throws SQLException;
  }

  private final Opening opening;
  private final Semaphore permits;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * @param most connections at a time
   */
  Connections(Opening opening, int most) {
    this.opening = opening;
    permits = new Semaphore(most, true);
  }

  <T> T transaction(Database.Work<T> work) {
    acquire();
    try {
      return onOne(work);
    } catch (SQLException e) {
      throw new StoreException("the store failed: " + e.getMessage(), e);
    } finally {
      permits.release();
    }
  }

  private void acquire() {
    boolean free;
    try {
      free = permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while others used the store", e);
    }
    if (!free) {
      throw new StoreException(
          "the store was busy for %d s".formatted(PATIENCE_SECONDS), new SQLException("busy"));
    }
  }

  private <T> T onOne(Database.Work<T> work) throws SQLException {
    Connection connection = open();
    boolean whole = false;
    try {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.commit();
      // SQLite's driver has begun the next transaction by now, which would lock others out.
      connection.setAutoCommit(true);
      whole = true;
      return result;
    } finally {
      if (whole || undone(connection)) {
        giveBack(connection);
      }
    }
  }

  private Connection open() throws SQLException {
    Connection kept = idle.pollFirst();
    while (kept != null && !kept.isValid(ANSWER_SECONDS)) {
      kept.close();
      kept = idle.pollFirst();
    }
    return kept == null ? opening.open() : kept;
  }

  /** Whether the connection can be used again; one that cannot is closed. */
  private static boolean undone(Connection connection) throws SQLException {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
      return true;
    } catch (SQLException e) {
      connection.close();
      return false;
    }
  }

  private void giveBack(Connection connection) throws SQLException {
    if (closed) {
      connection.close();
    } else {
      idle.addFirst(connection);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Connection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
      try {
        one.close();
      } catch (SQLException e) {
        throw new StoreException("the store could not be closed: " + e.getMessage(), e);
      }
    }
  }
}
