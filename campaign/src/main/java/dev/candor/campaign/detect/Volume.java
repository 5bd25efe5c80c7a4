package dev.candor.campaign.detect;

/** Accounts with nearly the same number of exchanges a day: load that is shared out evenly. */
final class Volume implements Conduct {
  static final double MOST_BITS = 4;

  /** Cells of the binary logarithm, so that one is about five percent wide. */
  static final int CELLS_AN_OCTAVE = 14;

  private static final int FEWEST_EXCHANGES = 20;
  private static final double FEWEST_DAYS = 3;
  private static final int MOST_CELLS = 1 << 12;

  private final int[] cells;
  private final Density density;

  Volume(Accounts accounts) {
    cells = new int[accounts.size()];
    int[] known = new int[accounts.size()];
    int count = 0;
    for (int i = 0; i < cells.length; i++) {
      boolean enough =
          accounts.exchanges()[i] >= FEWEST_EXCHANGES && accounts.days(i) >= FEWEST_DAYS;
      cells[i] =
          enough ? (int) Math.floor(Bits.of(accounts.rate(i)) * CELLS_AN_OCTAVE) : Accounts.UNKNOWN;
      if (enough) {
        known[count++] = cells[i];
      }
    }
    density = new Density(known, count, MOST_CELLS);
  }

  private Volume(int[] cells, Density density) {
    this.cells = cells;
    this.density = density;
  }

  @Override
  public Family family() {
    return Family.VOLUME;
  }

  @Override
  public double most(int account) {
    return cells[account] == Accounts.UNKNOWN ? 0 : MOST_BITS;
  }

  @Override
  public Conduct like(int[] others) {
    return new Volume(Ints.picked(cells, others), density);
  }

  @Override
  public double bits(int one, int other) {
    return cells[one] == Accounts.UNKNOWN || cells[other] == Accounts.UNKNOWN
        ? 0
        : Math.min(MOST_BITS, density.bits(cells[one], cells[other]));
  }

  int cell(int account) {
    return cells[account];
  }

  Density density() {
    return density;
  }
}
