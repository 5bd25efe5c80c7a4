package dev.candor.campaign.detect;

/** Accounts that were opened close together, measured by how many others were opened then. */
final class Creation implements Conduct {
  static final double MOST_BITS = 10;

  private static final int MINUTES_AN_HOUR = 60;
  private static final int MOST_HOURS = 1 << 20; // more than a century

  private final int[] hours;
  private final Density density;

  Creation(Accounts accounts) {
    hours = new int[accounts.size()];
    int[] known = new int[accounts.size()];
    int count = 0;
    for (int i = 0; i < hours.length; i++) {
      int minute = accounts.created()[i];
      hours[i] = minute == Accounts.UNKNOWN ? minute : Math.floorDiv(minute, MINUTES_AN_HOUR);
      if (minute != Accounts.UNKNOWN) {
        known[count++] = hours[i];
      }
    }
    density = new Density(known, count, MOST_HOURS);
  }

  private Creation(int[] hours, Density density) {
    this.hours = hours;
    this.density = density;
  }

  @Override
  public Family family() {
    return Family.CREATION;
  }

  @Override
  public double most(int account) {
    return hours[account] == Accounts.UNKNOWN ? 0 : MOST_BITS;
  }

  @Override
  public Conduct like(int[] others) {
    return new Creation(Ints.picked(hours, others), density);
  }

  @Override
  public double bits(int one, int other) {
    return hours[one] == Accounts.UNKNOWN || hours[other] == Accounts.UNKNOWN
        ? 0
        : Math.min(MOST_BITS, density.bits(hours[one], hours[other]));
  }

  /** Hour since 1970 in which it was opened, or {@link Accounts#UNKNOWN}. */
  int hour(int account) {
    return hours[account];
  }

  Density density() {
    return density;
  }
}
