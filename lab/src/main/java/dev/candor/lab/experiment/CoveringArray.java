package dev.candor.lab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rows of levels in which every combination of the levels of any {@code strength} columns stands at
 * least once. Greedy, a row at a time, by the method of AETG (Cohen, Dalal, Fredman, Patton, "The
 * AETG system", IEEE Transactions on Software Engineering 23(7), 1997): of several candidates, each
 * begun with a combination that is open and filled up in random order with the level that covers
 * most, the one that covers most is taken. Levels that cover equally much are drawn, so that each
 * comes about equally often.
 */
final class CoveringArray {
  /** The source's figure is 50; a quarter gives rows that are hardly more. */
  private static final int CANDIDATES = 12;

  private static final int UNSET = -1;

  private final int[] sizes;
  private final Random random;
  private final List<int[]> combinations = new ArrayList<>();
  private final List<BitSet> open = new ArrayList<>();
  private final List<List<Integer>> ofColumn = new ArrayList<>();
  private int left;

  private CoveringArray(int[] sizes, int strength, Random random) {
    this.sizes = sizes;
    this.random = random;
    for (int _ : sizes) {
      ofColumn.add(new ArrayList<>());
    }
    combine(new int[strength], 0, 0);
  }

  /**
   * Makes one.
   *
   * @param sizes how many levels each column has, at least 1
   * @param strength at most the number of columns
   * @return rows, those that cover most first; in each the level of each column, from 0
   */
  static List<int[]> of(int[] sizes, int strength, Random random) {
    if (strength < 1 || strength > sizes.length) {
      throw new IllegalArgumentException(strength + " of " + sizes.length + " columns");
    }
    CoveringArray array = new CoveringArray(sizes.clone(), strength, random);
    List<int[]> rows = new ArrayList<>();
    while (array.left > 0) {
      rows.add(array.row());
    }
    return rows;
  }

  private void combine(int[] columns, int at, int from) {
    if (at == columns.length) {
      int product = 1;
      for (int column : columns) {
        ofColumn.get(column).add(combinations.size());
        product = Math.multiplyExact(product, sizes[column]);
      }
      combinations.add(columns.clone());
      BitSet all = new BitSet(product);
      all.set(0, product);
      open.add(all);
      left += product;
      return;
    }
    for (int column = from; column < sizes.length; column++) {
      columns[at] = column;
      combine(columns, at + 1, column + 1);
    }
  }

  private int[] row() {
    int[] best = candidate();
    int most = gain(best);
    for (int i = 1; i < CANDIDATES; i++) {
      int[] other = candidate();
      int gain = gain(other);
      if (gain > most) {
        best = other;
        most = gain;
      }
    }
    for (int i = 0; i < combinations.size(); i++) {
      int place = place(best, combinations.get(i));
      if (open.get(i).get(place)) {
        open.get(i).clear(place);
        left--;
      }
    }
    return best;
  }

  private int[] candidate() {
    int[] row = new int[sizes.length];
    Arrays.fill(row, UNSET);
    begin(row);
    List<Integer> order = new ArrayList<>();
    for (int column = 0; column < sizes.length; column++) {
      if (row[column] == UNSET) {
        order.add(column);
      }
    }
    Collections.shuffle(order, random);
    order.forEach(column -> fill(row, column));
    return row;
  }

  /** Sets the columns of a combination that is open. */
  private void begin(int[] row) {
    int from = random.nextInt(combinations.size());
    for (int i = 0; i < combinations.size(); i++) {
      int at = (from + i) % combinations.size();
      int place = open.get(at).nextSetBit(0);
      if (place >= 0) {
        int[] columns = combinations.get(at);
        for (int j = columns.length - 1; j >= 0; j--) {
          row[columns[j]] = place % sizes[columns[j]];
          place /= sizes[columns[j]];
        }
        return;
      }
    }
  }

  private void fill(int[] row, int column) {
    int most = -1;
    int equal = 0;
    int chosen = 0;
    for (int level = 0; level < sizes[column]; level++) {
      row[column] = level;
      int gain = gain(row, ofColumn.get(column));
      equal = gain > most ? 1 : gain == most ? equal + 1 : equal;
      if (gain > most || gain == most && random.nextInt(equal) == 0) {
        most = gain;
        chosen = level;
      }
    }
    row[column] = chosen;
  }

  private int gain(int[] row) {
    int gain = 0;
    for (int i = 0; i < combinations.size(); i++) {
      gain += open.get(i).get(place(row, combinations.get(i))) ? 1 : 0;
    }
    return gain;
  }

  /** How many open combinations a row that need not be full covers. */
  private int gain(int[] row, List<Integer> of) {
    int gain = 0;
    for (int i : of) {
      int[] columns = combinations.get(i);
      if (set(row, columns) && open.get(i).get(place(row, columns))) {
        gain++;
      }
    }
    return gain;
  }

  private static boolean set(int[] row, int[] columns) {
    for (int column : columns) {
      if (row[column] == UNSET) {
        return false;
      }
    }
    return true;
  }

  private int place(int[] row, int[] columns) {
    int place = 0;
    for (int column : columns) {
      place = place * sizes[column] + row[column];
    }
    return place;
  }
}
