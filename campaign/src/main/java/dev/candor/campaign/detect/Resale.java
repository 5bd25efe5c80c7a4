package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds accounts that several people use: two of three signs. */
final class Resale {
  /** Devices of its own, which no other account has. A campaign's are those of others too. */
  private static final int DEVICES = 6;

  /** Spans of ten minutes with three devices at once. */
  private static final int CROWDED = 5;

  /** Spans of ten minutes in which it was in two countries. */
  private static final int TRAVELLED = 3;

  private Resale() {}

  /** The accounts, by number. */
  static Map<Integer, Resold> of(SqlEngine engine, Evidence evidence) {
    int[] devices =
        evidence.means().stream()
            .filter(means -> means.family() == Family.DEVICE)
            .map(Means::alone)
            .findFirst()
            .orElse(new int[0]);
    BitSet suspects = new BitSet();
    for (int a = 0; a < devices.length; a++) {
      suspects.set(a, devices[a] >= DEVICES / 2);
    }
    Map<Integer, Resold> found = new TreeMap<>();
    if (suspects.isEmpty()) {
      return found;
    }
    engine.numbers("suspect", "account", suspects);
    Script.run(engine, "crowding");
    try (Rows rows = engine.rows("SELECT account, crowded, travelled FROM crowding")) {
      while (rows.next()) {
        int account = rows.getInt(1);
        List<String> reasons = new ArrayList<>();
        double score = 0;
        score +=
            sign(devices[account], DEVICES, "uses %d devices that no other account has", reasons);
        score +=
            sign(
                rows.getLong(2),
                CROWDED,
                "was used from three devices within ten minutes, %d times",
                reasons);
        score +=
            sign(
                rows.getLong(3),
                TRAVELLED,
                "was in two countries within ten minutes, %d times",
                reasons);
        if (reasons.size() >= 2) {
          found.put(
              account,
              new Resold(evidence.accounts().names()[account], score / reasons.size(), reasons));
        }
      }
    }
    return found;
  }

  private static double sign(long times, int enough, String words, List<String> reasons) {
    if (times < enough) {
      return 0;
    }
    reasons.add(words.formatted(times));
    return (double) times / enough;
  }
}
