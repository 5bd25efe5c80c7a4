package dev.candor.campaign.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Which models somebody asks.
 *
 * @param main the one for most, until a new one is taken up
 * @param second the one for the rest
 * @param faithful share that goes to the main one
 * @param taken when each new model becomes the main one, in milliseconds since 1970; far in the
 *     future for never
 */
record ModelChoice(int main, int second, double faithful, List<Long> taken) {
  static final long NEVER = Long.MAX_VALUE;

  ModelChoice {
    taken = List.copyOf(taken);
  }

  int at(long moment, Draw draw) {
    int now = main;
    for (int i = 0; i < taken.size(); i++) {
      if (moment >= taken.get(i)) {
        now = Models.OLD + i;
      }
    }
    return draw.chance(faithful) ? now : second;
  }

  /** A person's. */
  static ModelChoice personal(World world, Draw draw) {
    List<Long> taken = new ArrayList<>();
    for (long launch : world.models().launches()) {
      taken.add(personal(world, launch, draw));
    }
    return new ModelChoice(draw.rank(Models.OLD), draw.rank(Models.OLD), 0.85, taken);
  }

  private static long personal(World world, long launch, Draw draw) {
    Parameters.Use use = world.parameters().use();
    if (draw.chance(use.firstDay())) {
      return launch + (long) Math.min(Calendar.DAY, draw.exponential(7) * Calendar.HOUR);
    }
    // A quarter of people stay with what they have.
    return draw.chance(0.25)
        ? NEVER
        : launch + (long) (Calendar.DAY * (1 + draw.exponential(1 / use.daily())));
  }

  /** One model for ever, as where somebody else has chosen it. */
  static ModelChoice fixed(Draw draw) {
    int model = draw.rank(Models.OLD);
    return new ModelChoice(model, model, 1, List.of());
  }
}
