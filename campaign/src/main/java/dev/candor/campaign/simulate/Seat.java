package dev.candor.campaign.simulate;

import java.util.function.LongUnaryOperator;

/**
 * One user at one account: from where, with what, when, what about.
 *
 * @param offset of the user's time from UTC, in hours
 * @param devices the first is used most
 * @param tool of {@link Tools}
 * @param lag versions behind
 * @param systems from the tool's system prompt to what is sent; 0 for none
 * @param focus share of exchanges in the main capability of a session
 */
record Seat(
    Rhythm rhythm,
    double offset,
    Places places,
    long[] devices,
    int tool,
    int lag,
    LongUnaryOperator systems,
    ModelChoice models,
    Texts texts,
    Capability main,
    double focus) {
  private static final double MAIN_DEVICE = 0.75;

  /** A person's. */
  static Seat personal(World world, Rhythm rhythm, int country, Places places, Draw draw) {
    long[] devices = new long[draw.geometric(1.6)];
    for (int i = 0; i < devices.length; i++) {
      devices[i] = world.device(draw);
    }
    boolean direct = draw.chance(world.parameters().use().direct());
    return new Seat(
        rhythm,
        Country.ALL.get(country).offset(),
        places,
        devices,
        direct ? world.tools().library(draw) : world.tools().any(draw),
        Tools.lag(draw),
        direct ? own(draw) : surroundings(draw),
        ModelChoice.personal(world, draw),
        Texts.personal(world, draw),
        Capability.any(draw),
        draw.between(0.35, 0.85));
  }

  /** A tool's prompt names system and folder, which turns a few bits over. */
  static LongUnaryOperator surroundings(Draw draw) {
    long mask = draw.turned(0, draw.below(4));
    return system -> system ^ mask;
  }

  /** Who writes programs of their own has a prompt of their own, or none. */
  static LongUnaryOperator own(Draw draw) {
    long system = draw.chance(0.4) ? 0 : draw.bits();
    return any -> system;
  }

  Seat withDevices(long... other) {
    return new Seat(rhythm, offset, places, other, tool, lag, systems, models, texts, main, focus);
  }

  Seat withTool(int other, LongUnaryOperator prompts) {
    return new Seat(
        rhythm, offset, places, devices, other, lag, prompts, models, texts, main, focus);
  }

  Seat withModels(ModelChoice other) {
    return new Seat(rhythm, offset, places, devices, tool, lag, systems, other, texts, main, focus);
  }

  Seat withTexts(Texts other, Capability about, double share) {
    return new Seat(
        rhythm, offset, places, devices, tool, lag, systems, models, other, about, share);
  }

  /** Sits down for so many exchanges, at an hour of the rhythm. */
  void sit(World world, int day, int count, Draw draw, Row row, Sink sink) {
    double hour = rhythm.hour(draw);
    Address address = places.at(day, hour, draw);
    row.address = address.id();
    row.network = address.network();
    row.country = address.country();
    row.device = devices[draw.chance(MAIN_DEVICE) ? 0 : draw.below(devices.length)];
    row.session = draw.bits() | 1;
    row.client = Tools.client(tool, day, lag);
    row.systemSketch = systems.applyAsLong(world.tools().system(row.client));
    Capability about = draw.chance(focus) ? main : Capability.any(draw);
    Parameters.Use use = world.parameters().use();
    long time = Rhythm.utc(hour, offset);
    long text = 0;
    for (int i = 0; i < count; i++) {
      // What runs past midnight is put to the same day's morning.
      row.time = (int) (time % Calendar.DAY);
      row.model = models.at(world.calendar().start(day) + row.time, draw);
      text = text != 0 && draw.chance(use.again()) ? text : texts.next(draw);
      row.sketch = text;
      (draw.chance(0.85) ? about : Capability.any(draw)).into(row, draw);
      sink.put(row);
      time += (long) (1000 * draw.spread(use.gap(), 1.2));
    }
  }
}
