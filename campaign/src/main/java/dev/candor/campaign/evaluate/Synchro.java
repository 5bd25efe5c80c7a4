package dev.candor.campaign.evaluate;

import dev.candor.campaign.log.ExchangeLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * After SynchroTrap (Cao, Yang, Yu and Palow 2014): an action is the use of an address or device
 * within an hour; accounts with enough of their actions in common, by Jaccard's coefficient, are
 * linked, and linked accounts are groups. As there, actions that very many share are left out.
 */
final class Synchro implements Baseline {
  private static final double[] LEAST_SIMILARITY = {0.02, 0.05, 0.1, 0.2, 0.4};
  private static final int MOST_HOLDERS = 100;

  private static final List<String> STEPS =
      List.of(
          """
          CREATE OR REPLACE TABLE action AS
          SELECT DISTINCT party.id AS account, used.value, used.hour
          FROM (
            SELECT account, 'address ' || address AS value, date_trunc('hour', started_at) AS hour
            FROM exchange WHERE address IS NOT NULL
            UNION ALL
            SELECT account, 'device ' || device AS value, date_trunc('hour', started_at) AS hour
            FROM exchange WHERE device IS NOT NULL
          ) used
          JOIN party ON party.account = used.account
          """,
          """
          CREATE OR REPLACE TABLE occasion AS
          SELECT CAST(row_number() OVER () AS INTEGER) AS id, value, hour
          FROM action GROUP BY value, hour HAVING count(*) BETWEEN 2 AND %d
          """
              .formatted(MOST_HOLDERS),
          """
          CREATE OR REPLACE TABLE presence AS
          SELECT action.account, occasion.id AS occasion
          FROM action JOIN occasion ON occasion.value = action.value AND occasion.hour = action.hour
          """,
          """
          CREATE OR REPLACE TABLE meeting AS
          SELECT one.account AS one, other.account AS other, count(*) AS common
          FROM presence one JOIN presence other ON one.occasion = other.occasion AND one.account < other.account
          GROUP BY one.account, other.account HAVING count(*) >= 3
          """);

  private static final String SIMILAR =
      """
      WITH total AS (SELECT account, count(*) AS actions FROM action GROUP BY account)
      SELECT one, other, common * 1.0 / (a.actions + b.actions - common) AS similarity
      FROM meeting JOIN total a ON a.account = one JOIN total b ON b.account = other
      """;

  @Override
  public String name() {
    return "SynchroTrap-like";
  }

  @Override
  public List<Variant> find(ExchangeLog log) throws SQLException {
    Holdings holdings = Holdings.read(log, List.of("address", "device"));
    Connection connection = log.connection();
    try (Statement statement = connection.createStatement()) {
      for (String step : STEPS) {
        statement.execute(step);
      }
    }
    List<Components> components = new ArrayList<>();
    for (int i = 0; i < LEAST_SIMILARITY.length; i++) {
      components.add(new Components(holdings.accounts().length));
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SIMILAR)) {
      while (rows.next()) {
        for (int i = 0; i < LEAST_SIMILARITY.length; i++) {
          if (rows.getDouble(3) >= LEAST_SIMILARITY[i]) {
            components.get(i).join(rows.getInt(1), rows.getInt(2));
          }
        }
      }
    }
    List<Variant> variants = new ArrayList<>();
    for (int i = 0; i < LEAST_SIMILARITY.length; i++) {
      variants.add(
          new Variant(
              "similarity of %s".formatted(LEAST_SIMILARITY[i]),
              components.get(i).named(holdings.accounts())));
    }
    return variants;
  }
}
