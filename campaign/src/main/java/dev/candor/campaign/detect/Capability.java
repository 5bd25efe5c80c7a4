package dev.candor.campaign.detect;

/**
 * Accounts that ask for the same one thing nearly always. Many honest ones do too, so it tells
 * little.
 */
final class Capability implements Conduct {
  static final double MOST_BITS = 4;

  /** Of {@link Accounts#narrowness}: the share of the top capability is in percent below it. */
  static final int SCALE = 128;

  private final int[] narrowness;
  private final Density density;

  Capability(Accounts accounts) {
    narrowness = accounts.narrowness();
    int[] known = new int[narrowness.length];
    int count = 0;
    for (int value : narrowness) {
      if (value >= 0) {
        known[count++] = value;
      }
    }
    density = new Density(known, count, SCALE * SCALE);
  }

  private Capability(int[] narrowness, Density density) {
    this.narrowness = narrowness;
    this.density = density;
  }

  @Override
  public Family family() {
    return Family.CAPABILITY;
  }

  @Override
  public double most(int account) {
    return narrowness[account] < 0 ? 0 : MOST_BITS;
  }

  @Override
  public Conduct like(int[] others) {
    return new Capability(Ints.picked(narrowness, others), density);
  }

  @Override
  public double bits(int one, int other) {
    int a = narrowness[one];
    int b = narrowness[other];
    if (a < 0 || b < 0 || a / SCALE != b / SCALE) {
      return 0;
    }
    return Math.min(MOST_BITS, Bits.of((double) density.population() / as(Math.min(a, b))));
  }

  /** How many accounts ask for the same thing, and at least as much of it. */
  int as(int value) {
    return density.between(value, (value / SCALE + 1L) * SCALE - 1);
  }

  int value(int account) {
    return narrowness[account];
  }

  Density density() {
    return density;
  }
}
