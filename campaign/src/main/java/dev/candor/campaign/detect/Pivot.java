package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts that came to a model within the same hours, measured by how many others came then: on
 * the day of a launch it tells little. What an account began with is no pivot.
 */
final class Pivot implements Conduct {
  static final double MOST_BITS = 10;
  static final double MOST_BITS_A_MODEL = 6;

  /** Hours since 1970 of first uses, each with its model. */
  record Starts(int[] account, int[] model, int[] hour, int count, String[] models) {}

  private static final int MOST_HOURS = 1 << 17; // fifteen years

  private final int[] begins; // of each account, among models and hours
  private final int[] ends;
  private final int[] models;
  private final int[] hours;
  private final Density[] densities;
  private final String[] names;

  Pivot(int accounts, Starts starts) {
    names = starts.models();
    int[] offsets = Ints.offsets(starts.account(), starts.count(), accounts);
    begins = Arrays.copyOf(offsets, accounts);
    ends = Arrays.copyOfRange(offsets, 1, accounts + 1);
    int[] next = offsets.clone();
    models = new int[starts.count()];
    hours = new int[starts.count()];
    int[] counts = new int[names.length];
    int[][] byModel = new int[names.length][];
    for (int i = 0; i < starts.count(); i++) {
      int at = next[starts.account()[i]]++;
      models[at] = starts.model()[i];
      hours[at] = starts.hour()[i];
      counts[models[at]]++;
    }
    for (int a = 0; a < accounts; a++) {
      order(offsets[a], offsets[a + 1]);
    }
    for (int m = 0; m < names.length; m++) {
      byModel[m] = new int[counts[m]];
    }
    for (int i = 0; i < starts.count(); i++) {
      int model = starts.model()[i];
      byModel[model][--counts[model]] = starts.hour()[i];
    }
    densities = new Density[names.length];
    for (int m = 0; m < names.length; m++) {
      densities[m] = new Density(byModel[m], byModel[m].length, MOST_HOURS);
    }
  }

  private Pivot(Pivot of, int[] begins, int[] ends) {
    this.begins = begins;
    this.ends = ends;
    models = of.models;
    hours = of.hours;
    densities = of.densities;
    names = of.names;
  }

  /** By model, so that sums do not depend on the order in which starts were read. */
  private void order(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && models[j] < models[j - 1]; j--) {
        int model = models[j];
        int hour = hours[j];
        models[j] = models[j - 1];
        hours[j] = hours[j - 1];
        models[j - 1] = model;
        hours[j - 1] = hour;
      }
    }
  }

  @Override
  public Family family() {
    return Family.PIVOT;
  }

  @Override
  public double most(int account) {
    return Math.min(MOST_BITS, (ends[account] - begins[account]) * MOST_BITS_A_MODEL);
  }

  @Override
  public Conduct like(int[] others) {
    return new Pivot(this, Ints.picked(begins, others), Ints.picked(ends, others));
  }

  @Override
  public double bits(int one, int other) {
    double sum = 0;
    for (int i = begins[one]; i < ends[one]; i++) {
      for (int j = begins[other]; j < ends[other]; j++) {
        if (models[i] == models[j]) {
          sum += Math.min(MOST_BITS_A_MODEL, densities[models[i]].bits(hours[i], hours[j]));
        }
      }
    }
    return Math.min(MOST_BITS, sum);
  }

  /** An account's pivots: the model's number, and the hour. */
  Map<Integer, Integer> of(int account) {
    Map<Integer, Integer> pivots = new TreeMap<>();
    for (int i = begins[account]; i < ends[account]; i++) {
      pivots.put(models[i], hours[i]);
    }
    return pivots;
  }

  /** Hour since 1970 of an account's move to a model, or {@link Accounts#UNKNOWN}. */
  int hour(int account, int model) {
    for (int i = begins[account]; i < ends[account]; i++) {
      if (models[i] == model) {
        return hours[i];
      }
    }
    return Accounts.UNKNOWN;
  }

  Density density(int model) {
    return densities[model];
  }

  String name(int model) {
    return names[model];
  }
}
