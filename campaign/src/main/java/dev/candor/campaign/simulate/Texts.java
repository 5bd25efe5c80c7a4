package dev.candor.campaign.simulate;

/** Where somebody's user texts come from. */
@FunctionalInterface
interface Texts {
  /** The sketch of a new text. */
  long next(Draw draw);

  /** A person's: their own words, what everybody sends, and templates if they collect some. */
  static Texts personal(World world, Draw draw) {
    Parameters.Use use = world.parameters().use();
    int collected = draw.chance(use.readers()) ? 1 + draw.below(6) : 0;
    int[] collection = new int[collected];
    for (int i = 0; i < collected; i++) {
      collection[i] = draw.rank(use.collection());
    }
    return now -> {
      if (now.chance(use.common())) {
        return world.commonText(now);
      }
      if (collected > 0 && now.chance(0.25)) {
        long template = world.collected(collection[now.below(collected)]);
        return now.turned(template, now.below(7));
      }
      return now.bits();
    };
  }

  /** Questions of public benchmarks, nearly all word for word. */
  static Texts benchmark(World world, Draw draw) {
    int benchmark = draw.below(5);
    return now ->
        now.chance(0.9)
            ? Draw.mix(world.seed(), Names.BENCHMARK, benchmark, now.below(1000))
            : now.bits();
  }

  /** What one job sends: its own few texts around whatever has changed. */
  static Texts job(Draw draw) {
    long[] own = {draw.bits(), draw.bits(), draw.bits()};
    return now -> now.turned(own[now.below(own.length)], now.below(9));
  }
}
