package dev.candor.campaign.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * An account of a campaign.
 *
 * @param begins when it gets its first work
 * @param until the day on which it is banned, or the end
 * @param number within the campaign
 * @param equal how much it does beside others; near 1, since the load is balanced
 * @param pays whether it has a payment instrument at all
 * @param seat what it has of its own
 */
record Agent(
    Campaign of,
    int number,
    long created,
    long begins,
    int until,
    double equal,
    Seat seat,
    boolean pays)
    implements Actor {
  private static final double A_ROUND = 2.2;
  private static final double A_SITTING = 5;

  /** All accounts of a campaign. */
  static List<Actor> of(Campaign campaign) {
    World world = campaign.world();
    Draw draw = Draw.of(world.seed(), Names.CAMPAIGN, campaign.id());
    Tactics.Creation creation = campaign.tactics().creation();
    List<Actor> agents = new ArrayList<>();
    while (agents.size() < campaign.size()) {
      int batch =
          Math.min(
              campaign.size() - agents.size(),
              Math.max(5, (int) draw.spread(creation.batch(), 0.7)));
      boolean before = draw.chance(creation.before());
      double day =
          before
              ? campaign.start() - draw.between(0.2, creation.daysBefore())
              : draw.between(
                  campaign.start(), campaign.start() + 0.7 * (campaign.end() - campaign.start()));
      // A batch is put to work some hours after it was made, and not before the campaign begins.
      long work =
          Math.max(
                  world.calendar().start(0) + (long) (day * Calendar.DAY),
                  world.calendar().start(campaign.start())
                      - (campaign.start() == 0 ? 2L * Calendar.DAY : 0))
              + (long) (draw.between(4, 30) * Calendar.HOUR);
      long opened = world.calendar().start(0) + (long) (day * Calendar.DAY);
      for (int i = 0; i < batch; i++) {
        long created = opened + (long) (draw.between(0, creation.hours()) * Calendar.HOUR);
        long begins = work + (long) (draw.between(0, 3) * Calendar.HOUR);
        agents.add(one(campaign, agents.size(), created, begins, before, draw));
      }
    }
    return agents;
  }

  private static Agent one(
      Campaign campaign, int number, long created, long begins, boolean before, Draw draw) {
    World world = campaign.world();
    Tactics tactics = campaign.tactics();
    boolean banned = before && draw.chance(0.2);
    int length = campaign.end() - campaign.start();
    int until =
        banned
            ? campaign.start() + Math.max(2, (int) (length * draw.between(0.25, 0.95)))
            : campaign.end();
    int[] client = campaign.clients()[draw.chance(0.8) ? 0 : draw.below(campaign.clients().length)];
    boolean borrowed = draw.chance(tactics.texts().borrowed());
    Seat seat =
        new Seat(
            Rhythm.EVENING,
            Country.ALL.get(Country.any(draw)).offset(),
            (day, hour, now) -> campaign.somewhere(number, day, now),
            devices(campaign, draw),
            client[0],
            client[1],
            systems(campaign, borrowed, draw),
            models(campaign, draw),
            Texts.personal(world, draw),
            campaign.aim(),
            tactics.texts().narrow());
    return new Agent(
        campaign,
        number,
        Math.min(created, world.calendar().start(campaign.end() - 1) - 1),
        Math.min(begins, world.calendar().start(until - 1)),
        until,
        draw.spread(1, tactics.timing().unequal()),
        seat,
        !draw.chance(tactics.payments().none()));
  }

  /** The campaign's own prompt, or one that a popular tool had in its second week. */
  private static LongUnaryOperator systems(Campaign campaign, boolean borrowed, Draw draw) {
    Tools tools = campaign.world().tools();
    long text =
        borrowed
            ? tools.system(Tools.client(tools.any(draw), 7, Tools.lag(draw)))
            : campaign.systems()[draw.below(campaign.systems().length)];
    long sent = draw.turned(text, draw.below(borrowed ? 4 : 2));
    return any -> sent;
  }

  private static long[] devices(Campaign campaign, Draw draw) {
    Tactics.Devices tactics = campaign.tactics().devices();
    long[] devices = new long[tactics.some()];
    boolean common = draw.chance(tactics.common());
    for (int i = 0; i < devices.length; i++) {
      devices[i] =
          common
              ? campaign.world().make(draw)
              : campaign.devices()[draw.below(campaign.devices().length)];
    }
    return devices;
  }

  private static ModelChoice models(Campaign campaign, Draw draw) {
    Tactics.Pivot pivot = campaign.tactics().pivot();
    List<Long> taken = new ArrayList<>();
    for (long move : campaign.moves()) {
      taken.add(
          move == ModelChoice.NEVER
              ? move
              : move + (long) (draw.between(0, pivot.hours()) * Calendar.HOUR));
    }
    return new ModelChoice(campaign.model(), draw.rank(Models.OLD), pivot.share(), taken);
  }

  @Override
  public Kind kind() {
    return Kind.CAMPAIGN;
  }

  @Override
  public Optional<String> campaign() {
    return Optional.of(of.name());
  }

  @Override
  public double volume() {
    double days = 0;
    for (int day = of.start(); day < until; day++) {
      days += weight(day);
    }
    return equal * days;
  }

  @Override
  public double weight(int day) {
    return day >= until || of.world().calendar().start(day) + Calendar.DAY <= begins
        ? 0
        : of.weight(day);
  }

  @Override
  public void act(int day, int count, Draw draw, Row row, Sink sink) {
    row.payment = pays ? payment(day) : Row.NONE;
    int ordinary = draw.successes(count, of.tactics().dilution());
    int alone = draw.successes(count - ordinary, of.tactics().timing().alone());
    int inRounds = count - ordinary - alone;
    while (inRounds > 0) {
      int now = Math.min(inRounds, draw.geometric(A_ROUND));
      round(day, now, draw, row, sink);
      inRounds -= now;
    }
    while (alone > 0) {
      int now = Math.min(alone, draw.geometric(A_SITTING));
      seat.withTexts(text -> text(draw.below(of.templates().length), text), of.aim(), seat.focus())
          .sit(of.world(), day, now, draw, row, sink);
      alone -= now;
    }
    while (ordinary > 0) {
      int now = Math.min(ordinary, draw.geometric(of.world().parameters().use().session()));
      customer(draw).sit(of.world(), day, now, draw, row, sink);
      ordinary -= now;
    }
  }

  /** What the account's queue hands out in one of the day's rounds. */
  private void round(int day, int count, Draw draw, Row row, Sink sink) {
    World world = of.world();
    int shard = number / of.tactics().timing().shard();
    int round = draw.below(of.rounds(shard, day));
    int start = of.round(shard, day, round);
    Address address = of.somewhere(number, day, draw);
    row.address = address.id();
    row.network = address.network();
    row.country = address.country();
    row.device = seat.devices()[draw.below(seat.devices().length)];
    row.session = draw.bits() | 1;
    row.client = Tools.client(seat.tool(), day, seat.lag());
    row.systemSketch = seat.systems().applyAsLong(world.tools().system(row.client));
    int window = (int) (1000 * of.tactics().timing().window());
    for (int i = 0; i < count; i++) {
      row.time = (start + draw.below(window)) % Calendar.DAY;
      row.model = seat.models().at(world.calendar().start(day) + row.time, draw);
      row.sketch =
          text(
              draw.chance(0.8)
                  ? of.template(shard, day, round, draw)
                  : draw.below(of.templates().length),
              draw);
      capability(draw).into(row, draw);
      sink.put(row);
    }
  }

  private Capability capability(Draw draw) {
    if (draw.chance(seat.focus())) {
      return draw.chance(0.8) ? of.aim() : of.second();
    }
    return Capability.any(draw);
  }

  /** A template filled in, and reworded if the campaign does that. */
  private long text(int template, Draw draw) {
    Tactics.Texts tactics = of.tactics().texts();
    long text = draw.turned(of.templates()[template], draw.below(tactics.turned() + 1));
    return draw.chance(tactics.reworded())
        ? draw.turned(text, tactics.rewordedBits() / 2 + draw.below(tactics.rewordedBits() / 2 + 1))
        : text;
  }

  /** Somebody whose ordinary traffic is passed on through this account. */
  private Seat customer(Draw draw) {
    return Seat.personal(
            of.world(),
            draw.chance(0.5) ? Rhythm.EVENING : Rhythm.WORK,
            Country.any(draw),
            (day, hour, now) -> of.somewhere(number, day, now),
            draw)
        .withDevices(seat.devices());
  }

  private long payment(int day) {
    long which = Draw.mix(of.id(), Names.POOL, number, day / of.tactics().payments().days());
    return of.payments()[(int) Long.remainderUnsigned(which, of.payments().length)];
  }
}
