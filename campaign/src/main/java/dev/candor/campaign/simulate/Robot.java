package dev.candor.campaign.simulate;

/**
 * Automation: jobs that start by the clock, or when somebody pushes, on machines that it shares
 * with many.
 *
 * @param starts a day; 0 for those that people's pushes start
 * @param minute of the hour at which clockwork starts; for most the full hour
 */
record Robot(
    World world, long created, double volume, Seat seat, long payment, int starts, int minute)
    implements Actor {
  private static final double PUSHES = 8;

  @Override
  public Kind kind() {
    return Kind.CI;
  }

  @Override
  public double weight(int day) {
    if (world.calendar().start(day) + Calendar.DAY <= created) {
      return 0;
    }
    return starts > 0 ? 1 : world.calendar().weekend(day) ? 0.15 : 1;
  }

  @Override
  public void act(int day, int count, Draw draw, Row row, Sink sink) {
    row.payment = payment;
    int runs = starts > 0 ? starts : draw.geometric(PUSHES);
    int done = 0;
    for (int run = 0; run < runs && done < count; run++) {
      // The remainder is spread evenly over what is left of the day.
      int now = (count - done + runs - run - 1) / (runs - run);
      run(day, run, now, draw, row, sink);
      done += now;
    }
  }

  private void run(int day, int number, int count, Draw draw, Row row, Sink sink) {
    Address runner = world.networks().runner(draw);
    row.address = runner.id();
    row.network = runner.network();
    row.country = runner.country();
    row.device = seat.devices()[0];
    row.session = draw.bits() | 1;
    row.client = Tools.client(seat.tool(), day, seat.lag());
    row.systemSketch = seat.systems().applyAsLong(world.tools().system(row.client));
    long time = start(number, draw);
    for (int i = 0; i < count; i++) {
      row.time = (int) (time % Calendar.DAY);
      row.model = seat.models().at(world.calendar().start(day) + row.time, draw);
      row.sketch = seat.texts().next(draw);
      (draw.chance(0.9) ? Capability.CODING : Capability.TOOL_USE).into(row, draw);
      sink.put(row);
      time += (long) (1000 * draw.spread(6, 0.7));
    }
  }

  private long start(int number, Draw draw) {
    if (starts == 0) {
      return Rhythm.utc(seat.rhythm().hour(draw), seat.offset());
    }
    long slot = (long) Calendar.DAY / starts * number + minute * 60_000L;
    // Clockwork waits for a free machine.
    return slot + (long) (1000 * draw.spread(20, 0.8));
  }
}
