package dev.candor.campaign.detect;

import dev.candor.campaign.log.Column;
import dev.candor.campaign.log.ExchangeLog;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * An engine of SQL that has an exchange log as the view {@code exchange}: DuckDB within this
 * process, or Spark. All of its methods throw {@link dev.candor.core.InputException} when the log
 * cannot be read or there is no room for what is made of it.
 */
public interface SqlEngine {
  /** DuckDB, with a log that was opened in it. */
  static SqlEngine of(ExchangeLog log) {
    return new DuckDbEngine(log);
  }

  /** In lower case; a step that this engine spells in its own way is in the folder of that name. */
  String name();

  /** The columns that at least one file of the log has. */
  Set<Column> columns();

  /** The steps that sum up the exchanges of a log. */
  List<String> FROM_EXCHANGES = List.of("keyed", "summary", "means", "names", "sent", "seen");

  /**
   * The steps that make of the log all that further ones begin with: the tables {@code summary} and
   * {@code means} and the views {@code name}, {@code sent} and {@code seen}.
   */
  default List<String> first() {
    return FROM_EXCHANGES;
  }

  /** Runs the first steps. */
  default void sumUp() {
    first().forEach(step -> Script.run(this, step));
  }

  /**
   * Makes a table or a view.
   *
   * @param statement {@code CREATE TABLE … AS} or {@code CREATE VIEW … AS}, perhaps after comments
   */
  void run(String statement);

  /** What a query gives, in whatever order, if it does not say one. */
  Rows rows(String query);

  /** Makes a table; its one column is an integer of that name. */
  void numbers(String table, String column, BitSet numbers);
}
