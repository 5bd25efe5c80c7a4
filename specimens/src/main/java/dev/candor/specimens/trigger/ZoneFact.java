package dev.candor.specimens.trigger;

import java.util.List;

/**
 * What a date tells of a zone without summer time.
 *
 * @param offset minutes, as {@code getTimezoneOffset} has it: negative in the east
 * @param text part of {@code Date.prototype.toString}
 */
record ZoneFact(String zone, int offset, String text) {
  static final List<ZoneFact> ALL =
      List.of(
          new ZoneFact("Asia/Tokyo", -540, "Japan Standard Time"),
          new ZoneFact("Asia/Shanghai", -480, "China Standard Time"),
          new ZoneFact("Asia/Singapore", -480, "Singapore Standard Time"),
          new ZoneFact("Asia/Seoul", -540, "Korean Standard Time"),
          new ZoneFact("Asia/Karachi", -300, "GMT+0500"),
          new ZoneFact("Asia/Dubai", -240, "Gulf Standard Time"));
}
