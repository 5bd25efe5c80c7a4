package dev.candor.campaign.detect;

import java.util.List;

/**
 * All that detection knows of the accounts of a log, in arrays.
 *
 * @param conduct which account each account's conduct is looked up under: itself, except in a decoy
 */
record Evidence(
    Accounts accounts,
    List<Means> means,
    Creation creation,
    Pivot pivot,
    Volume volume,
    Capability capability,
    Template template,
    Lockstep lockstep,
    int[] conduct) {
  /** Kinds of conduct that cost little to compare. */
  List<Conduct> quick() {
    return turned(List.of(creation, pivot, volume, capability));
  }

  List<Conduct> slow() {
    return turned(List.of(template, lockstep));
  }

  /** The same means, with the conduct of other accounts. */
  Evidence with(int[] other) {
    return new Evidence(
        accounts, means, creation, pivot, volume, capability, template, lockstep, other);
  }

  private List<Conduct> turned(List<Conduct> all) {
    return all.stream().map(each -> each.like(conduct)).toList();
  }
}
