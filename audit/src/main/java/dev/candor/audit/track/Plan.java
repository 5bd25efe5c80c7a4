package dev.candor.audit.track;

/**
 * How closely versions are looked at.
 *
 * @param step where nothing differs, at least every so many versions one is looked at; 1 for all
 * @param throughout whether that holds also where something differs; else only the borders of what
 *     differs are looked for then
 */
public record Plan(int step, boolean throughout) {
  /** A range without any difference takes one look more, or fewer. */
  private static final int LOOKS = 16;

  public Plan {
    if (step < 1) {
      throw new IllegalArgumentException("a step of " + step);
    }
  }

  /** Each version. */
  public static Plan everything() {
    return new Plan(1, true);
  }

  /** The borders of what differs; where nothing does, a step of a sixteenth of the versions. */
  public static Plan standard(int versions) {
    return new Plan(Math.max(1, (versions + LOOKS - 1) / LOOKS), false);
  }
}
