package dev.candor.campaign.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a group is a campaign: at least one kind of means and two kinds of conduct agree, and no
 * common household, organisation or tool explains what does (docs/campaigns/method.md).
 *
 * @param families that most members show
 * @param explained by what, when it is none
 */
record Verdict(Set<Family> families, Optional<String> explained) {
  /** Share of the members that hold one payment or address, from which on they may be one house. */
  static final double HOUSE = 0.5;

  private static final double COVERED = 0.5;
  private static final int FEWEST_CONDUCT = 2;

  /** What no common employer or class leads to. The same minutes are not: a bell rings for all. */
  private static final Family BEYOND_A_HOUSE = Family.TEMPLATE;

  static Verdict of(Group group, int smallest) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : List.of(Family.DEVICE, Family.PAYMENT, Family.ADDRESS)) {
      if (group.circle().coverage(family, group.members()) >= COVERED) {
        families.add(family);
      }
    }
    boolean means = !families.isEmpty();
    group.traits().forEach(trait -> families.add(trait.family()));
    return new Verdict(families, explained(group, families, means, smallest));
  }

  private static Optional<String> explained(
      Group group, Set<Family> families, boolean means, int smallest) {
    long conduct = families.stream().filter(family -> !family.means()).count();
    boolean house =
        group.circle().largest(Family.ADDRESS, group.members()) >= HOUSE
            || group.circle().largest(Family.PAYMENT, group.members()) >= HOUSE;
    if (group.size() < smallest) {
      return Optional.of("a household");
    }
    if (!means) {
      return Optional.of("a common tool");
    }
    if (conduct < FEWEST_CONDUCT) {
      return Optional.of("chance");
    }
    return house && !families.contains(BEYOND_A_HOUSE)
        ? Optional.of("an office or a class")
        : Optional.empty();
  }

  boolean campaign() {
    return explained.isEmpty();
  }
}
