package dev.candor.campaign.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the accounts of one campaign have in common.
 *
 * @param size how many accounts it has
 * @param start its first day
 * @param end the day after its last
 * @param pool its prefixes in data centres
 * @param devices its own fingerprints
 * @param payments its payment instruments
 * @param templates sketches of its user texts
 * @param systems sketches of its system prompts
 * @param clients tool or library of {@link Tools} and versions behind, in pairs; the first is that
 *     of most accounts
 * @param moves when it begins to move to each new model; {@link ModelChoice#NEVER} if it does not
 */
record Campaign(
    World world,
    Tactics tactics,
    String name,
    long id,
    int size,
    int start,
    int end,
    List<Address> pool,
    long[] devices,
    long[] payments,
    long[] templates,
    long[] systems,
    int[][] clients,
    Capability aim,
    Capability second,
    int model,
    List<Long> moves) {
  private static final double LARGEST = 0.45;
  private static final int SMALLEST = 20;

  Campaign {
    pool = List.copyOf(pool);
    moves = List.copyOf(moves);
  }

  /** Sizes of campaigns, from tens to thousands, that add up to so many accounts. */
  static int[] sizes(int accounts, Draw draw) {
    int[] sizes = new int[accounts / SMALLEST + 1];
    int count = 0;
    int left = accounts;
    while (left > 0) {
      int size =
          (int) Math.clamp(draw.spread(300, 1.5), SMALLEST, Math.max(SMALLEST, accounts * LARGEST));
      // What is too few for a campaign joins the one before.
      size = left - size < SMALLEST ? left : size;
      sizes[count++] = size;
      left -= size;
    }
    return Arrays.copyOf(sizes, count);
  }

  /** One of that size. */
  static Campaign of(World world, Tactics tactics, int number, int size) {
    Draw draw = Draw.of(world.seed(), Names.CAMPAIGN, number);
    int days = world.calendar().days();
    int start = draw.chance(0.7) ? 0 : draw.below(Math.max(1, days / 3));
    int end =
        draw.chance(0.8) ? days : Math.max(start + 2, days - draw.below(Math.max(1, days / 4)));
    int templates = (int) Math.clamp(size / tactics.texts().templates(), 20, 400);
    Capability[] aims = {
      Capability.REASONING, Capability.CODING, Capability.TOOL_USE, Capability.VISION
    };
    return new Campaign(
        world,
        tactics,
        "campaign-" + (number + 1),
        draw.bits(),
        size,
        start,
        Math.min(end, days),
        pool(world, atLeast(3, size / tactics.addresses().each()), draw),
        ids(atLeast(2, size / tactics.devices().each()), draw),
        ids(atLeast(2, size / tactics.payments().each()), draw),
        ids(templates, draw),
        ids(tactics.texts().systems(), draw),
        clients(world, draw),
        aims[draw.rank(aims.length)],
        aims[draw.below(aims.length)],
        draw.rank(3),
        moves(world, tactics.pivot(), draw));
  }

  private static int atLeast(int least, double number) {
    return Math.max(least, (int) number);
  }

  private static List<Address> pool(World world, int count, Draw draw) {
    return IntStream.range(0, count).mapToObj(i -> world.networks().rented(draw)).toList();
  }

  private static long[] ids(int count, Draw draw) {
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = draw.bits() | 1;
    }
    return ids;
  }

  private static int[][] clients(World world, Draw draw) {
    int[][] clients = new int[3][];
    for (int i = 0; i < clients.length; i++) {
      int tool = draw.chance(0.6) ? world.tools().library(draw) : world.tools().any(draw);
      clients[i] = new int[] {tool, Tools.lag(draw)};
    }
    return clients;
  }

  private static List<Long> moves(World world, Tactics.Pivot pivot, Draw draw) {
    return world.models().launches().stream()
        .map(launch ->
            draw.chance(0.85)
                ? launch + (long) (draw.between(1, pivot.latest()) * Calendar.HOUR)
                : ModelChoice.NEVER)
        .toList();
  }

  /** How many rounds a queue has on a day. */
  int rounds(int shard, int day) {
    Draw draw = Draw.of(world.seed(), Names.ROUND, id, shard, day);
    return Math.max(1, (int) (tactics.timing().rounds() * draw.between(0.7, 1.3)));
  }

  /** When a round of a queue begins, in milliseconds of the day. */
  int round(int shard, int day, int round) {
    return Draw.of(world.seed(), Names.ROUND, id, shard, day, round + 1L).below(Calendar.DAY);
  }

  /** One of the two templates that a queue hands out most in a round. */
  int template(int shard, int day, int round, Draw draw) {
    long which = Draw.mix(world.seed(), Names.ROUND, id, shard, day, -1L - round, draw.below(2));
    return (int) Long.remainderUnsigned(which, templates.length);
  }

  /** From where an account connects for a session: the pool, or a household. */
  Address somewhere(int account, int day, Draw draw) {
    Tactics.Addresses addresses = tactics.addresses();
    if (draw.chance(addresses.residential())) {
      return world.networks().home(Country.any(draw), draw);
    }
    long which =
        Draw.mix(
            id, Names.POOL, account, (long) (day / addresses.days()), draw.below(addresses.some()));
    return pool.get((int) Long.remainderUnsigned(which, pool.size()));
  }

  /** How much the campaign does on a day, beside other days. */
  double weight(int day) {
    return day < start || day >= end
        ? 0
        : Draw.of(world.seed(), Names.WEIGHT, id, day).between(0.75, 1.25);
  }
}
