package dev.candor.campaign.simulate;

/** The networks of a made-up internet, and how many prefixes of each are in use. */
final class Networks {
  private static final int HOUSEHOLD = 6;
  private static final int CARRIERS = 2;
  private static final int CENTRES = 8;
  private static final int TUNNELS = 8;

  /** Customers in a household prefix; a /24 has 256 addresses, of which few are customers here. */
  private static final double NEIGHBOURS = 3;

  /** Share of households with a prefix of their own, a /48. */
  private static final double OWN_PREFIX = 0.35;

  private static final double PHONES_A_PREFIX = 800;
  private static final double STRANGERS_AN_EXIT = 1200;
  private static final double JOBS_A_RUNNER = 150;
  private static final double ACCOUNTS_A_RENTED = 100;

  /** Where data centres stand: US, DE, JP, SG, NL in {@link Country#ALL}. */
  private static final int[] CENTRE_COUNTRIES = {0, 5, 4, 18, 19};

  /** Private autonomous system numbers (RFC 6996). */
  private static final long FIRST_NUMBER = 4_200_000_000L;

  private final long seed;
  private final long accounts;
  private final Parameters.Population population;

  Networks(long seed, long accounts, Parameters.Population population) {
    this.seed = seed;
    this.accounts = accounts;
    this.population = population;
  }

  static int count() {
    return Country.ALL.size() * (HOUSEHOLD + CARRIERS) + CENTRES + TUNNELS;
  }

  /** The number of a network, as in the log. */
  String number(int network) {
    return Long.toString(
        FIRST_NUMBER
            + Long.remainderUnsigned(Draw.mix(seed, Names.WORLD), 1_000_000)
            + network * 37L);
  }

  /** A household in a country. */
  Address home(int country, Draw draw) {
    int rank = draw.rank(HOUSEHOLD);
    int network = country * HOUSEHOLD + rank;
    if (draw.chance(OWN_PREFIX)) {
      return new Address(draw.bits() | 1, network, country);
    }
    // The share of the network at that rank is about as 1 / (rank + 1).
    double here = accounts * Country.ALL.get(country).part() * 0.45 / (rank + 1);
    return new Address(
        Draw.mix(seed, Names.HOME, network, draw.below(some(here / NEIGHBOURS))), network, country);
  }

  /** A phone in a country. */
  Address mobile(int country, Draw draw) {
    int carrier = Country.ALL.size() * HOUSEHOLD + country * CARRIERS + draw.rank(CARRIERS);
    double here = accounts * Country.ALL.get(country).part() * (population.carrier() + 0.1);
    return new Address(
        Draw.mix(seed, Names.MOBILE, carrier, draw.below(some(here / PHONES_A_PREFIX))),
        carrier,
        country);
  }

  /** An exit of a VPN. */
  Address exit(Draw draw) {
    int exit = draw.rank(some(accounts * (population.vpn() + 0.03) / STRANGERS_AN_EXIT));
    int tunnel = exit % TUNNELS;
    return new Address(
        Draw.mix(seed, Names.EXIT, exit),
        centres() + CENTRES + tunnel,
        (int) Long.remainderUnsigned(Draw.mix(seed, Names.EXIT, exit, 1), Country.ALL.size()));
  }

  /** A machine on which jobs of many customers run. */
  Address runner(Draw draw) {
    int runner = draw.below(some(accounts * population.ci() / JOBS_A_RUNNER));
    return centre(Names.RUNNER, runner);
  }

  /** A prefix of data centres in which anybody rents machines. */
  Address rented(Draw draw) {
    return centre(Names.RENTED, draw.below(Math.max(60, some(accounts / ACCOUNTS_A_RENTED))));
  }

  private Address centre(long name, int number) {
    int which = (int) Long.remainderUnsigned(Draw.mix(seed, name, number, 1), CENTRES);
    return new Address(
        Draw.mix(seed, name, number),
        centres() + which,
        CENTRE_COUNTRIES[which % CENTRE_COUNTRIES.length]);
  }

  private static int centres() {
    return Country.ALL.size() * (HOUSEHOLD + CARRIERS);
  }

  private static int some(double number) {
    return (int) Math.max(3, number);
  }
}
