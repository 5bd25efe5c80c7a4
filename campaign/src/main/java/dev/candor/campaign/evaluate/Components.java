package dev.candor.campaign.evaluate;

import java.util.HashMap;
import java.util.Map;

/** Accounts that are linked, directly or over others. */
final class Components {
  /** As detection has it, so that households are left out here as well. */
  static final int SMALLEST = 8;

  private final int[] parent;

  Components(int count) {
    parent = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
    }
  }

  void join(int one, int other) {
    int a = of(one);
    int b = of(other);
    parent[Math.max(a, b)] = Math.min(a, b);
  }

  private int of(int account) {
    int at = account;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The component of each account that is in one of at least {@link #SMALLEST}. */
  Map<String, String> named(String[] accounts) {
    int[] sizes = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      sizes[of(i)]++;
    }
    Map<String, String> members = new HashMap<>();
    for (int i = 0; i < accounts.length; i++) {
      if (sizes[of(i)] >= SMALLEST) {
        members.put(accounts[i], "component-" + of(i));
      }
    }
    return members;
  }
}
