package dev.candor.campaign.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Makes the organic accounts, group by group. */
final class Population {
  private static final int SMALLEST_OFFICE = 5;
  private static final int LARGEST_OFFICE = 2000;
  private static final int SMALLEST_CLASS = 15;
  private static final int LARGEST_CLASS = 200;

  private final World world;
  private final Parameters.Population shares;
  private final Draw draw;
  private final List<Actor> made = new ArrayList<>();

  private Population(World world) {
    this.world = world;
    shares = world.parameters().population();
    draw = Draw.of(world.seed(), Names.POPULATION);
  }

  /** So many accounts. */
  static List<Actor> of(World world, int accounts) {
    Population population = new Population(world);
    population.fill(accounts);
    return population.made;
  }

  private void fill(int accounts) {
    groups(accounts, shares.office(), this::office);
    groups(accounts, shares.classroom(), this::classroom);
    groups(accounts, shares.family(), this::family);
    singles(accounts * shares.carrier(), Kind.CARRIER);
    singles(accounts * shares.vpn(), Kind.VPN);
    singles(accounts * shares.researcher(), Kind.RESEARCHER);
    for (int i = 0; i < (int) (accounts * shares.ci()); i++) {
      made.add(robot());
    }
    for (int i = 0; i < (int) (accounts * shares.reseller()); i++) {
      made.add(reseller());
    }
    singles(accounts - made.size(), Kind.ORGANIC);
  }

  /** One group of no more than so many accounts. */
  private interface Group {
    void make(int most);
  }

  private void groups(int accounts, double share, Group group) {
    int end = made.size() + (int) (accounts * share);
    while (made.size() < end) {
      group.make(end - made.size());
    }
  }

  private void singles(double count, Kind kind) {
    for (int i = 0; i < (int) count; i++) {
      made.add(single(kind));
    }
  }

  private Person single(Kind kind) {
    int country = Country.any(draw);
    Places places =
        switch (kind) {
          case CARRIER -> Places.mobile(world, country).or(Places.home(world, country, draw), 0.15);
          case VPN -> Places.home(world, country, draw).or(Places.tunnel(world, draw), 0.8);
          default -> Places.personal(world, country, draw);
        };
    Seat seat = Seat.personal(world, rhythm(), country, places, draw);
    if (kind == Kind.RESEARCHER) {
      seat =
          seat.withTool(world.tools().library(draw), Seat.own(draw))
              .withTexts(Texts.benchmark(world, draw), Capability.REASONING, 0.9);
    }
    return person(kind, opened(), seat, draw.chance(shares.free()) ? Row.NONE : id());
  }

  private Person person(Kind kind, long created, Seat seat, long payment) {
    double weekend =
        switch (kind) {
          case OFFICE -> draw.between(0.02, 0.3);
          default -> draw.between(0.3, 1.4);
        };
    double working = kind == Kind.RESEARCHER ? 0.2 : draw.between(0.15, 0.95);
    return new Person(
        world,
        kind,
        created,
        draw.spread(1, shares.spread()),
        seat,
        payment,
        working,
        weekend,
        draw.bits());
  }

  private void family(int most) {
    int size = Math.min(most, 2 + draw.below(4));
    int country = Country.any(draw);
    Places home = Places.home(world, country, draw);
    long payment = id();
    long shared = draw.bits() | 1;
    for (int i = 0; i < size; i++) {
      Places places = home.or(Places.mobile(world, country), draw.between(0, 0.4));
      Seat seat = Seat.personal(world, rhythm(), country, places, draw);
      if (draw.chance(0.25)) {
        seat = seat.withDevices(seat.devices()[0], shared);
      }
      made.add(person(Kind.FAMILY, opened(), seat, payment));
    }
  }

  private void office(int most) {
    int size =
        Math.min(most, (int) Math.clamp(draw.spread(18, 1.2), SMALLEST_OFFICE, LARGEST_OFFICE));
    int country = Country.any(draw);
    Address[] doors = new Address[1 + size / 400 + draw.below(2)];
    for (int i = 0; i < doors.length; i++) {
      Address near = world.networks().home(country, draw);
      doors[i] = new Address(id(), near.network(), country);
    }
    long payment = id();
    boolean together = draw.chance(0.4);
    long day = opened();
    long image = draw.chance(0.35) ? id() : Row.NONE;
    long house = draw.chance(0.25) ? draw.bits() : 0;
    int tool = world.tools().any(draw);
    boolean policy = draw.chance(0.2);
    ModelChoice common = policy(ModelChoice.personal(world, draw));
    for (int i = 0; i < size; i++) {
      Places places = Places.work(world, doors, Places.personal(world, country, draw));
      Seat seat = Seat.personal(world, Rhythm.WORK, country, places, draw);
      if (image != Row.NONE && draw.chance(0.8)) {
        seat = seat.withDevices(image);
      }
      if (draw.chance(0.7)) {
        seat = seat.withTool(tool, house == 0 ? Seat.surroundings(draw) : about(house));
      }
      if (policy) {
        seat = seat.withModels(common);
      }
      long created =
          together && draw.chance(0.7) ? atMost(day + draw.below(8 * Calendar.HOUR)) : opened();
      made.add(person(Kind.OFFICE, created, seat, payment));
    }
  }

  /** An administrator allows new models some days after their launch, for all at once. */
  private ModelChoice policy(ModelChoice personal) {
    List<Long> taken = new ArrayList<>();
    for (long launch : world.models().launches()) {
      taken.add(launch + (long) (draw.between(2, 120) * Calendar.HOUR));
    }
    return new ModelChoice(personal.main(), personal.second(), personal.faithful(), taken);
  }

  /** A house's own prompt before the tool's, which outweighs it. */
  private LongUnaryOperator about(long house) {
    long mask = draw.turned(0, draw.below(3));
    return any -> house ^ mask;
  }

  private void classroom(int most) {
    int size =
        Math.min(most, (int) Math.clamp(draw.spread(40, 0.6), SMALLEST_CLASS, LARGEST_CLASS));
    int country = Country.any(draw);
    int first = draw.below(7);
    Address near = world.networks().home(country, draw);
    Pupil.Lessons lessons =
        new Pupil.Lessons(
            id(),
            new int[] {first, (first + 2 + draw.below(3)) % 7},
            draw.between(8, 17),
            new Address(id(), near.network(), country));
    long payment = draw.chance(0.5) ? id() : Row.NONE;
    long week = world.calendar().start(0) + (long) (draw.between(-60, 14) * Calendar.DAY);
    ModelChoice model = ModelChoice.fixed(draw);
    int tool = world.tools().any(draw);
    for (int i = 0; i < size; i++) {
      Seat seat =
          Seat.personal(world, Rhythm.EVENING, country, Places.personal(world, country, draw), draw)
              .withModels(model)
              .withTool(tool, Seat.surroundings(draw));
      long created = atMost(week + draw.below(6L * Calendar.DAY));
      made.add(new Pupil(person(Kind.CLASSROOM, created, seat, payment), lessons));
    }
  }

  private Robot robot() {
    int country = Country.any(draw);
    int tool = world.tools().any(draw);
    Seat seat =
        Seat.personal(world, Rhythm.WORK, country, Places.home(world, country, draw), draw)
            .withDevices(world.make(draw))
            .withTool(tool, system -> system)
            .withModels(
                draw.chance(0.7) ? ModelChoice.fixed(draw) : ModelChoice.personal(world, draw))
            .withTexts(Texts.job(draw), Capability.CODING, 0.9);
    int[] starts = {24, 24, 96, 1, 1, 1, 0, 0};
    int minute = draw.chance(0.6) ? 0 : draw.below(60);
    return new Robot(
        world,
        opened(),
        2 * draw.spread(1, shares.spread()),
        seat,
        draw.chance(0.2) ? Row.NONE : id(),
        starts[draw.below(starts.length)],
        minute);
  }

  private Reseller reseller() {
    List<Seat> seats = new ArrayList<>();
    int users = 10 + draw.below(50);
    for (int i = 0; i < users; i++) {
      int country = Country.any(draw);
      seats.add(
          Seat.personal(world, rhythm(), country, Places.personal(world, country, draw), draw));
    }
    return new Reseller(world, opened(), users * draw.between(0.8, 2), seats, id());
  }

  private Rhythm rhythm() {
    double kind = draw.unit();
    return kind < 0.4 ? Rhythm.EVENING : kind < 0.85 ? Rhythm.WORK : Rhythm.NIGHT;
  }

  private long id() {
    return draw.bits() | 1;
  }

  private long opened() {
    Calendar calendar = world.calendar();
    return draw.chance(shares.inside())
        ? calendar.start(0) + draw.below((calendar.days() - 1L) * Calendar.DAY)
        : calendar.start(0) - (long) (draw.exponential(shares.age()) * Calendar.DAY);
  }

  /** Early enough that the last day is left for doing something. */
  private long atMost(long created) {
    return Math.min(created, world.calendar().end() - Calendar.DAY - 1);
  }
}
