package dev.candor.campaign.simulate;

/** From where somebody connects. */
@FunctionalInterface
interface Places {
  /**
   * For one session.
   *
   * @param hour of the local day
   */
  Address at(int day, double hour, Draw draw);

  /** At home, where the provider gives half of the people another prefix once. */
  static Places home(World world, int country, Draw draw) {
    Address first = world.networks().home(country, draw);
    Address later = draw.chance(0.5) ? world.networks().home(country, draw) : first;
    int change = draw.below(world.calendar().days());
    return (day, hour, now) -> day < change ? first : later;
  }

  /** On the phone network, from a prefix that changes by the session. */
  static Places mobile(World world, int country) {
    return (day, hour, now) -> world.networks().mobile(country, now);
  }

  /** Behind one of four exits that somebody prefers. */
  static Places tunnel(World world, Draw draw) {
    Address[] exits = new Address[4];
    for (int i = 0; i < exits.length; i++) {
      exits[i] = world.networks().exit(draw);
    }
    return (day, hour, now) -> exits[now.rank(exits.length)];
  }

  /** At work during working days, but for those who stay at home, else elsewhere. */
  static Places work(World world, Address[] doors, Places elsewhere) {
    return (day, hour, now) ->
        hour > 7 && hour < 20 && !world.calendar().weekend(day) && now.chance(0.85)
            ? doors[now.below(doors.length)]
            : elsewhere.at(day, hour, now);
  }

  /** A share of the sessions elsewhere. */
  default Places or(Places elsewhere, double share) {
    return (day, hour, now) ->
        now.chance(share) ? elsewhere.at(day, hour, now) : at(day, hour, now);
  }

  /** A person's: at home, out with the phone, some through a VPN or on rented machines. */
  static Places personal(World world, int country, Draw draw) {
    Places places = home(world, country, draw).or(mobile(world, country), draw.between(0, 0.35));
    if (draw.chance(0.06)) {
      return places.or(tunnel(world, draw), draw.between(0.2, 0.8));
    }
    if (draw.chance(0.03)) {
      Address machine = world.networks().rented(draw);
      return places.or((day, hour, now) -> machine, draw.between(0.3, 1));
    }
    return places;
  }
}
