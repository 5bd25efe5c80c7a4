package dev.candor.campaign.simulate;

/** What a number is made for: the first name of each {@link Draw} and of each identifier. */
final class Names {
  static final long WORLD = 1;
  static final long POPULATION = 2;
  static final long CAMPAIGN = 3;
  static final long SHUFFLE = 4;
  static final long VOLUME = 5;
  static final long WEIGHT = 6;
  static final long QUOTA = 7;
  static final long DAY = 8;
  static final long PSEUDONYM = 9;
  static final long HOME = 10;
  static final long MOBILE = 11;
  static final long EXIT = 12;
  static final long RUNNER = 13;
  static final long RENTED = 14;
  static final long MAKE = 15;
  static final long SYSTEM = 16;
  static final long COMMON = 17;
  static final long COLLECTION = 18;
  static final long BENCHMARK = 19;
  static final long LESSON = 20;
  static final long OWN = 21;
  static final long ROUND = 22;
  static final long POOL = 23;
  static final long AT_ONCE = 24;
  static final long PARAMETERS = 25;
  static final long TACTICS = 26;

  private Names() {}
}
