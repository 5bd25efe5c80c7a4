package dev.candor.campaign.evaluate;

import dev.candor.campaign.log.ExchangeLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which account used which values, as pairs of numbers.
 *
 * @param accounts pseudonyms; their places are the numbers
 * @param account of each pair
 * @param value of each pair
 * @param values how many there are
 */
record Holdings(String[] accounts, int[] account, int[] value, int values) {
  /**
   * Reads them.
   *
   * @param columns of the exchange log; equal values of two columns are two
   */
  static Holdings read(ExchangeLog log, List<String> columns) throws SQLException {
    Connection connection = log.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TABLE party AS SELECT CAST(row_number() OVER (ORDER BY account) - 1 AS"
              + " INTEGER) AS id, account FROM (SELECT DISTINCT account FROM exchange) accounts");
      statement.execute(
          columns.stream()
              .map(column ->
                  "SELECT account, '%1$s ' || %1$s AS value FROM exchange WHERE %1$s IS NOT NULL GROUP BY account, %1$s"
                      .formatted(column))
              .collect(
                  Collectors.joining(" UNION ALL ", "CREATE OR REPLACE TABLE held_by AS ", "")));
      statement.execute(
          "CREATE OR REPLACE TABLE thing AS SELECT CAST(row_number() OVER (ORDER BY value) - 1 AS"
              + " INTEGER) AS id, value FROM (SELECT value FROM held_by GROUP BY value HAVING"
              + " count(*) > 1) shared");
    }
    String[] accounts = new String[count(connection, "party")];
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, account FROM party")) {
      while (rows.next()) {
        accounts[rows.getInt(1)] = rows.getString(2);
      }
    }
    int count = 0;
    int[] account = new int[1_024];
    int[] value = new int[1_024];
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT party.id, thing.id FROM held_by JOIN thing ON thing.value = held_by.value JOIN"
                    + " party ON party.account = held_by.account ORDER BY party.id, thing.id")) {
      while (rows.next()) {
        if (count == account.length) {
          account = Arrays.copyOf(account, 2 * count);
          value = Arrays.copyOf(value, 2 * count);
        }
        account[count] = rows.getInt(1);
        value[count++] = rows.getInt(2);
      }
    }
    return new Holdings(
        accounts,
        Arrays.copyOf(account, count),
        Arrays.copyOf(value, count),
        count(connection, "thing"));
  }

  private static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** How many accounts hold each value. */
  int[] holders() {
    int[] holders = new int[values];
    for (int each : value) {
      holders[each]++;
    }
    return holders;
  }
}
