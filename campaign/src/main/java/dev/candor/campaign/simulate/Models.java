package dev.candor.campaign.simulate;

import java.util.List;

/**
 * The models, and when new ones come.
 *
 * @param launches moments at which the last of {@link #NAMES} can be used, in milliseconds since
 *     1970
 */
record Models(List<Long> launches) {
  static final List<String> NAMES =
      List.of(
          "atlas-large-2",
          "atlas-mid-2",
          "atlas-small-2",
          "atlas-large-1",
          "atlas-mid-1",
          "atlas-large-3",
          "atlas-mid-3");

  /** What there is from the beginning. */
  static final int OLD = 5;

  Models {
    launches = List.copyOf(launches);
  }

  /** Two launches, in the first and in the second half, in the working hours of the west. */
  static Models of(Calendar calendar, Draw draw) {
    int first = (int) (calendar.days() * draw.between(0.25, 0.4));
    int second = (int) (calendar.days() * draw.between(0.62, 0.8));
    return new Models(List.of(moment(calendar, first, draw), moment(calendar, second, draw)));
  }

  private static long moment(Calendar calendar, int day, Draw draw) {
    return calendar.start(day) + (long) (draw.between(15, 19) * Calendar.HOUR);
  }
}
