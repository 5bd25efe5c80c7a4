package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who used which template, and when, in arrays: those of an account stand together.
 *
 * @param offsets of each account's uses; one longer than there are accounts
 * @param template of each use, ascending within an account
 * @param first minute of each
 * @param last minute of each
 */
record Uses(int[] offsets, int[] template, int[] first, int[] last) {
  /** Uses in any order; of the same account and template they become one. */
  static Uses of(int accounts, Template.Usages usages) {
    int[] offsets = Ints.offsets(usages.account(), usages.count(), accounts);
    int[] next = offsets.clone();
    long[] order = new long[usages.count()]; // templates, and below them places
    for (int i = 0; i < usages.count(); i++) {
      order[next[usages.account()[i]]++] = (long) usages.template()[i] << Integer.SIZE | i;
    }
    IntStream.range(0, accounts)
        .parallel()
        .forEach(a -> Arrays.sort(order, offsets[a], offsets[a + 1]));
    Uses all = room(accounts, order.length);
    for (int a = 0; a < accounts; a++) {
      int kept = all.offsets[a];
      for (int at = offsets[a]; at < offsets[a + 1]; at++) {
        int template = (int) (order[at] >>> Integer.SIZE);
        int i = (int) order[at];
        if (kept > all.offsets[a] && all.template[kept - 1] == template) {
          all.first[kept - 1] = Math.min(all.first[kept - 1], usages.first()[i]);
          all.last[kept - 1] = Math.max(all.last[kept - 1], usages.last()[i]);
        } else {
          all.put(kept++, template, usages.first()[i], usages.last()[i]);
        }
      }
      all.offsets[a + 1] = kept;
    }
    return all.cut();
  }

  /** Those of some templates. */
  Uses only(IntPredicate templates) {
    Uses all = room(offsets.length - 1, template.length);
    for (int a = 0; a + 1 < offsets.length; a++) {
      int kept = all.offsets[a];
      for (int at = offsets[a]; at < offsets[a + 1]; at++) {
        if (templates.test(template[at])) {
          all.put(kept++, template[at], first[at], last[at]);
        }
      }
      all.offsets[a + 1] = kept;
    }
    return all.cut();
  }

  /** How many accounts used each. */
  int[] holders(int templates) {
    int[] holders = new int[templates];
    for (int used : template) {
      holders[used]++;
    }
    return holders;
  }

  /** To be filled. */
  private static Uses room(int accounts, int count) {
    return new Uses(new int[accounts + 1], new int[count], new int[count], new int[count]);
  }

  private void put(int at, int used, int from, int to) {
    template[at] = used;
    first[at] = from;
    last[at] = to;
  }

  /** Without what was not filled. */
  private Uses cut() {
    int count = offsets[offsets.length - 1];
    return new Uses(
        offsets,
        Arrays.copyOf(template, count),
        Arrays.copyOf(first, count),
        Arrays.copyOf(last, count));
  }
}
