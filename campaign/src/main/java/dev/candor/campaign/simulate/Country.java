package dev.candor.campaign.simulate;

import java.util.List;

/**
 * Where people are.
 *
 * @param code ISO 3166-1 alpha-2
 * @param offset of its time from UTC, in hours
 * @param share of all people, in percent; an assumption
 */
record Country(String code, double offset, int share) {
  static final List<Country> ALL =
      List.of(
          new Country("US", -5, 16),
          new Country("US", -7, 8),
          new Country("IN", 5.5, 11),
          new Country("BR", -3, 6),
          new Country("JP", 9, 6),
          new Country("DE", 2, 6),
          new Country("GB", 1, 6),
          new Country("FR", 2, 5),
          new Country("CA", -4, 4),
          new Country("KR", 9, 4),
          new Country("ID", 7, 3),
          new Country("MX", -6, 3),
          new Country("ES", 2, 3),
          new Country("IT", 2, 3),
          new Country("PL", 2, 3),
          new Country("AU", 10, 3),
          new Country("NG", 1, 2),
          new Country("VN", 7, 2),
          new Country("SG", 8, 2),
          new Country("NL", 2, 2),
          new Country("TR", 3, 2));

  private static final int TOTAL = ALL.stream().mapToInt(Country::share).sum();

  /** The number of one of them, by their shares. */
  static int any(Draw draw) {
    int left = draw.below(TOTAL);
    int index = 0;
    while (left >= ALL.get(index).share) {
      left -= ALL.get(index).share;
      index++;
    }
    return index;
  }

  /** Its share of all people, from 0 to 1. */
  double part() {
    return (double) share / TOTAL;
  }
}
