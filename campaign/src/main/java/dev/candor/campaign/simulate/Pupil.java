package dev.candor.campaign.simulate;

/**
 * An account of a class: lessons in the same hour at the same address with the same texts, and some
 * use outside of them.
 *
 * @param lessons of the class
 * @param own what the pupil does outside of lessons
 */
record Pupil(Person own, Lessons lessons) implements Actor {
  /**
   * The lessons of a class.
   *
   * @param id of the class
   * @param days of the week with a lesson, by their number modulo 7
   * @param hour at which they begin, local
   */
  record Lessons(long id, int[] days, double hour, Address campus) {
    boolean on(World world, int day) {
      for (int one : days) {
        if (day % 7 == one) {
          return !world.calendar().weekend(day);
        }
      }
      return false;
    }
  }

  private static final double LESSON_WEIGHT = 6;
  private static final double IN_LESSON = 0.7;
  private static final int TASKS = 6;
  private static final int MINUTES = 50;

  @Override
  public Kind kind() {
    return own.kind();
  }

  @Override
  public long created() {
    return own.created();
  }

  @Override
  public double volume() {
    return own.volume();
  }

  @Override
  public double weight(int day) {
    double weight = own.weight(day);
    return weight > 0 && lessons.on(own.world(), day) ? LESSON_WEIGHT : weight;
  }

  @Override
  public void act(int day, int count, Draw draw, Row row, Sink sink) {
    int taught = lessons.on(own.world(), day) ? draw.successes(count, IN_LESSON) : 0;
    if (taught > 0) {
      teach(day, taught, draw, row, sink);
    }
    own.act(day, count - taught, draw, row, sink);
  }

  private void teach(int day, int count, Draw draw, Row row, Sink sink) {
    World world = own.world();
    Seat seat = own.seat();
    row.payment = own.payment();
    row.address = lessons.campus().id();
    row.network = lessons.campus().network();
    row.country = lessons.campus().country();
    row.device = seat.devices()[0];
    row.session = draw.bits() | 1;
    row.client = Tools.client(seat.tool(), day, seat.lag());
    row.systemSketch = seat.systems().applyAsLong(world.tools().system(row.client));
    int start = Rhythm.utc(lessons.hour(), seat.offset());
    for (int i = 0; i < count; i++) {
      row.time = (start + draw.below(MINUTES * 60_000)) % Calendar.DAY;
      row.model = seat.models().at(world.calendar().start(day) + row.time, draw);
      long task = Draw.mix(world.seed(), Names.LESSON, lessons.id(), day, draw.below(TASKS));
      // Half of them paste the task, the others add their name or retype it.
      row.sketch = draw.chance(0.5) ? task : draw.turned(task, draw.below(6));
      Capability.CODING.into(row, draw);
      sink.put(row);
    }
  }
}
