package dev.candor.campaign.simulate;

/** At which hours somebody is at it. */
final class Rhythm {
  /** Working hours, with a break at noon. */
  static final Rhythm WORK =
      new Rhythm(0, 0, 0, 0, 0, 0, 1, 4, 12, 22, 26, 24, 14, 20, 26, 26, 22, 14, 6, 4, 4, 4, 2, 1);

  /** The evening, and some of the day. */
  static final Rhythm EVENING =
      new Rhythm(3, 1, 1, 0, 0, 0, 1, 3, 5, 6, 7, 7, 7, 7, 7, 8, 9, 11, 14, 18, 22, 24, 20, 10);

  /** The small hours. */
  static final Rhythm NIGHT =
      new Rhythm(18, 16, 14, 10, 6, 3, 2, 2, 2, 3, 4, 5, 6, 6, 6, 7, 8, 9, 10, 12, 14, 17, 20, 20);

  /** All hours alike, as many people in many zones have it together. */
  static final Rhythm ALWAYS =
      new Rhythm(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

  private final double[] until = new double[24];

  private Rhythm(int... hours) {
    double sum = 0;
    for (int i = 0; i < hours.length; i++) {
      sum += hours[i];
      until[i] = sum;
    }
  }

  /** An hour of the local day, from 0 to below 24. */
  double hour(Draw draw) {
    double at = draw.unit() * until[23];
    int hour = 0;
    while (until[hour] <= at) {
      hour++;
    }
    return hour + draw.unit();
  }

  /** The same moment in milliseconds of the day in UTC. */
  static int utc(double hour, double offset) {
    return (int) Math.floorMod((long) ((hour - offset) * Calendar.HOUR), (long) Calendar.DAY);
  }
}
