package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.BitSet;

/** Reads when accounts were active, of those only for whom it can decide something. */
final class Activity {
  /** Exchanges of all that are read; four bytes each, and as much again while they are sorted. */
  private static final long MOST = 200_000_000;

  private Activity() {}

  /**
   * Takes in the minutes of those accounts.
   *
   * @return whether they were few enough
   */
  static boolean read(SqlEngine engine, Accounts accounts, BitSet chosen, Lockstep lockstep) {
    long most = chosen.stream().mapToLong(a -> accounts.exchanges()[a]).sum();
    if (most > MOST) {
      return false;
    }
    engine.numbers("chosen", "account", chosen);
    Script.run(engine, "minutes");
    Ints account = new Ints();
    Ints minute = new Ints();
    try (Rows rows = engine.rows("SELECT account, minute FROM active")) {
      while (rows.next()) {
        account.add(rows.getInt(1));
        minute.add(rows.getInt(2));
      }
    }
    int[] offsets = new int[accounts.size() + 1];
    for (int i = 0; i < account.count(); i++) {
      offsets[account.get(i) + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    int[] next = offsets.clone();
    int[] minutes = new int[minute.count()];
    for (int i = 0; i < minutes.length; i++) {
      minutes[next[account.get(i)]++] = minute.get(i);
    }
    chosen.stream()
        .parallel()
        .forEach(a -> lockstep.add(a, Arrays.copyOfRange(minutes, offsets[a], offsets[a + 1])));
    return true;
  }
}
