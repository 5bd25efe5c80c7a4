package dev.candor.campaign.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many exchanges there were on which day, in UTC; days without any are not there.
 *
 * @param campaigns of the members of each, as they stand in the findings
 * @param others of all accounts that are in no campaign
 */
public record DailyExchanges(
    List<SortedMap<LocalDate, Long>> campaigns, SortedMap<LocalDate, Long> others) {

  /**
   * Counts them.
   *
   * @param engine in which the findings were found, not closed yet
   * @param most campaigns that are counted each for itself, the first ones
   * @throws dev.candor.core.InputException if the engine cannot do it
   */
  public static DailyExchanges of(SqlEngine engine, Findings findings, int most) {
    return counted(engine, findings, Math.min(most, findings.campaigns().size()));
  }

  private static DailyExchanges counted(SqlEngine engine, Findings findings, int most) {
    List<BitSet> members = members(engine, findings, most);
    for (int i = 0; i < members.size(); i++) {
      engine.numbers("portrayed_" + i, "account", members.get(i));
    }
    // The last table has the members of all further campaigns, which are not ordinary either.
    String numbered =
        IntStream.range(0, members.size())
            .mapToObj(i -> "SELECT %d AS campaign, account FROM portrayed_%d".formatted(i, i))
            .collect(Collectors.joining(" UNION ALL "));
    List<SortedMap<LocalDate, Long>> days = new ArrayList<>();
    for (int i = 0; i <= members.size(); i++) {
      days.add(new TreeMap<>());
    }
    try (Rows rows = engine.rows(days(numbered))) {
      while (rows.next()) {
        int campaign = rows.getInt(1) < 0 ? members.size() : rows.getInt(1);
        days.get(campaign).put(LocalDate.ofEpochDay(rows.getInt(2)), rows.getLong(3));
      }
    }
    return new DailyExchanges(List.copyOf(days.subList(0, most)), days.getLast());
  }

  /** Joins each exchange to the campaign of its account, and counts: one pass over the log. */
  private static String days(String numbered) {
    return """
    SELECT coalesce(portrayed.campaign, -1), CAST(floor(seen.active_minute / 1440.0) AS INTEGER), CAST(sum(seen.times) AS BIGINT)
    FROM seen
    LEFT JOIN (
      SELECT account.account_key, numbered.campaign
      FROM (%s) numbered JOIN account ON account.id = numbered.account
    ) portrayed ON portrayed.account_key = seen.account_key
    GROUP BY coalesce(portrayed.campaign, -1), CAST(floor(seen.active_minute / 1440.0) AS INTEGER)
    """
        .formatted(numbered);
  }

  private static List<BitSet> members(SqlEngine engine, Findings findings, int most) {
    Map<String, Integer> campaigns = new HashMap<>();
    List<BitSet> members = new ArrayList<>();
    for (int i = 0; i <= most; i++) {
      members.add(new BitSet());
    }
    for (int i = 0; i < findings.campaigns().size(); i++) {
      for (Member member : findings.campaigns().get(i).members()) {
        campaigns.put(member.account(), Math.min(i, most));
      }
    }
    try (Rows rows = engine.rows("SELECT id, account FROM account")) {
      while (rows.next()) {
        int campaign = campaigns.getOrDefault(rows.getString(2), -1);
        if (campaign >= 0) {
          members.get(campaign).set(rows.getInt(1));
        }
      }
    }
    return members;
  }
}
