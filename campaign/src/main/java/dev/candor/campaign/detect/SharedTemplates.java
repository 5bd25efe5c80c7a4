package dev.candor.campaign.detect;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The rare prompts that several of a group sent, not all on one occasion. */
final class SharedTemplates {
  private static final int FEWEST_USERS = 3;

  /**
   * Among those who sent it, the group makes up so much at least: it is theirs, not the world's.
   */
  private static final double SHARE = 0.25;

  private final Template template;
  private final BitSet shared;
  private final double base;

  private SharedTemplates(Template template, BitSet shared, double base) {
    this.template = template;
    this.shared = shared;
    this.base = base;
  }

  static SharedTemplates of(Template template, int[] members) {
    Map<Integer, int[]> used = new HashMap<>();
    Incidence incidence = template.incidence();
    for (int member : members) {
      for (int at = incidence.offsets()[member]; at < incidence.offsets()[member + 1]; at++) {
        int[] use =
            used.computeIfAbsent(
                incidence.values()[at], key -> new int[] {0, Integer.MAX_VALUE, Integer.MIN_VALUE});
        use[0]++;
        use[1] = Math.min(use[1], template.first(at));
        use[2] = Math.max(use[2], template.last(at));
      }
    }
    BitSet shared = new BitSet();
    used.forEach((id, use) -> {
      if (use[0] >= FEWEST_USERS
          && use[0] >= SHARE * incidence.holding(id)
          && use[2] - use[1] >= Template.APART) {
        shared.set(id);
      }
    });
    SharedTemplates all = new SharedTemplates(template, shared, 0);
    BitSet holders = new BitSet();
    shared.stream()
        .forEach(id -> {
          for (int i = incidence.starts()[id]; i < incidence.starts()[id + 1]; i++) {
            holders.set(incidence.holders()[i]);
          }
        });
    long users = holders.stream().parallel().filter(all::usedBy).count();
    return new SharedTemplates(template, shared, users / (double) incidence.accounts());
  }

  int count() {
    return shared.cardinality();
  }

  /** Share of all accounts that sent at least two of them. */
  double base() {
    return base;
  }

  /** Whether an account sent at least two of them. */
  boolean usedBy(int account) {
    Incidence incidence = template.incidence();
    int used = 0;
    for (int at = incidence.offsets()[account]; at < incidence.offsets()[account + 1]; at++) {
      used += shared.get(incidence.values()[at]) ? 1 : 0;
    }
    return used >= 2;
  }
}
