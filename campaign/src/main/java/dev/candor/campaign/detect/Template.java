package dev.candor.campaign.detect;

import java.util.Arrays;

/**
 * Accounts that send the same rare prompts on different days. What is sent on the same day only, as
 * in a class, does not count, nor does one prompt alone.
 */
final class Template implements Conduct {
  static final double MOST_BITS = 12;

  /**
   * Minutes between the first and the last use by either, from which on it is no single occasion.
   */
  static final int APART = 2 * 1_440;

  private static final double RAREST = 4; // bits; what more hold is common

  /**
   * Who used which template, and in which minutes first and last; an account and template may come
   * again.
   */
  record Usages(int[] account, int[] template, int[] first, int[] last, int count, int templates) {}

  private final Incidence incidence;
  private final int[] begins; // of each account, among the values of the incidence
  private final int[] ends;
  private final float[] most;
  private final int[] first;
  private final int[] last;

  Template(int accounts, Usages usages) {
    Uses all = Uses.of(accounts, usages);
    int[] holders = all.holders(usages.templates());
    Uses rare =
        all.only(template ->
            holders[template] > 1 && Bits.of(accounts / (double) holders[template]) >= RAREST);
    incidence = Incidence.inverted(rare.offsets(), rare.template(), usages.templates());
    begins = Arrays.copyOf(incidence.offsets(), accounts);
    ends = Arrays.copyOfRange(incidence.offsets(), 1, accounts + 1);
    most = new float[accounts];
    for (int a = 0; a < accounts; a++) {
      most[a] = Math.nextUp((float) worth(second(a)));
    }
    first = rare.first();
    last = rare.last();
  }

  private Template(Template of, int[] begins, int[] ends, float[] most) {
    this.begins = begins;
    this.ends = ends;
    this.most = most;
    incidence = of.incidence;
    first = of.first;
    last = of.last;
  }

  /** How many hold the second rarest of an account's. */
  private int second(int account) {
    int rarest = Integer.MAX_VALUE;
    int second = Integer.MAX_VALUE;
    for (int at = begins[account]; at < ends[account]; at++) {
      int holders = incidence.holding(incidence.values()[at]);
      second = Math.min(second, Math.max(rarest, holders));
      rarest = Math.min(rarest, holders);
    }
    return second;
  }

  /** The bits of two common templates of which the more frequent has so many holders. */
  private double worth(int holders) {
    return holders == Integer.MAX_VALUE
        ? 0
        : Math.clamp(Bits.of(incidence.accounts() / (double) holders), 0, MOST_BITS);
  }

  @Override
  public Family family() {
    return Family.TEMPLATE;
  }

  @Override
  public double most(int account) {
    return most[account];
  }

  @Override
  public Conduct like(int[] others) {
    float[] bounds = new float[others.length];
    for (int a = 0; a < others.length; a++) {
      bounds[a] = most[others[a]];
    }
    return new Template(this, Ints.picked(begins, others), Ints.picked(ends, others), bounds);
  }

  @Override
  public double bits(int one, int other) {
    int rarest = Integer.MAX_VALUE;
    int second = Integer.MAX_VALUE;
    int i = begins[one];
    int j = begins[other];
    int endI = ends[one];
    int endJ = ends[other];
    while (i < endI && j < endJ) {
      int a = incidence.values()[i];
      int b = incidence.values()[j];
      if (a == b && Math.max(last[i], last[j]) - Math.min(first[i], first[j]) >= APART) {
        int holders = incidence.holding(a);
        second = Math.min(second, Math.max(rarest, holders));
        rarest = Math.min(rarest, holders);
      }
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return worth(second);
  }

  Incidence incidence() {
    return incidence;
  }

  int first(int at) {
    return first[at];
  }

  int last(int at) {
    return last[at];
  }
}
