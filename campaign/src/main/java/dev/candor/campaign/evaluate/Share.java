package dev.candor.campaign.evaluate;

/**
 * So many of so many, with the interval that covers the true share in 95 of 100 cases (Wilson
 * 1927).
 *
 * @param of may be 0: then nothing is known
 */
public record Share(long count, long of) {
  /** The 97.5th percentile of the normal distribution. */
  private static final double Z = 1.959964;

  public double value() {
    return of == 0 ? Double.NaN : (double) count / of;
  }

  /** The lower end of the interval. */
  public double low() {
    return of == 0 ? 0 : count == 0 ? 0 : Math.max(0, middle() - half());
  }

  /** The upper end of the interval. */
  public double high() {
    return of == 0 ? 1 : count == of ? 1 : Math.min(1, middle() + half());
  }

  private double middle() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double half() {
    double p = value();
    return Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
  }
}
