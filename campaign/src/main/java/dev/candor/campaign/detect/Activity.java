package dev.candor.campaign.detect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Reads when accounts were active, of those only for whom it can decide something: so many accounts
 * at a time that the minutes of a large log need no large memory.
 */
final class Activity {
  /**
   * How much memory it may take.
   *
   * @param exchanges of the accounts that are read at a time; where one account has more, each of
   *     its minutes is read once
   * @param bytes that may be remembered of all accounts
   */
  record Room(long exchanges, long bytes) {
    static final Room STANDARD = new Room(50_000_000, 2_000_000_000);
  }

  private final SqlEngine engine;
  private final Accounts accounts;
  private final BitSet chosen;
  private final Lockstep lockstep;
  private final Room room;

  private Activity(
      SqlEngine engine, Accounts accounts, BitSet chosen, Lockstep lockstep, Room room) {
    this.engine = engine;
    this.accounts = accounts;
    this.chosen = chosen;
    this.lockstep = lockstep;
    this.room = room;
  }

  /**
   * Takes in the minutes of those accounts.
   *
   * @return whether the room was enough; if not, none is taken in
   */
  static boolean read(
      SqlEngine engine, Accounts accounts, BitSet chosen, Lockstep lockstep, Room room) {
    engine.numbers("chosen", "account", chosen);
    Script.run(engine, "minutes");
    return new Activity(engine, accounts, chosen, lockstep, room).read();
  }

  private boolean read() {
    int from = 0;
    while (from < accounts.size()) {
      int to = from;
      long exchanges = 0;
      do {
        exchanges += chosen.get(to) ? accounts.exchanges()[to] : 0;
        to++;
      } while (to < accounts.size() && exchanges < room.exchanges());
      read(from, to, exchanges);
      if (lockstep.bytes() > room.bytes()) {
        lockstep.forget();
        return false;
      }
      from = to;
    }
    return true;
  }

  /** Minutes that come again change nothing, and cost less to read than to tell apart before. */
  private void read(int from, int to, long exchanges) {
    boolean apart = exchanges > 2 * room.exchanges();
    Ints account = new Ints(apart ? 0 : (int) exchanges);
    Ints minute = new Ints(apart ? 0 : (int) exchanges);
    try (Rows rows =
        engine.rows(
            "SELECT %s account, minute FROM active WHERE account >= %d AND account < %d"
                .formatted(apart ? "DISTINCT" : "", from, to))) {
      while (rows.next()) {
        account.add(rows.getInt(1) - from);
        minute.add(rows.getInt(2));
      }
    }
    int[] offsets = Ints.offsets(account.array(), account.count(), to - from);
    int[] next = offsets.clone();
    int[] minutes = new int[minute.count()];
    for (int i = 0; i < minutes.length; i++) {
      minutes[next[account.get(i)]++] = minute.get(i);
    }
    IntStream.range(0, to - from)
        .parallel()
        .filter(a -> chosen.get(from + a))
        .forEach(
            a -> lockstep.add(from + a, Arrays.copyOfRange(minutes, offsets[a], offsets[a + 1])));
  }
}
