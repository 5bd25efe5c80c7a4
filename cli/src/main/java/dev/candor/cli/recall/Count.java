package dev.candor.cli.recall;

/**
 * How much of something was found.
 *
 * @param wanted by the labels
 * @param found of those
 * @param reported in all, be it wanted or not
 * @param wrong of those: not there in truth
 */
public record Count(int wanted, int found, int reported, int wrong) {
  static final Count NONE = new Count(0, 0, 0, 0);

  Count plus(Count other) {
    return new Count(
        wanted + other.wanted, found + other.found, reported + other.reported, wrong + other.wrong);
  }

  public double recall() {
    return wanted == 0 ? 1 : (double) found / wanted;
  }

  public double precision() {
    return reported == 0 ? 1 : (double) (reported - wrong) / reported;
  }
}
