package dev.candor.campaign.simulate;

/**
 * An account that one person uses.
 *
 * @param working share of days on which they do
 * @param weekend how much of a working day's a weekend's day has
 * @param id for what is drawn by the day
 */
record Person(
    World world,
    Kind kind,
    long created,
    double volume,
    Seat seat,
    long payment,
    double working,
    double weekend,
    long id)
    implements Actor {
  private static final double HARDLY = 0.01;

  @Override
  public double weight(int day) {
    return weight(world, created, day, working, weekend, id);
  }

  /** Some days much, some hardly anything; nothing before there was an account. */
  static double weight(
      World world, long created, int day, double working, double weekend, long id) {
    if (world.calendar().start(day) + Calendar.DAY <= created) {
      return 0;
    }
    Draw draw = Draw.of(world.seed(), Names.WEIGHT, id, day);
    double amount = draw.chance(working) ? draw.between(0.3, 1.7) : HARDLY;
    return world.calendar().weekend(day) ? amount * weekend : amount;
  }

  @Override
  public void act(int day, int count, Draw draw, Row row, Sink sink) {
    row.payment = payment;
    int left = count;
    while (left > 0) {
      int now = Math.min(left, draw.geometric(world.parameters().use().session()));
      seat.sit(world, day, now, draw, row, sink);
      left -= now;
    }
  }
}
