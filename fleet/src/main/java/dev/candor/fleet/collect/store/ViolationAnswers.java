package dev.candor.fleet.collect.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is against the policy now. Nearly all periods are open: the plus in {@code +p.gone} keeps
 * databases from beginning with them.
 */
public final class ViolationAnswers {
  private static final int MOST_RULES = 500;

  private final Connection connection;

  ViolationAnswers(Connection connection) {
    this.connection = connection;
  }

  /**
   * A rule that something is against.
   *
   * @param effect in the policy's word
   * @param oldest since when the first of them is
   */
  public record RuleCount(
      long id,
      String effect,
      String name,
      String reason,
      String replacement,
      long installations,
      long machines,
      Instant oldest) {}

  /** Rules by effect, those that most machines are against first. */
  public List<RuleCount> rules() throws SQLException {
    return Sql.of(
            """
            SELECT r.id, r.effect, r.name, r.reason, r.replacement,
              COUNT(*), COUNT(DISTINCT p.machine), MIN(v.since)
            FROM violation v JOIN period p ON p.id = v.period JOIN rule r ON r.id = v.rule
            WHERE +p.gone = ?
            GROUP BY r.id, r.effect, r.name, r.reason, r.replacement
            ORDER BY r.effect, 7 DESC, r.id LIMIT\
            """
                + " "
                + MOST_RULES,
            Moment.OPEN)
        .list(
            connection,
            row ->
                new RuleCount(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getLong(7),
                    Instant.ofEpochMilli(row.getLong(8))));
  }

  /**
   * An installation that is against a rule.
   *
   * @param since the later of when the installation was first seen, and the rule's effective date
   * @param replacement empty where the policy names none
   */
  public record Violation(
      long machine,
      String name,
      String root,
      String tool,
      String version,
      String place,
      Instant since,
      String effect,
      String rule,
      String reason,
      String replacement,
      Cursor cursor) {}

  private static final String VIOLATIONS =
      """
      SELECT m.id, m.name, m.root, p.tool, p.version, p.place, v.since, r.effect, r.name,
        r.reason, r.replacement, p.id
      FROM violation v JOIN period p ON p.id = v.period JOIN machine m ON m.id = p.machine
        JOIN rule r ON r.id = v.rule
      WHERE +p.gone = ?
      """;

  /**
   * The oldest first.
   *
   * @param rule only of that rule
   * @param after behind that row
   */
  public List<Violation> oldestFirst(OptionalLong rule, Optional<Cursor> after, int most)
      throws SQLException {
    StringBuilder text = new StringBuilder(VIOLATIONS);
    List<Object> values = new ArrayList<>(List.of(Moment.OPEN));
    rule.ifPresent(id -> {
      text.append(" AND v.rule = ?");
      values.add(id);
    });
    after.ifPresent(cursor -> {
      text.append(" AND (v.since, v.period) > (?, ?)");
      values.addAll(List.of(cursor.time(), cursor.row()));
    });
    text.append(" ORDER BY v.since, v.period LIMIT ").append(most);
    return list(new Sql(text.toString(), values));
  }

  /** Of one machine. */
  public List<Violation> of(long machine) throws SQLException {
    return list(
        Sql.of(
            VIOLATIONS + " AND p.machine = ? ORDER BY v.since, v.period LIMIT 2000",
            Moment.OPEN,
            machine));
  }

  private List<Violation> list(Sql sql) throws SQLException {
    return sql.list(
        connection,
        row ->
            new Violation(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                new Cursor(row.getLong(7), row.getLong(12))));
  }
}
