package dev.candor.campaign.evaluate;

import dev.candor.campaign.detect.Joined;
import java.util.HashMap;
import java.util.Map;

/** Accounts that are linked, directly or over others. */
final class Components {
  /** As detection has it, so that households are left out here as well. */
  static final int SMALLEST = 8;

  private final Joined joined;

  Components(int count) {
    joined = new Joined(count);
  }

  void join(int one, int other) {
    joined.join(one, other);
  }

  /** The component of each account that is in one of at least {@link #SMALLEST}. */
  Map<String, String> named(String[] accounts) {
    int[] sizes = new int[accounts.length];
    for (int i = 0; i < accounts.length; i++) {
      sizes[joined.of(i)]++;
    }
    Map<String, String> members = new HashMap<>();
    for (int i = 0; i < accounts.length; i++) {
      if (sizes[joined.of(i)] >= SMALLEST) {
        members.put(accounts[i], "component-" + joined.of(i));
      }
    }
    return members;
  }
}
