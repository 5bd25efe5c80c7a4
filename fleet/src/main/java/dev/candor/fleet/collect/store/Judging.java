package dev.candor.fleet.collect.store;

import dev.candor.core.Sha256;
import dev.candor.fleet.inventory.Installation;
import dev.candor.fleet.inventory.Inventory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps what a policy says of what is installed now, and since when. */
final class Judging {
  private static final int LONGEST_TEXT = 2_000;

  private static final String PRESENT =
      """
      SELECT p.id, p.identity, p.first, v.rule, v.since
      FROM period p LEFT JOIN violation v ON v.period = p.id
      WHERE p.machine = ? AND p.gone = ?
      """;

  private record Present(long period, String identity, long first, Said before) {}

  /**
   * @param rule its id; 0 where there is none
   * @param since milliseconds since 1970
   */
  private record Said(long rule, long since) {
    private static final Said NOTHING = new Said(0, 0);
  }

  private Judging() {}

  /**
   * Brings what is said of one machine up to date.
   *
   * @param newest of its inventories, which has what is installed now
   */
  static void machine(
      Connection connection, long machine, Inventory newest, Judge judge, Instant now)
      throws SQLException {
    Sql.of(
            "DELETE FROM violation WHERE period IN"
                + " (SELECT id FROM period WHERE machine = ? AND gone <> ?)",
            machine,
            Moment.OPEN)
        .update(connection);
    Map<String, Installation> installed = Identity.all(newest);
    for (Present one : Sql.of(PRESENT, machine, Moment.OPEN).list(connection, Judging::present)) {
      Optional<Judgement> judgement =
          Optional.ofNullable(installed.get(one.identity()))
              .flatMap(installation -> judge.of(newest, installation, now));
      Said said = said(connection, one, judgement);
      if (!said.equals(one.before())) {
        write(connection, one.period(), said);
      }
    }
  }

  private static Present present(ResultSet row) throws SQLException {
    return new Present(
        row.getLong(1), row.getString(2), row.getLong(3), new Said(row.getLong(4), row.getLong(5)));
  }

  private static Said said(Connection connection, Present one, Optional<Judgement> judgement)
      throws SQLException {
    if (judgement.isEmpty()) {
      return Said.NOTHING;
    }
    long seen = Moment.time(one.first()).toEpochMilli();
    return new Said(
        rule(connection, judgement.get()),
        Math.max(seen, judgement.get().effective().toEpochMilli()));
  }

  private static long rule(Connection connection, Judgement judgement) throws SQLException {
    String effect = KeptText.of(judgement.effect(), LONGEST_TEXT);
    String name = KeptText.of(judgement.rule(), LONGEST_TEXT);
    String reason = KeptText.of(judgement.reason(), LONGEST_TEXT);
    String replacement = KeptText.of(judgement.replacement().orElse(""), LONGEST_TEXT);
    String identity = Sha256.hex(String.join("\0", effect, name, reason, replacement));
    Optional<Long> known =
        Sql.of("SELECT id FROM rule WHERE identity = ?", identity)
            .one(connection, row -> row.getLong(1));
    if (known.isPresent()) {
      return known.get();
    }
    return Sql.of(
            """
            INSERT INTO rule (identity, effect, name, reason, replacement) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (identity) DO UPDATE SET name = excluded.name RETURNING id
            """,
            identity,
            effect,
            name,
            reason,
            replacement)
        .number(connection);
  }

  private static void write(Connection connection, long period, Said said) throws SQLException {
    if (said.rule() == 0) {
      Sql.of("DELETE FROM violation WHERE period = ?", period).update(connection);
      return;
    }
    Sql.of(
            """
            INSERT INTO violation (period, rule, since) VALUES (?, ?, ?)
            ON CONFLICT (period) DO UPDATE SET rule = excluded.rule, since = excluded.since
            """,
            period,
            said.rule(),
            said.since())
        .update(connection);
  }
}
