package dev.candor.campaign.simulate;

import java.util.List;

/**
 * One account that many people use, each with their own device, address and hours.
 *
 * @param seats one a user
 */
record Reseller(World world, long created, double volume, List<Seat> seats, long payment)
    implements Actor {
  Reseller {
    seats = List.copyOf(seats);
  }

  @Override
  public Kind kind() {
    return Kind.RESELLER;
  }

  @Override
  public double weight(int day) {
    return world.calendar().start(day) + Calendar.DAY <= created ? 0 : 1;
  }

  @Override
  public void act(int day, int count, Draw draw, Row row, Sink sink) {
    row.payment = payment;
    int left = count;
    while (left > 0) {
      int now = Math.min(left, draw.geometric(world.parameters().use().session()));
      seats.get(draw.below(seats.size())).sit(world, day, now, draw, row, sink);
      left -= now;
    }
  }
}
