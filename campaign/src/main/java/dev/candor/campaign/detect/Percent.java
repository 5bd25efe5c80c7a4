package dev.candor.campaign.detect;

import java.util.Locale;

/** Shares as people read them. */
public final class Percent {
  private static final double FEW = 0.01;

  private Percent() {}

  /**
   * As {@code 52 %}, and {@code 0.30 %} below one percent.
   *
   * @param share 0 to 1
   */
  public static String of(double share) {
    return String.format(
        Locale.ROOT, share > 0 && share < FEW ? "%.2f %%" : "%.0f %%", 100 * share);
  }
}
