package dev.candor.fleet.collect.store;

import dev.candor.core.InputException;
import dev.candor.core.Sha256;
import dev.candor.fleet.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What machines sent, as history. Safe for many threads, and for many services on PostgreSQL. */
public final class Store implements AutoCloseable {
  /** Clocks of machines that are right differ by less. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final int MACHINES_AT_ONCE = 50;

  private final Database database;
  private final Retention retention;

  private Store(Database database, Retention retention) {
    this.database = database;
    this.retention = retention;
  }

  /**
   * In a file of the folder, which is made if need be.
   *
   * @throws InputException if nothing can be kept there
   */
  public static Store in(Path folder, Retention retention) {
    return on(SqliteDatabase.in(folder), retention);
  }

  /**
   * In PostgreSQL, whose tables are made if need be.
   *
   * @param url as {@code jdbc:postgresql://HOST/DATABASE?user=NAME}
   * @throws InputException if it does not answer, or its tables are others
   */
  public static Store at(String url, Optional<String> password, Retention retention) {
    return on(PostgresDatabase.at(url, password), retention);
  }

  /** Whether a text names a store of {@link #at} and no folder. */
  public static boolean isAddress(String text) {
    return text.startsWith("jdbc:");
  }

  private static Store on(Database database, Retention retention) {
    try {
      Schema.bring(database);
      return new Store(database, retention);
    } catch (StoreException e) {
      database.close();
      throw new InputException(
          e.getMessage() + ". Check that the store is there and that this user may write it.", e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Keeps an inventory. It is on disk when this returns.
   *
   * @param received by the clock of the store
   * @throws StoreException if it was not kept
   */
  public Taken take(Inventory inventory, Instant received, Judge judge) {
    if (inventory.taken().isAfter(received.plus(AHEAD))) {
      return Taken.IN_THE_FUTURE;
    }
    if (inventory.taken().isBefore(received.minus(retention.history()))) {
      return Taken.TOO_OLD;
    }
    byte[] line = Documents.line(inventory);
    String digest = Sha256.hex(line);
    byte[] document = Documents.packed(line);
    return database.write(
        connection -> Taking.of(connection, inventory, digest, document, received, judge));
  }

  /** Asks the policy again of everything that is installed now: policies change with time. */
  public void judge(Judge judge, Instant now) {
    long last = 0;
    while (last >= 0) {
      last = judge(last, judge, now);
    }
  }

  private long judge(long after, Judge judge, Instant now) {
    return database.write(connection -> {
      List<Answers.Document> some = new Answers(connection).documents(after, MACHINES_AT_ONCE);
      for (Answers.Document one : some) {
        Judging.machine(connection, one.machine(), Documents.inventory(one.document()), judge, now);
      }
      return some.isEmpty() ? -1 : some.getLast().machine();
    });
  }

  /** Takes away what is older than it is kept. */
  public void thin(Instant now) {
    Thinning.of(database, retention, now);
  }

  /** What was asked for, all of one state of the data. */
  public <T> T ask(Question<T> question) {
    return database.read(connection -> question.of(new Answers(connection)));
  }

  /**
   * The newest inventory of a machine; empty where there is no such machine.
   *
   * @param machine its number
   */
  public Optional<Inventory> newest(long machine) {
    return ask(answers -> answers.document(machine)).map(Documents::inventory);
  }

  /** The newest inventory of each machine, in the order of their numbers, a few in memory. */
  public void eachNewest(NewestReader reader) throws IOException {
    long after = 0;
    while (true) {
      long from = after;
      List<Answers.Document> some = ask(answers -> answers.documents(from, MACHINES_AT_ONCE));
      if (some.isEmpty()) {
        return;
      }
      for (Answers.Document one : some) {
        reader.line(Documents.unpacked(one.document()));
      }
      after = some.getLast().machine();
    }
  }

  /** Takes inventories as lines of JSON, with the end of line. */
  public interface NewestReader {
    void line(byte[] line) throws IOException;
  }

  /** Something to know. */
  public interface Question<T> {
    T of(Answers answers) throws java.sql.SQLException;
  }

  /**
   * @throws StoreException if nothing can be read now
   */
  public void requireReady() {
    ask(Answers::isThere);
  }

  @Override
  public void close() {
    database.close();
  }
}
