package dev.candor.campaign.detect;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The rare prompts that several of a group sent, not all on one occasion. */
final class CommonTemplates {
  private static final int FEWEST_USERS = 3;

  /**
   * Among those who sent it, the group makes up so much at least: it is theirs, not the world's.
   */
  private static final double SHARE = 0.25;

  private final Template template;
  private final BitSet common;
  private final double base;

  private CommonTemplates(Template template, BitSet common, double base) {
    this.template = template;
    this.common = common;
    this.base = base;
  }

  static CommonTemplates of(Template template, int[] members) {
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
    BitSet common = new BitSet();
    used.forEach((id, use) -> {
      if (use[0] >= FEWEST_USERS
          && use[0] >= SHARE * incidence.holding(id)
          && use[2] - use[1] >= Template.APART) {
        common.set(id);
      }
    });
    CommonTemplates all = new CommonTemplates(template, common, 0);
    BitSet users = new BitSet();
    common.stream()
        .forEach(id -> {
          for (int i = incidence.starts()[id]; i < incidence.starts()[id + 1]; i++) {
            if (all.usedBy(incidence.holders()[i])) {
              users.set(incidence.holders()[i]);
            }
          }
        });
    return new CommonTemplates(
        template, common, users.cardinality() / (double) incidence.accounts());
  }

  int count() {
    return common.cardinality();
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
      used += common.get(incidence.values()[at]) ? 1 : 0;
    }
    return used >= 2;
  }
}
