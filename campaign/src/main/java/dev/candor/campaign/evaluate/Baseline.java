package dev.candor.campaign.evaluate;

import dev.candor.campaign.log.ExchangeLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A simpler method from the literature or from practice, run on the same log. */
public interface Baseline {
  String name();

  /** What it finds with each of several settings, of which the one that does best counts. */
  List<Variant> find(ExchangeLog log) throws SQLException;

  /**
   * What one setting finds.
   *
   * @param setting in words
   * @param members the group of each account that was found
   */
  record Variant(String setting, Map<String, String> members) {}

  /** All there are. */
  static List<Baseline> all() {
    return List.of(new SharedAddress(), new Synchro(), new Fraudar());
  }
}
