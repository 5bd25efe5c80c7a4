package dev.candor.lab.environment;

import dev.candor.core.InputException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads levels that are time zones. */
final class Zones {
  private Zones() {}

  /**
   * A zone of the time zone database.
   *
   * @throws InputException if there is none of that name
   */
  static ZoneId named(String factor, String level) {
    try {
      return ZoneId.of(level);
    } catch (DateTimeException e) {
      throw new InputException(
          "There is no time zone " + level + " for " + factor + "; one is Asia/Shanghai.", e);
    }
  }
}
