package dev.candor.campaign.detect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which members hold what most of a campaign share. */
final class Ties {
  private final List<Means> means;
  private final Group group;

  Ties(List<Means> means, Group group) {
    this.means = means;
    this.group = group;
  }

  /** The values, by their numbers: of each kind those that most members hold. */
  List<Circle.Shared> values() {
    return group.circle().widest(Portrait.TIES);
  }

  /** How many values of each kind at least two members hold. */
  Map<Family, Integer> counts() {
    Map<Family, Integer> counts = new EnumMap<>(Family.class);
    for (Means each : means) {
      counts.put(each.family(), group.circle().values(each.family()));
    }
    return counts;
  }

  /**
   * The same as it is told.
   *
   * @param names of the values, by their numbers
   * @param members account numbers in the order in which members are told
   */
  List<Tie> told(Map<Integer, String> names, List<Integer> members) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < members.size(); place++) {
      places.put(members.get(place), place);
    }
    List<Tie> ties = new ArrayList<>();
    for (Circle.Shared shared : values()) {
      BitSet holding = new BitSet();
      Incidence incidence = incidence(shared.family());
      for (int i = incidence.starts()[shared.value()];
          i < incidence.starts()[shared.value() + 1];
          i++) {
        Integer place = places.get(incidence.holders()[i]);
        if (place != null) {
          holding.set(place);
        }
      }
      ties.add(
          new Tie(
              shared.family(), names.getOrDefault(shared.value(), "?"), holding, shared.holders()));
    }
    ties.sort(
        Comparator.comparing(Tie::family)
            .thenComparingInt(tie -> -tie.members().cardinality())
            .thenComparingInt(Tie::holders)
            .thenComparing(Tie::name));
    return ties;
  }

  private Incidence incidence(Family family) {
    return means.stream()
        .filter(each -> each.family() == family)
        .findFirst()
        .orElseThrow()
        .incidence();
  }
}
