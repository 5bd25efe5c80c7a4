package dev.candor.scan.flow;

import java.util.List;

/**
 * Where modules may read their environment.
 *
 * @param byModule tokens of each module of a program, in its order
 */
record ReadSeeds(List<List<Integer>> byModule) {
  /**
   * Of ten seeds, those that are looked at beside the picks; the others when the picks are done.
   */
  private static final int OF_TEN = 8;

  static ReadSeeds of(Dialect dialect, Program program, Catalogue catalogue) {
    return new ReadSeeds(
        program.modules().stream()
            .map(code -> dialect.probeSeeds(code.tokens(), catalogue))
            .toList());
  }

  ReadSeeds most() {
    return new ReadSeeds(byModule.stream().map(seeds -> seeds.subList(0, border(seeds))).toList());
  }

  ReadSeeds rest() {
    return new ReadSeeds(
        byModule.stream().map(seeds -> seeds.subList(border(seeds), seeds.size())).toList());
  }

  private static int border(List<Integer> seeds) {
    return seeds.size() * OF_TEN / 10;
  }
}
